import { plainWords } from '../../words/plain-words.ts';
import { callsOffIn, declinesPersonIn } from '../../words/withdraws.ts';
import { CONTACT } from './contact-form.ts';
import type { Form } from './form.ts';
import { isNameOf, namedSlot } from './slot-name.ts';

/** What the visitor wants of the form rather than tells it. */
export type FormCommand =
  | { verb: 'cancel' | 'skip' | 'back' | 'restart' | 'yes' | 'no' | 'go-on' | 'why' | 'show' }
  /** `slot` is null when it is not said which. */
  | { verb: 'change'; slot: string | null };

/** Longer texts tell something, whatever words of command stand in them. */
const LONGEST = 60;
const LONGEST_CHANGE = 200;

const PATTERNS: readonly (readonly [Exclude<FormCommand['verb'], 'change'>, RegExp])[] = [
  [
    'cancel',
    /^(?:(?:please|ok|no|actually|oh|hm+|well|sorry|wait) )*(?:cancel|stop|abort|quit|exit|never ?mind|forget (?:it|about it|that)|leave it|i(?:'ve| have)? changed my mind|i (?:don't|do not) want (?:to|this|it)(?: (?:go on|continue))?(?: any ?more)?|(?:i(?:'?ll| will|'d rather| want to)? )?keep(?: it| them| this))(?: (?:it|this|that|everything|the (?:form|request)))?(?: (?:please|thanks))?$/,
  ],
  [
    'show',
    /^(?:(?:so|ok|wait|and) )*(?:what (?:did|have|do) you (?:note|noted|have|got|get|write|written|put)(?: down)?|what(?:'s| is) noted|(?:show|read) me (?:the )?(?:summary|details|what you (?:have|noted)))(?: (?:so far|again|please|now))*$|^(?:那|现在)?(?:你)?(?:都)?(?:记下?|写)了?(?:些|点)?(?:什么|啥)(?:了|呢|呀|啊)?$/,
  ],
  [
    'show',
    /^(?:(?:so|ok|wait|and|thanks|thank you) )*(?:did you (?:get|note|write|take|catch|save|record)|(?:have|do) you (?:got|have|noted|written|taken|saved)) (?:down )?(?:all )?(?:of )?(?:that|it|this|everything|what i (?:said|wrote|sent)|my (?:last |other )?(?:messages?|answers?|request|details))(?: down| all)?(?: now| correctly| right)?$|^(?:谢谢|好的|那)? ?(?:你们?|您)?(?:我)?(?:刚才|刚刚|上面)?(?:说|讲|写|发)?的?(?:都|全)?(?:记下|记录|记住|写下|存)(?:来|好)?了?(?:吗|没有?|么)$/,
  ],
  // What it was about is over.
  [
    'cancel',
    /^(?:(?:oh|ok|no|wait|actually|sorry) )*(?:never ?mind|nvm|forget it)(?= .*\b(?:found|got|solved|fixed|sorted|works?|arrived|came|figured|received)\b)(?: [a-z']+){1,8}$|^(?:没事了?|不用了?|算了|好了)(?:吧|啦)? ?(?:我|已经|刚刚?|自己)*(?:找到|解决|弄好|搞定|收到|看到).{0,6}了$/,
  ],
  [
    'cancel',
    /^(?:(?:oh|ok|no|wait|actually|sorry) )*(?:never ?mind|forget it|false alarm)(?: (?:i|we|it|it's|i've|have|just|already))*(?: (?:found|got|solved|fixed|sorted|figured|works?|arrived|came)(?: (?:it|that|out|now|already|myself|again|just))*)?(?: (?:thanks|thank you))?$/,
  ],
  [
    'cancel',
    /^(?:(?:哦|啊|噢|没事了?|不用了?|算了)[，, ]*)?(?:我)?(?:已经)?(?:找到了|解决了|弄好了|搞定了|没事了)(?:谢谢)?$/,
  ],
  // Who keeps what was to go back, or wants to think it over.
  [
    'cancel',
    /^(?:(?:oh|ok|no|wait|actually|sorry|well) )*(?:never ?mind|forget)(?: (?:it|that|about it|(?:the|that|my) \w+))? i(?:'ll| will|'d rather| am going to)? (?:just )?keep (?:it|them|everything)(?: (?:after all|then|thanks))*$|^(?:那|还是|我)*算了(?:吧)? ?(?:我|还是|先)*再(?:看看|想想|考虑考虑|考虑一下|考虑|说)(?:吧|了)?$/,
  ],
  [
    'cancel',
    /^(?:请|我要|我想|我|帮我|那就?|还是|先|就|暂时)*(?:取消(?:吧|了|这个|申请|填写|表单|操作|掉)?|算了(?:吧)?|不(?:填|弄|办|要|退|换|想填|想弄|需要)了|停止?|退出|放弃(?:吧|了)?|先不(?:弄|填|办)了)$/,
  ],
  [
    'cancel',
    /^(?:(?:ok|okay|then|so|well|no|please|actually|oh|wait) )*(?:don't|do not|let's not|no need to) (?:cancel|return|exchange|book|enrol|enroll|do)(?: (?:it|this|that|them|anything|my \w+|the \w+))?(?: (?:then|please|now|yet|after all|any ?more|thanks))*$|^(?:那|好的?|还是|先|就|我| )*(?:不要?|别|先不|暂时不)(?:取消|退订?|退货|换货?|预约|报名)(?:了|吧|啦)+$/,
  ],
  [
    'skip',
    /^(?:please )?(?:skip|pass|next|leave (?:it|that) out|i(?: do not|'d rather not| don't)(?: want to)? (?:say|tell|know|have (?:it|one|that|any)|remember)|idk|(?:i )?dunno|(?:(?:i have )?no )(?:idea|clue)|(?:i'm )?not sure|don't (?:know|have (?:it|one|that))|none|n\/a)(?: (?:this|that|it|one|please|here|question|with me|at hand|on me|right now|now|any ?more|sorry))*$/,
  ],
  [
    'skip',
    /^(?:(?:no|sorry|nope|well) )*i(?:'d rather not| (?:won't|wont|will not|don't (?:want|like) to|would rather not|prefer not to)) (?:give|share|leave|provide|tell|hand out)(?: (?:you|it|that|this|out|my|the|any|phone|mobile|number|e-?mail|address|name|date of birth|birthday))*$/,
  ],
  [
    'skip',
    /^(?:我)?(?:也|真的?)?(?:跳过(?:吧|这个|这项|这一项)?|下一(?:个|步|项|题)|略过?|不知道|不清楚|不晓得|不记得(?:了)?|忘(?:记)?了|没有|没|无|不想(?:说|填|告诉)|不方便(?:说|透露)?|不填|先不填|不(?:想|方便|愿意)?(?:留|给|提供)(?:了|我的|电话|手机|邮箱|号码?|姓名|名字|生日)*)$/,
  ],
  [
    'back',
    /^(?:(?:please )?go )?back(?: (?:please|one|a step))?$|^(?:the )?previous(?: (?:one|question|step))?$|^undo$/,
  ],
  ['back', /^(?:请)?(?:返回|上一(?:步|个|项|题)|回去|退回|回到上一步|后退)$/],
  [
    'restart',
    /^(?:please )?(?:start (?:again|over|anew|from scratch)|restart|begin again|reset|from the (?:start|beginning))$/,
  ],
  ['restart', /^(?:请)?(?:重新(?:开始|来|填(?:写)?)|从头(?:开始|来)|重来|重填|再来一次)(?:吧|一遍|一次)?$/],
  [
    'go-on',
    /^(?:(?:yes|ok|okay|sure|alright|fine|right|great|well|so) )*(?:go on|continue|resume|carry on|let's (?:go on|continue)|keep going)(?: please)?$/,
  ],
  // Who has lost the question hears it once more.
  [
    'go-on',
    /^(?:(?:so|ok|hm+|um+|er+|wait|sorry|and|oh|now) )*(?:what (?:did|do|are|were) you (?:ask|asking|want|need)(?: (?:me|again|for|from me|to know))*|what was (?:the|your|that) question(?: again)?|where were we|where was i|where did we (?:stop|leave off)|(?:say|ask) (?:that|it) again|come again|pardon|(?:can|could) you (?:repeat|ask) (?:that|it|the question)(?: again)?|repeat (?:that|the question))(?: please)?$/,
  ],
  [
    'go-on',
    /^(?:刚才|刚刚|不好意思|抱歉|请|[你您])*(?:[你您](?:刚才|刚刚)?(?:要)?问(?:我)?(?:的是)?(?:什么|啥)|(?:我们)?(?:刚才|刚刚)?说到哪(?:里|儿)?|再(?:说|问)一(?:遍|次)|什么问题|问题是什么)(?:了|来着|呢|吧|呀|啊)*$/,
  ],
  ['go-on', /^(?:好的?|是的?)?(?:继续|接着)(?:吧|填写|填|办理|来|说|办)*$/],
  [
    'yes',
    /^(?:yes|yeah|yep|yup|y|ok(?:ay)?|sure|correct|right|that's (?:right|correct|fine|all|it)|looks? (?:good|right|fine)|all (?:good|right|correct)|(?:please )?send(?: it)?(?: (?:now|off))?|submit(?: it)?|go ahead|do it|confirm(?:ed)?|perfect|fine|great)(?: (?:please|pls|yes|yeah|ok|send(?: it)?(?: (?:now|off))?|thanks|thank you|bye|go ahead|that's (?:right|correct)))*$/,
  ],
  [
    'yes',
    /^(?:是的?|对的?|没错|好的?|行|可以|嗯+|确认|确定|发送|送出|寄出|提交|发吧|没问题|正确|就这样|send|ok)(?: ?(?:发送|发|提交|谢谢|吧|了|啊|呀|的|对的|没错|就这样))*$/,
  ],
  ['no', /^(?:(?:oh|ah|um+|hm+|sorry|actually|ok) )*(?:(?:no|nope|nah|wait|hold on|hang on)(?: |$)){2,}$/],
  [
    'no',
    /^(?:no|nope|nah|n|not yet|hold on|hang on|don't(?: send(?: it)?)?|wait|wrong|that's (?:wrong|not right|incorrect))$/,
  ],
  ['no', /^(?:不|不是|不对|不行|错了|等等|先别(?:发)?|有误|不正确|别发)(?:的|了|吧)?$/],
  [
    'no',
    /^(?:(?:no|nope|nah|nothing|not really)(?: (?:thanks?|thank you|thx|nothing|else|more|that's (?:all|it)|that is (?:all|it)|i'm (?:good|fine)))*)$/,
  ],
  [
    'no',
    /^(?:(?:no|nope|nah|ok|okay|well|thanks|thank you|thx) )*(?:that's (?:all|it|everything)|that is (?:all|it|everything)|nothing (?:else|more)|i'm (?:good|done|fine))(?: (?:thanks?|thank you|thx|ta|cheers|bye|goodbye|for now|for today|then|from me|really|i think|so much|very much|a lot))*$/,
  ],
  [
    'no',
    /^(?:(?:好的?|嗯|那|谢谢|感谢) ?)*(?:暂时|目前)?(?:不用|没有?别的|没有?其他(?:的)?|没什么(?:别的)?|没(?:有)?(?=了|啦)|就这些|就这么多)(?:了|啦|吧|多谢|感谢|谢|再见|拜拜|你们?|您|哈|哦| )*$/,
  ],
  ['why', /^(?:but )?(?:why|what for|why do you (?:need|want|ask)(?: .*)?|what do you need (?:it|that|this) for)$/],
  ['why', /^(?:为什么|为啥|干嘛|有什么用|做什么用)(?:要|需要|问)?.{0,10}$/],
];

const CHANGE =
  /\b(?:change|correct|edit|update|fix|modify|replace|wrong|incorrect)\b|\bnot right\b|改(?!天|日)|更正|换(?:个|一下|成)|[写填说打]错|不对|错了/;

/** A command, if the words are one and nothing else. */
export function readCommand(words: string, form: Form): FormCommand | null {
  const plain = plainWords(words);
  if (plain === '' || plain.length > LONGEST_CHANGE) return null;
  const simple = withApostrophes(simplified(plain));
  if (callsOffIn(simple)) return { verb: 'cancel' };
  // Who needs no person leaves no message for one; any other form is done with the bot.
  if (declinesPersonIn(simple)) return { verb: form.name === CONTACT ? 'cancel' : 'go-on' };
  if (THUMBS_UP.test(plain)) return { verb: 'yes' };
  if (plain.length <= LONGEST) {
    for (const [verb, pattern] of PATTERNS) if (pattern.test(simple)) return { verb };
    if (cancelsByName(plain, form)) return { verb: 'cancel' };
    if (hasNone(plain, form) || hasLost(withApostrophes(plain), form)) return { verb: 'skip' };
  }
  return CHANGE.test(simple) ? { verb: 'change', slot: namedSlot(plain, form)?.name ?? null } : null;
}

/** Of any colour of skin. */
const THUMBS_UP = /^(?:(?:👍|👌|🆗|✅|✔)[\u{1f3fb}-\u{1f3ff}\ufe0f\s!]*)+$/u;

/** Characters of commands, in both scripts: traditional ones say the same. */
const TRADITIONAL = '對沒確認發錯別過個記說寫請棄幫還為問後從頭開繼續這樣來換項題點';
const SIMPLIFIED = '对没确认发错别过个记说写请弃帮还为问后从头开继续这样来换项题点';

function simplified(words: string): string {
  return words.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED[TRADITIONAL.indexOf(character)] ?? character);
}

const HURRIED = /\b(?:don|can|couldn|haven)t\b|\bi(?:m|ve|ll)\b|\bthats\b/g;

/** "I dont have it", "what did u ask": on a phone nobody looks for the apostrophe, nor writes three letters where one will do. */
function withApostrophes(words: string): string {
  return words
    .replace(HURRIED, (word) => word.replace(/(?:t|m|ve|ll|s)$/, "'$&"))
    .replace(/\bu\b/g, 'you')
    .replace(/\bur\b/g, 'your');
}

const NONE =
  /^(?:(?:i (?:have|'ve got)|there (?:is|was)|it's)? ?(?:no|not about an?|without an?)|i (?:don't|dont|do not|haven't|havent|have not) (?:have|got|know|remember) (?:an?|any|the|my|your)?) ?(.+)$|^(?:我|这)?(?:没有?|不是|[与跟和])(.+?)(?:无关|没关系)?$/;

/** "I have no order number", 没有订单. */
function hasNone(plain: string, form: Form): boolean {
  const match = NONE.exec(plain);
  const name = match?.[1] ?? match?.[2];
  return name !== undefined && (name === 'number' || form.slots.some((slot) => isNameOf(slot, name)));
}

const LOST =
  /^(?:sorry )?i(?:'ve| have)? (?:forgot(?:ten)?|lost|(?:can't|cannot|can not|couldn't|could not) (?:find|remember)|(?:don't|do not) (?:know|remember|recall))(?: (.+))?$|^(?:我)?(?:的)?(.{0,8}?)(?:我)?(?:不记得|忘记?|找不到|弄丢|丢)了?$/;

/** "I can't find the order number", 订单号不记得了. */
function hasLost(plain: string, form: Form): boolean {
  const match = LOST.exec(plain);
  if (match === null) return false;
  const name = (match[1] ?? match[2] ?? '')
    .trim()
    .replace(/^(?:which|what) |(?: (?:it was|that was|i (?:used|had)|any ?more))+$/g, '');
  return /^(?:|it|that|them|the number)$/.test(name) || form.slots.some((slot) => isNameOf(slot, name));
}

function cancelsByName(plain: string, form: Form): boolean {
  const rest = /^(?:please )?cancel (?:the |my |this )?(.+)$|^取消(?:这个)?(.+)$/.exec(plain);
  const name = rest?.[1] ?? rest?.[2];
  if (name === undefined) return false;
  return (
    name === form.name ||
    Object.values(form.title).some((title) => title.toLowerCase().replace(/^(?:the|an?) /, '') === name)
  );
}
