import type { BotReply } from '../../conversation/bot-commands.ts';
import { localize } from '../../locale.ts';
import { contentOf } from '../questions/follow-up-words.ts';
import { callPerson, offeringPerson } from './person.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say what is the matter. UTF-16 units. */
const LONGEST = 80;
/** "I tried that", "still doesn't work", 试过了还是不行. */
const NO_HELP =
  /\b(?:tried|did|done|checked) (?:that|this|it|all (?:of )?that|both|everything)\b|\b(?:that|this|it) (?:did ?n['’]?t|does ?n['’]?t|is ?n['’]?t|did not|does not|is not) (?:really )?(?:help(?:ing)?|work(?:ing)?|fix|solve)\b|\bstill (?:not working|(?:does|is|will|did)(?: not|n['’]?t) |no luck|the same|nothing)|\bno luck\b|[试試][过過了]|[还還]是(?:不行|[没沒]用|不可以|一[样樣]|打不[开開]|收不到|登不)|^(?:[这這那]?(?:都|也)?)?(?:[没沒]用|[没沒]有用|不管用|不行)[的了啊]?[。.!！]*$/i;
/** "I tried WELCOME10": names what was tried, which may look like a number. */
const TRIED =
  /\b(?:i|we)(?:['’]?ve| have)?(?: already| just| even)? (?:tried|looked|searched|checked)\b(?! (?:for|at) )/i;
/** "It says expired", 显示无效: what came of the answer, as a screen or somebody else tells it. It is about the answer if both together are. */
const REPORTS =
  /^(?:(?:but|and|hm+|well|ok|no|sorry|yes)[\s,]+)*(?:it|that|this|(?:the|my) \w+(?: \w+)?) (?:(?:just|still|only|always|now|then) )?(?:says?|said|shows?|showed|(?:tells|told) me|keeps (?:saying|showing|telling|asking)|gives? (?:me )?an? \w+|(?:(?:has|is|was|got) )?(?:expired|rejected|refused|declined|denied|invalid|not (?:valid|accepted|recogni[sz]ed)|greyed out|ran out))\b|^(?:但是?|可是|不过|它|这个?|那个?|系统|页面|网页|上面|[,，\s])*(?:显示|提示|说是?|写着|跳出|弹出|报错|(?:已经?)?(?:过期|失效|无效))/iu;
/** "It's not there", "I can't find it", 没找到: of what the answer promised, if both together are about it. */
const NOT_THERE =
  /^(?:(?:but|and|hm+|well|ok|no|sorry|yes)[\s,]+)*(?:(?:it|that|this|they)(?:['’]?s| is| are|['’]re)?(?: (?:just|still|really|simply))* ?(?:not |is ?n['’]?t |are ?n['’]?t )(?:there|here|anywhere|shown|showing|visible)|(?:there['’]?s|there is|i see|i (?:found|got|have)) (?:nothing|no such thing)(?: (?:there|here|like that))?|i (?:(?:ca|do|could|did) ?n['’]?t|(?:can|do|could|did) not|cannot) (?:see|find)(?: (?:it|that|this|them|one|any|anything))?)(?: (?:there|here|anywhere|yet|at all|though))*[\s.!]*$|^(?:但是?|可是|不过|[,，\s])*(?:我|那里|那儿|上面|里面|页面上?|后台)?(?:都|也|还是|根本)?(?:没有?(?:看到|找到|看见|显示|出现)|(?:找|看)不(?:到|见)|不在(?:那里|那儿|上面|里面))[了啊呀]*[\s。.!！]*$/iu;
/** "So what now?", 那怎么办: all that is asked is what else there is. */
const WHAT_NOW =
  /^(?:(?:so|ok(?:ay)?|and|but|well|hm+|great|right|yes|no)[\s,.]+)*(?:what (?:now|then|next)|(?:now|then) what|what (?:else )?(?:can|do|should|could|shall) (?:i|we) do(?: now| then)?|what am i supposed to do(?: now| then)?)[\s?!.]*$|^(?:[那这]样?|可是|现在|所以|我|[,，\s])*(?:(?:该|应该|还能|要)?(?:怎么办|咋办|咋整)|(?:然后|接下来|下一步)(?:呢|怎么办|[做干]什么))[呢呀啊才好]*[\s？?。!！]*$/iu;
/** An order's number, an address: something is to be done with it. */
const NAMES = /\d{3}|[@＠]/;
/** A sentence that tells what is not as it should be, rather than where somebody lives, or the name of something. */
const TELLS =
  /\b(?:no|not|nothing|never|nobody|still|cannot|doesnt|didnt|isnt|cant|wont|\w+n['’]t)\b.*\s\S|\b(?:is|are) (?:right|correct|fine)\b|[没沒不無无].*\p{Script=Han}|\p{Script=Han}.*(?:[对對]的|没错|沒錯|正[确確])/iu;

/**
 * Who was answered and says that it did not help, or tells more to which the bot knows the very same words again, is not told them a second
 * time: a person is offered, and called where that is said twice.
 */
export function noHelp(turn: Turn): BotReply | null {
  const { context, sure } = turn;
  const { text, pressed, form, unsureStreak, formBook, book } = turn.input;
  if (pressed === undefined && !form && text.length <= LONGEST && MISUNDERSTOOD.test(text)) return misunderstood(turn);
  const [last] = context?.intents.slice(-1) ?? [];
  if (last === undefined || pressed !== undefined || form || text.length > LONGEST) return null;
  const isSame = sure?.intent === last;
  // Most messages are surely about something else.
  const clear = NO_HELP.test(text) || NOT_THERE.test(text) ? CLEAR_THOUGH_TRIED : CLEAR;
  if (book?.faqs.has(last) !== true || (sure !== null && !isSame && sure.confidence >= clear)) return null;
  const isAgain =
    isSame && ((formBook?.byIntent.has(last) !== true && TELLS.test(text) && !turn.asks) || isOnceTooOften(turn));
  const isTold =
    !turn.asks && (TRIED.test(text) || (!NAMES.test(text) && (NO_HELP.test(text) || isReport(turn, last))));
  if (!isTold && !WHAT_NOW.test(text) && !(isAgain && !NAMES.test(text))) return null;
  if (unsureStreak > 0) return callPerson(turn, 'unsure', turn.guesses);
  return { ...offeringPerson(turn, turn.texts.noHelp, 'small_talk', turn.guesses), unsureStreak: unsureStreak + 1 };
}

/** Whether words tell what a screen says, and are about the answer to whoever reads them with the question before. */
function isReport(turn: Turn, last: string): boolean {
  const { text, understand } = turn.input;
  if (!REPORTS.test(text) && !NOT_THERE.test(text)) return false;
  return understand(`${turn.context?.words ?? ''} ${text}`).guesses[0]?.intent === last;
}

/** Whether the same answer would be given for the third time in a row, to other words, of which it says nothing. */
function isOnceTooOften({ context, input }: Turn): boolean {
  const [last] = context?.intents.slice(-1) ?? [];
  if (last === undefined || (context?.again ?? 0) < 1 || input.text === context?.words) return false;
  const answer = answerOf(input, last);
  return !contentOf(input.text, input.locale).some((word) => answer.includes(word));
}

function answerOf({ book, locale }: Turn['input'], intent: string): string {
  const faq = book?.faqs.get(intent);
  return (faq && localize(faq.answer, locale)?.text.toLowerCase()) ?? '';
}

/** "That's not what I asked", 答非所问: whatever else it says, thanks above all. */
const MISUNDERSTOOD =
  /\bnot what i (?:asked|meant|wanted|said|was asking)\b|\b(?:wrong answer|you (?:do ?n['’]?t|did ?n['’]?t|do not|did not) (?:understand|get (?:it|me)|answer)|you misunderst\w+)\b|答非所[问問]|不是我(?:想)?(?:[问問]|要)的|我[问問]的不是|你(?:没|沒|根本)?(?:听|聽|看)?不懂(?!吗|嗎)|[没沒](?:听|聽|看)懂我/i;

function misunderstood(turn: Turn): BotReply | null {
  const { unsureStreak } = turn.input;
  // What is asked besides has an answer.
  const { sure } = turn;
  if (sure !== null && !isSmallTalk(sure.intent) && sure.intent !== turn.context?.intents.at(-1)) return null;
  if (unsureStreak > 0) return callPerson(turn, 'unsure', turn.guesses);
  return { ...offeringPerson(turn, turn.texts.insulted, 'small_talk', turn.guesses), unsureStreak: unsureStreak + 1 };
}

/** So sure the bot must be that it is about something else. */
const CLEAR = 0.8;
/** Where the words themselves say that something did not help: "tried" is near to a trial. */
const CLEAR_THOUGH_TRIED = 0.9;
