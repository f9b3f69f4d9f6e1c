import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { localize } from '../../locale.ts';
import { afterAnswer, NOTHING_YET } from '../dialogue-context.ts';
import type { NamedThing } from '../dialogue-context.ts';
import { introOf, startForm } from '../requests/form-reply.ts';
import { ticketInHand } from '../requests/ticket-in-hand.ts';
import { buttonIntent } from '../forms/form-button.ts';
import type { Form } from '../forms/form.ts';
import { spokenDigits } from '../../words/spoken-digits.ts';
import { namesOnly } from '../forms/only-names.ts';
import { readSpelledEmail } from '../forms/spelled-email.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

const HAS_NUMBER_OR_SIGN = /\d{3}|[@＠]/;
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
/** What else people put around it: "no, TL-1042", "TL-1042 too". */
const FRAME =
  /^(?:(?:and|also|plus|maybe|perhaps|probably|i think|try|it['’]?s|no|sorry|oh|wait|ok|okay|yes|i (?:meant?|mean)|那|还有|还|是|就是|不是|不对|可能是?|应该是|大概是)[\s,，:：]+)+|[\s,，]+(?:too|as well|also|please|pls|thanks|thank you|sorry|也是|呢|谢谢)[.!。！]*$/giu;
/** Of an order that its name says to be one, where the site does not say how its orders' numbers look. */
const NUMBER = /(?<![\w@])[A-Z]{0,6}-?\d{3,14}(?![\w@])/i;
const MOST_OFFERED = 4;

/**
 * "TL-1042", "order 1042" or an address, and nothing else, while nothing was asked: it means no question, whatever was talked about before. It is
 * kept for what comes next, and what can be done with an order stands under the answer. After an answer that asked for it, its form begins.
 */
export function bareDetail(turn: Turn): BotReply | null {
  const { pressed, form, formBook, locale, now } = turn.input;
  if (pressed !== undefined || form || turn.input.text.length > LONGEST) return null;
  const text = dictated(turn.input.text);
  if (!HAS_NUMBER_OR_SIGN.test(text)) return null;
  const allNamed = text === turn.input.text ? turn.named : turn.input.namedIn(text);
  const bare = text.trim().replace(FRAME, '');
  const alone = MAY_BE.test(bare);
  const besides = SIGN.test(bare)
    ? MAY_SAY_WHERE.test(bare) || MAY_BE_BOTH.test(bare)
    : !turn.asks && MAY_SAY_ORDER.test(bare);
  if (!alone && !besides) return null;
  const isOrders = besides || invitedForm(turn) !== null;
  const all = allNamed.length === 0 && isOrders ? orderByItsName(bare) : allNamed;
  const [named] = all;
  if (named === undefined || (named.kind !== 'order' && named.kind !== 'email')) return null;
  const isOrder = named.kind === 'order';
  // "Order 1042" says the digits alone of TL-1042.
  if (
    !alone &&
    !namesOnly(bare, [...all.map(({ value }) => value), ...(isOrder ? [named.value.replace(/^\D+/, '')] : [])])
  )
    return null;
  // Where the answer to a request goes is for whoever answers it.
  const added = isOrder ? null : ticketInHand(turn);
  if (added !== null) return added;
  const invited = isOrder ? invitedForm(turn) : null;
  if (invited !== null) {
    const before = turn.context?.words ?? '';
    const slot = invited.slots.find(({ type }) => type === 'order')?.name ?? '';
    const told = { [slot]: { value: named.value, from: 'said' } } as const;
    return startForm(turn, invited, `${before}\n${text}`.trim(), introOf(turn, invited, null), [], told);
  }
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

/** Names it in words, as a telephone writes down what is said to it: "one oh four two", "ann at mail dot example" and nothing else. */
function dictated(text: string): string {
  const email = SPELLED_OUT.test(text) ? readSpelledEmail(text) : null;
  return email !== null && namesOnly(text.replace(SPELLED_OUT, email), [email]) ? email : spokenDigits(text);
}

const SPELLED_OUT = /\S+ at \S+(?: dot \S+)+/i;

/** The form of the answer that was given last, or of the one question that was offered, if it wants to know an order: "write your order number, and a person will look". */
function invitedForm({ context, input }: Turn): Form | null {
  const [offered, ...others] = (context?.offered ?? []).filter((intent) => intent !== BUILT_IN.person);
  const last = offered !== undefined && others.length === 0 ? offered : context?.intents.at(-1);
  const form = last === undefined ? undefined : input.formBook?.byIntent.get(last);
  if (form === undefined || (form.atOnce && offered === undefined) || input.ticket !== null) return null;
  return form.slots.some(({ type }) => type === 'order') ? form : null;
}

function orderByItsName(bare: string): NamedThing[] {
  const value = SIGN.test(bare) ? undefined : NUMBER.exec(bare)?.[0];
  return value === undefined ? [] : [{ kind: 'order', value: value.toUpperCase() }];
}
