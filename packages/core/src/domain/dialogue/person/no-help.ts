import type { BotReply } from '../../conversation/bot-commands.ts';
import { callPerson, offeringPerson } from './person.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say what is the matter. UTF-16 units. */
const LONGEST = 80;
/** "I tried that", "still doesn't work", 试过了还是不行. */
const NO_HELP =
  /\b(?:tried|did|done|checked) (?:that|this|it|all (?:of )?that|both|everything)\b|\b(?:that|this|it) (?:did ?n['’]?t|does ?n['’]?t|is ?n['’]?t|did not|does not|is not) (?:really )?(?:help(?:ing)?|work(?:ing)?|fix|solve)\b|\bstill (?:not working|(?:does|is|will|did)(?: not|n['’]?t) |no luck|the same|nothing)|\bno luck\b|[试試][过過了]|[还還]是(?:不行|[没沒]用|不可以|一[样樣]|打不[开開]|收不到|登不)|^(?:[这這那]?(?:都|也)?)?(?:[没沒]用|[没沒]有用|不管用|不行)[的了啊]?[。.!！]*$/i;
/** An order's number, an address: something is to be done with it. */
const NAMES = /\d{3}|[@＠]/;
/** A sentence that tells what is not as it should be, rather than where somebody lives, or the name of something. */
const TELLS =
  /\b(?:no|not|nothing|never|nobody|still|cannot|doesnt|didnt|isnt|cant|wont|\w+n['’]t)\b.*\s\S|[没沒不无無].*\p{Script=Han}/iu;

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
  if (book?.faqs.has(last) !== true || (sure !== null && !isSame && sure.confidence >= CLEAR)) return null;
  const isAgain = isSame && formBook?.byIntent.has(last) !== true && TELLS.test(text);
  if ((!isAgain && !NO_HELP.test(text)) || turn.asks || NAMES.test(text)) return null;
  if (unsureStreak > 0) return callPerson(turn, 'unsure', turn.guesses);
  return { ...offeringPerson(turn, turn.texts.noHelp, 'small_talk', turn.guesses), unsureStreak: unsureStreak + 1 };
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
