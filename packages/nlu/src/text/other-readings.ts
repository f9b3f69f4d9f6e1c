import type { Locale } from '@solodesk/core';

/** English words of shops and offices that people who write Chinese leave as they are, and what they stand for. */
const GLOSSES: Readonly<Record<string, string>> = {
  return: '退货',
  refund: '退款',
  exchange: '换货',
  cancel: '取消',
  order: '订单',
  size: '尺码',
  color: '颜色',
  colour: '颜色',
  shipping: '运费',
  delivery: '配送',
  package: '包裹',
  parcel: '包裹',
  tracking: '物流',
  track: '查物流',
  discount: '折扣',
  coupon: '优惠券',
  voucher: '优惠券',
  invoice: '发票',
  receipt: '发票',
  broken: '坏了',
  damaged: '破损',
  payment: '付款',
  pay: '付款',
  price: '价格',
  address: '地址',
  password: '密码',
  account: '账户',
  login: '登录',
  subscription: '订阅',
  upgrade: '升级',
  bug: '问题',
  book: '预约',
  appointment: '预约',
  reschedule: '改预约时间',
  course: '课程',
  class: '课程',
  level: '级别',
  shirt: '衬衫',
  customer: '客户',
  service: '服务',
};
const LATIN_WORDS = /[a-z]+/g;
/** 我的货呢, 我买的东西呢: what is missed, not what is asked about. */
const WHERE_IS_MINE =
  /^(?:请问)?(?:那)?我(?:的|买的|订的|下的|寄的)([\p{L}\p{N}]{1,8}?)(?:呢|咧|嘞)[\s?？!！。.~～]*$/u;

/** 退这件衬衫, 退订单1042, 换一件大的: a thing stands between the verb and what makes a word of it. */
const SPLIT_VERBS: readonly { sign: string; verb: RegExp; whole: string }[] = [
  {
    sign: '退',
    verb: /(?<=要|想|我|把.{1,12}|请|麻烦|能|以|么)退(?:掉)?(?![货款换钱回税出还休给]|订(?!单))/u,
    whole: '退货',
  },
  { sign: '换', verb: /(?<=要|想|我|把.{1,12}|请|麻烦|能|以|么)换(?=[一这那]?[个件条双大小款])/u, whole: '换货' },
];

/** Other ways to read a folded text: in one language alone, or as the words that its few stand for. Nearly all texts have none. */
export function otherReadings(folded: string, { locale, mixed }: { locale: Locale; mixed: boolean }): string[] {
  if (locale === 'en') return [...plainEnglish(folded), ...unstretched(folded), ...takesHowLong(folded)];
  const plain = mixed ? glossed(folded) : folded;
  const readings = plain === folded ? [] : [plain];
  const mine = WHERE_IS_MINE.exec(plain)?.[1];
  if (mine !== undefined) readings.push(`我的${mine}到哪了`);
  if (BARE_WHEN.test(plain)) readings.push(plain.replace(BARE_WHEN, '$1能$2'));
  for (const { sign, verb, whole } of SPLIT_VERBS) {
    // What stands before and behind it is looked for at every place of a text, and nearly all have none.
    if (plain.includes(sign) && verb.test(plain)) readings.push(plain.replace(verb, `${whole} `));
  }
  return readings;
}

/** 多久到, 几天发货: as 多久能到. */
const BARE_WHEN = /(多久|[几幾]天|多少天|什[么麼][时時]候)([到发發退寄])/u;
/** What takes its time: "how long is delivery". Of a thing that would be its length. */
const HOW_LONG_IS =
  /\bhow long (?:is|are|s|will be) ((?:the |your |my |a )?(?:\w+ing|\w+ery|delivery|returns?|refunds?|exchanges?|repairs?|wait|turnaround|post(?:age)?)(?: time| times)?)(?= ?(?:$|[?.,!]|to|from|for|in|now|then|please)\b)/;

function takesHowLong(folded: string): string[] {
  return HOW_LONG_IS.test(folded) ? [folded.replace(HOW_LONG_IS, 'how long does $1 take')] : [];
}

/** As people type on a telephone, and what it stands for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ...{
    u: 'you',
    ur: 'your',
    r: 'are',
    y: 'why',
    pls: 'please',
    plz: 'please',
    thx: 'thanks',
    w: 'with',
    wo: 'without',
  },
  ...{
    bc: 'because',
    cuz: 'because',
    tmrw: 'tomorrow',
    tmr: 'tomorrow',
    msg: 'message',
    acct: 'account',
    appt: 'appointment',
    pkg: 'package',
  },
  ...{
    b4: 'before',
    bcos: 'because',
    abt: 'about',
    ppl: 'people',
    addr: 'address',
    '2moro': 'tomorrow',
    '2day': 'today',
  },
  ...{ cud: 'could', wud: 'would', shud: 'should', gd: 'good', gr8: 'great' },
  ...{ wanna: 'want to', gonna: 'going to', gotta: 'have to', gimme: 'give me', dont: "don't", cant: "can't" },
};
const SHORT_FORM =
  /\b(?:u|ur|r|y|pls|plz|thx|w|wo|bc|cuz|tmrw|tmr|msg|acct|appt|pkg|b4|bcos|abt|ppl|addr|2moro|2day|cud|wud|shud|gd|gr8|wanna|gonna|gotta|gimme|dont|cant)\b/g;
/** Said in anger or in passing; it means nothing by itself. */
const NOISE =
  /^(?:yo|hey|omg|bro|dude|so|ok|well|um+|uh+|listen)\b[\s,!.]*|[\s,]*\b(?:u+m+|u+h+|er+m|wtf|omg|ffs|smh|lol|tbh|bro|dude|asap|seriously|already|dam+n?|the (?:hell|heck))\b(?=[\s!?.,]|$)/g;

function plainEnglish(folded: string): string[] {
  const plain = folded
    .replace(/\bw\/o\b/g, 'without')
    .replace(/\bw\//g, 'with ')
    .replace(/(?<=[a-z] )2(?= [a-z])/g, 'to')
    .replace(/(?<=[a-z] )4(?= [a-z])/g, 'for')
    .replace(SHORT_FORM, (word) => SHORT_FORMS[word] ?? word);
  const quiet = plain.replace(NOISE, '').trim();
  return quiet === folded || !/[a-z]{3}/.test(quiet) ? [] : [quiet];
}

/** No word of English has a letter three times in a row; the word meant may have it twice ("tooo", "helllo"). */
const STRETCHED = /([a-z])\1{2,}/g;

/** "Heyy", "hii": two are enough at the end of these. */
const STRETCHED_HELLO = /\b(hey|hi|hello|yo|bye|please|thanks)(?<=([a-z]))\2+\b/g;

/** "Where is my paaarcel", "helllo". */
function unstretched(folded: string): string[] {
  const short = folded.replace(STRETCHED_HELLO, '$1');
  if (short !== folded) return [short];
  const once = folded.replace(STRETCHED, '$1');
  return once === folded ? [] : [once, folded.replace(STRETCHED, '$1$1')];
}

function glossed(folded: string): string {
  return folded
    .replace(LATIN_WORDS, (word) => GLOSSES[word] ?? GLOSSES[word.replace(/(?:ed|s)$/, '')] ?? word)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/(退|换)货(?=[这那我一])/gu, '$1');
}
