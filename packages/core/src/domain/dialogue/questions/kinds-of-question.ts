import type { Locale } from '../../locale.ts';

/** What a question asks for, whatever it is about: an amount of money, a time, a place, a way to do something. */
export interface KindOfQuestion {
  /** A message of such words alone, folded and without marks. */
  readonly asked: Readonly<Record<Locale, RegExp>>;
  /** Words in a whole question that ask for it. */
  readonly about: Readonly<Record<Locale, RegExp>>;
  /** What tells it in an answer, in any language; left out where nothing does for certain. */
  readonly told?: RegExp;
}

const AND_EN = '(?:(?:and|ok|okay|so|but|then|also|well|oh|hm+) )*';
const IT = '(?:it|that|this|they|these|those|one)';
const TAIL_EN = `(?: (?:for|of|to) ${IT}| again| altogether| in total| all together| all in all| please| exactly| then| about| roughly| approximately)*`;
const AND_ZH = '(?:那么?|请问|大概|大约|一般|一共|总共|具体|要|得|需要|是|会|这个?|它|在|从)*';
const TAIL_ZH = '(?:呢|啊|呀|哦|吗|左右|能?到|才能?到|时间|来着)*';

/** 删完, 能办好: it comes to an end. */
const DONE_ZH = '(?:能|会|可以)?[\\u4e00-\\u9fff]{0,2}(?:完|好)';

/** Of an amount of money. */
export const PRICE: KindOfQuestion = kind(
  `how (?:much|expensive)(?: (?:is|are|does|do|would|will) ${IT}(?: (?:cost|be|costs))?)?|(?:(?:what(?:'?s| is| are) )?(?:the |its )?(?:price|prices|costs?|fees?|charges?))|(?:is|are) ${IT} (?:free|expensive)|(?:does|do|will) ${IT} cost (?:anything|extra|much|something)|at what (?:price|cost)`,
  '(?:收)?多少钱?|多少费用|[几多]块钱?|什么价格?|价格|价钱|费用|怎么收费|贵不贵|贵吗?|免费|收费|要钱|收钱',
  /how much|\bcosts?\b|\bpric(?:e|es|ing)\b|\bfees?\b|\bfree\b(?! \w)|\bcharges?\b|\bexpensive\b|\bpostage\b|\btariffs?\b/i,
  /多少[钱錢]|[费費]|[价價]|[贵貴]|[几幾][块塊]/,
  /[€$£¥]\s?\d|\d\s?(?:€|euros?\b|dollars?\b|pounds?\b|[欧歐美]?元|[块塊])|\b(?:is|are|it[’']s) free\b|\bfree of charge\b|免[费費]|包[邮郵]/i,
);

/** Types of answers as in Li and Roth, "Learning Question Classifiers" (2002): number of money, of time, location, manner. */
export const KINDS_OF_QUESTION: readonly KindOfQuestion[] = [
  PRICE,
  kind(
    `how (?:long|soon|fast|quick(?:ly)?|many (?:days|weeks|hours|months))(?: (?:does|do|will|would|is|are) ${IT}(?: (?:take|last|be|usually take|normally take))?)?|till when|until when|when (?:is|are|will|does|do) ${IT} (?:be |get |got )?(?:done|ready|finished|over|complete|\\w{3,}ed)`,
    `(?:多久|多长时间|几天|多少天|几个?小时|几周|几个?月|多快|等?多久)(?:才)?${DONE_ZH}?|(?:什么时候|什么时间|几时|何时)(?:才)?${DONE_ZH}`,
    /\bhow (?:long|soon|fast|quick|many (?:\w+ )?(?:days|weeks|hours|months))\b|\bdays?\b|\bduration\b|\b(?:\w{2,}ing|delivery|refund|response|lead) times?\b|\bwhen (?:will|do|does|is)\b/i,
    /多久|多[长長]|[几幾]天|多少(?:[个個]工作)?天|[时時]效|[几幾][个個]?(?:周|月|小[时時])|什[么麼][时時]候.{0,4}[到有能]/,
    /\btakes? (?:about |around |up to |usually )?\d|(?:需要?|要|[约約]|[时時])\s?\d+(?:\s?[–-]\s?\d+)?\s?[个個]?(?:工作日|天|周|小[时時]|月)|\d\s?[个個]?(?:工作日|天|周|小[时時]|月)(?:之?内|之?內|以内|以內)|\bwithin \d/i,
  ),
  kind(
    `(?:at )?what (?:time|times|hours|day|days)|when(?: (?:is|are|does|do|will|would) ${IT}(?: (?:be|start|begin|open|close|happen|end))?)?|when (?:do|will|can|could|should|would) (?:i|we) (?:get|have|see|receive|use|expect) ${IT}|which days?`,
    '什么时候|什么时间|几点|何时|哪天|哪一天|几号|星期几|周几',
    /\bwhen\b|\bwhat (?:time|day)|\bhours\b|\bopen(?:ing)?\b|\bdates?\b|\bschedule|\btimetable/i,
    /什[么麼][时時](?:候|[间間])|[几幾][点點]|何[时時]|哪天|[几幾][号號]|[营營][业業]|上班|星期[几幾]|周[几幾]/,
  ),
  kind(
    `where(?: (?:is|are) ${IT})?(?: exactly)?|where (?:do|can|will|would|should) (?:i|we) (?:get|find|see|look for) ${IT}|(?:what(?:'?s| is) )?(?:the )?address`,
    '哪里|哪儿|哪|什么地方|地址|位置',
    /\bwhere\b|(?<!e-?mail )\baddress\b|\blocat(?:ed|ion)\b|\bfind you\b|\bdirections?\b|\bvisit\b/i,
    /哪[里裡儿兒]|在哪|地址(?:是|呢|$)|位置|怎[么麼]走|[过過]去/,
    /\b(?:in|on|under|at|from) (?:your|the) (?:[\w-]+ )?(?:area|page|account|profile|settings|basket|library|folder|menu)\b|\w → \w|(?:在|到).{0,10}(?:[页頁]面|[账帳][户戶號号]|[专專][区區]|[设設]置|[购購]物[车車])/i,
  ),
  kind(
    `how(?: (?:do|can|should|would|does) (?:i|we|one|it|that|this)(?: (?:do|work|start|begin)(?: ${IT})?)?)?|how exactly`,
    '(?:怎么|如何)(?:弄|做|办理?|操作|搞|申请|用|开始|办呢)?',
    /\bhow (?:do|can|to|should|would|does)\b/i,
    /怎[么麼]|如何|流程|步[骤驟]/,
  ),
];

function kind(en: string, zh: string, aboutEn: RegExp, aboutZh: RegExp, told?: RegExp): KindOfQuestion {
  return {
    asked: {
      en: new RegExp(`^${AND_EN}(?:${en})${TAIL_EN}$`),
      zh: new RegExp(`^${AND_ZH}(?:${zh})${TAIL_ZH}$`),
    },
    about: { en: aboutEn, zh: aboutZh },
    ...(told !== undefined && { told }),
  };
}
