import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { looksLikeQuestion } from '../forms/form-words.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say themselves what they are about. UTF-16 units. */
const LONGEST = 60;
const POINTS = /\b(?:it|that|this|that one|this one)\b/i;
const POINTS_ZH = /它|这(?:个|单|笔)|那(?:个|单|笔)|這(?:個|單|筆)/u;
const HAN = /\p{Script=Han}/u;
/** The thing is named already. */
const NAMES = /order|parcel|package|订单|訂單|包裹|快递|快遞|\d{3}|[@＠]/i;

/**
 * "TL-1042", "where is it": who named an order and nothing else asks of that, however near the bare words are to something else ("where is it
 * made").
 */
export function aboutOrder(turn: Turn): BotReply | null {
  const { context } = turn;
  if (context === null || context.intents.length > 0 || context.named[0]?.kind !== 'order') return null;
  const { text, pressed, form } = turn.input;
  if (pressed !== undefined || form || text.length > LONGEST || NAMES.test(text)) return null;
  const words = ofTheOrder(text);
  const sure = words === null ? null : turn.surest(turn.input.understand(words).guesses);
  if (words === null || sure === null || isSmallTalk(sure.intent) || sure.intent === BUILT_IN.person) return null;
  return settle(turn, sure.intent, [sure], words);
}

/** The message with the order in the place of what points to it; in Chinese, where nothing need point, before a question. */
function ofTheOrder(text: string): string | null {
  if (!HAN.test(text)) return POINTS.test(text) ? text.replace(POINTS, 'my order') : null;
  if (POINTS_ZH.test(text)) return text.replace(POINTS_ZH, '我的订单');
  return looksLikeQuestion(text) || /(?:到|发|退|取消|改|送).{0,6}(?:[了吗呢]|$)/u.test(text)
    ? `我的订单${text}`
    : null;
}
