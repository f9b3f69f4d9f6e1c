import type { BotReply } from '../../conversation/bot-commands.ts';
import { introOf, startForm, toldOf } from './form-reply.ts';
import { CONTACT } from '../forms/contact-form.ts';
import { asksSomewhere } from '../../words/asks.ts';
import type { Form } from '../forms/form.ts';
import type { Turn } from '../turn.ts';

/** Says that the answer was none, rather than what it asked for. */
const REJECTS =
  /^(?:no\b|nope|nah|not\b|that(?:['’]?s|\s+is)?\s+not|this\s+is\s+not|it(?:['’]s|\s+is)\s+not|i\s+(?:didn|did\s+not|don|do\s+not)|wrong|不是|不对|不對|没有?用|沒有?用|错|錯)/iu;
/** "Yes, register me please" to what was just said, though the words alone would be too few to be sure of. */
const AGREES =
  /^(?:yes|yeah|yep|sure|ok(?:ay)?|please)[\s,.!]+\S|^(?:好的?|是的?|行|可以|嗯)[\s,，]*(?:我|请|帮|给|就|那|麻烦)/iu;
/** Two words, or two Chinese characters: less tells nothing. */
const SAYS_SOMETHING = /[\p{L}\d]\S*\s+\S*[\p{L}\d]|\p{Script=Han}{2}|\d{3}|[@＠]/u;

/**
 * "Write your order number and what should change" is answered by words that no FAQ knows, and that are meant for a person: they go
 * into the form that stood under that answer, with what was said to get it. Only where the form takes words as they are, or finds
 * in them what it asks for. Who has a request running adds to that one.
 */
export function invitedWords(turn: Turn): BotReply | null {
  const { text, pressed, form: open, formBook, ticket } = turn.input;
  const [asked] = turn.context?.intents.slice(-1) ?? [];
  const begun = asked === undefined ? undefined : formBook?.byIntent.get(asked);
  // What is not booked from here a person has to look for.
  const form = begun?.changesBooking ? formBook?.byName.get(CONTACT) : begun;
  if (form === undefined || form.atOnce || open || pressed !== undefined || ticket !== null) return null;
  if (turn.sure !== null || REJECTS.test(text.trim()) || !SAYS_SOMETHING.test(text) || asksSomewhere(text)) return null;
  const agrees = AGREES.test(text.trim()) && turn.guesses[0]?.intent === asked;
  if (!agrees && !takesWords(form) && toldOf(turn, form).count === 0) return null;
  const before = turn.context?.words ?? '';
  return startForm(turn, form, `${before}\n${text}`.trim(), introOf(turn, form, null), turn.guesses);
}

/** Whether what somebody has to say may simply stand in it. */
function takesWords({ slots }: Form): boolean {
  return slots.some(({ type, fromOpening }) => type === 'text' && fromOpening);
}
