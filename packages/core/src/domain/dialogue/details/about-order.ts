import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say themselves what they are about. UTF-16 units. */
const LONGEST = 60;
const POINTS = /\b(?:it|that|this|that one|this one)\b/i;
const POINTS_ZH = /它|这(?:个|单|笔)|那(?:个|单|笔)|這(?:個|單|筆)/u;
const HAN = /\p{Script=Han}/u;
/** The thing is named already. */
const NAMES_OTHER = /\d{3}|[@＠]/;
const NAMES = /order|parcel|package|订单|訂單|包裹|快递|快遞|\d{3}|[@＠]/i;

/** Longer messages tell more than an order and an address. UTF-16 units. */
const LONGEST_WITH_DETAILS = 200;
/** "My order is TL-1042", "and my e-mail is a@b.example", 邮箱a@b.example. */
const DETAILS =
  /(?:\b(?:and|with|under|for|it['’]?s)\s+)?(?:\b(?:my|the|our)\s+)?(?:(?:\b(?:order|e-?mail|mail)(?:\s+(?:number|no\.?|address|id))*|(?:我的?)?(?:订单号?|单号|邮箱|电邮|邮件)(?:地址)?)\s*(?:\bis\b|['’]s\b|[:：#是为])?\s*)?(?:[\w.+-]+[@＠][\w.-]+\w|#?(?<![\w@])[A-Z]{0,6}-?\d{3,14}(?![\w@]))/giu;
const GREETING =
  /^[\s\W]*(?:(?:hi|hello|hey|good (?:morning|day|afternoon|evening))(?: there| all| team)?|[您你]好)[\s,.!，。！-]*/iu;
const EDGES = /^[\s,.;:!，。；、！–-]+|[\s,;:，；、–-]+$/gu;
const ALSO = /\band\b|\balso\b|还有|另外|[?？].*[?？]/iu;

/**
 * "My order is TL-1042 and my mail is a@b.example, where is it?", "TL-1042 where is it": what is asked of the order, without what is told of it.
 * An address in the message makes it look like a question about mails, and "it" like one about whatever was spoken of before.
 */
function askedBesideDetails({ input, named }: Turn): string | null {
  const { text } = input;
  if (text.length > LONGEST_WITH_DETAILS || !/\d{3}/.test(text)) return null;
  const points = /[@＠]/.test(text) ? null : HAN.test(text) ? POINTS_ZH : POINTS;
  if (!named.some(({ kind }) => kind === 'order')) return null;
  const rest = text.replace(DETAILS, ' ').replace(GREETING, '').replace(EDGES, '');
  if (rest.length > LONGEST || NAMES_OTHER.test(rest) || ALSO.test(rest)) return null;
  if (points?.test(rest) === false) return null;
  // "Return TL-1042, it's torn" asks nothing.
  return looksLikeQuestion(rest) ? rest : null;
}

/**
 * "TL-1042", "where is it": who named an order and nothing else asks of that, however near the bare words are to something else ("where is it
 * made").
 */
export function aboutOrder(turn: Turn): BotReply | null {
  const { pressed, form } = turn.input;
  if (pressed !== undefined || form) return null;
  const asked = askedOfNamedBefore(turn) ?? askedBesideDetails(turn);
  const words = asked === null ? null : ofTheOrder(asked);
  const sure = words === null ? null : turn.surest(turn.input.understand(words).guesses);
  if (words === null || sure === null || isSmallTalk(sure.intent) || sure.intent === BUILT_IN.person) return null;
  // A form finds the details in the whole of it.
  return settle(turn, sure.intent, [sure], asked === turn.input.text ? words : turn.input.text);
}

function askedOfNamedBefore({ context, input: { text } }: Turn): string | null {
  if (context === null || context.intents.length > 0 || context.named[0]?.kind !== 'order') return null;
  return text.length > LONGEST || NAMES.test(text) ? null : text;
}

/** The message with the order in the place of what points to it; in Chinese, where nothing need point, before a question. */
function ofTheOrder(text: string): string | null {
  if (!HAN.test(text)) return POINTS.test(text) ? text.replace(POINTS, 'my order') : null;
  if (POINTS_ZH.test(text)) return text.replace(POINTS_ZH, '我的订单');
  return looksLikeQuestion(text) || /(?:到|发|退|取消|改|送).{0,6}(?:[了吗呢]|$)/u.test(text)
    ? `我的订单${text}`
    : null;
}
