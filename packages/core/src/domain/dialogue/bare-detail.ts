import type { BotReply } from '../conversation/bot-commands.ts';
import { BUILT_IN } from '../faq.ts';
import { localize } from '../locale.ts';
import { afterAnswer, NOTHING_YET } from './dialogue-context.ts';
import { buttonIntent } from './forms/form-button.ts';
import { namesOnly } from './forms/only-names.ts';
import { say } from './turn.ts';
import type { Turn } from './turn.ts';

/** No longer message names nothing but one thing. */
const LONGEST = 80;
/** Without spaces, and without Chinese, which has none either. */
const MAY_BE = /^(?=.*[\d@])[\w.+#@-]+[!?。！]?$/;
const SIGN = /[@＠]/;
/** "My mail is a@b.example", and no "write to a@b.example", by which something is asked for. */
const MAY_SAY_WHERE =
  /^[^@＠]*(?:\b(?:e-?mail|mail|address)\b(?:['’]s|\s(?:address\s)?is\b|\s?:)|(?:邮箱|电邮|邮件)(?:地址)?(?:是|为|：|:))[^@＠]*[@＠]/iu;
/** "Order 1042", 我的订单号是1042: few words besides. */
const MAY_SAY_ORDER = /^\D{0,20}(?:\border\b|订单|訂單|单号|單號)\D{0,20}\d{3,14}\D{0,12}$/i;
/** An order and an address, one behind the other. */
const MAY_BE_BOTH =
  /^[\w.+#-]*\d{3}[\w-]*[\s,，;；/]+(?:and |和)?[^\s@＠]+[@＠]\S+$|^[^\s@＠]+[@＠][^\s,，;；]+[\s,，;；/]+(?:and |和)?[\w#-]*\d{3}\S*$/i;
const MOST_OFFERED = 4;

/**
 * "TL-1042", "order 1042" or an address, and nothing else, while nothing was asked: it means no question, whatever was talked about before. It is
 * kept for what comes next, and what can be done with an order stands under the answer.
 */
export function bareDetail(turn: Turn): BotReply | null {
  const { text, pressed, form, formBook, locale, now } = turn.input;
  const bare = text.trim();
  if (pressed !== undefined || form || bare.length > LONGEST) return null;
  const alone = MAY_BE.test(bare);
  const besides = SIGN.test(bare)
    ? MAY_SAY_WHERE.test(bare) || MAY_BE_BOTH.test(bare)
    : !turn.asks && MAY_SAY_ORDER.test(bare);
  if (!alone && !besides) return null;
  const all = turn.named;
  const [named] = all;
  if (named === undefined || (named.kind !== 'order' && named.kind !== 'email')) return null;
  const isOrder = named.kind === 'order';
  // "Order 1042" says the digits alone of TL-1042.
  if (
    !alone &&
    !namesOnly(bare, [...all.map(({ value }) => value), ...(isOrder ? [named.value.replace(/^\D+/, '')] : [])])
  )
    return null;
  const forms = isOrder && formBook ? [...new Set(formBook.byIntent.values())] : [];
  const offered = forms
    .filter(({ slots }) => slots.some(({ type }) => type === 'order'))
    .slice(0, MOST_OFFERED)
    .map(({ title, name }) => ({ label: localize(title, locale) ?? name, intent: buttonIntent('begin', name) }));
  const { intents, words } = turn.context ?? NOTHING_YET;
  return {
    ...say((isOrder ? turn.texts.orderNamed : turn.texts.detailNamed)(named.value), {
      kind: 'small_talk',
      guesses: [],
    }),
    quickReplies: [...offered, { label: turn.texts.talkToPerson, intent: BUILT_IN.person }],
    context: afterAnswer(turn.context, { intents, words, named: all, at: now }),
    unsureStreak: turn.input.unsureStreak,
  };
}
