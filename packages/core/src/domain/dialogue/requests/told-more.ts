import type { BotReply } from '../../conversation/bot-commands.ts';
import { introOf, startForm, toldOf } from './form-reply.ts';
import type { Turn } from '../turn.ts';

/** Two words, or four Chinese characters: less tells nothing. */
const TELLS = /[\p{L}\d]\S*\s+\S*[\p{L}\d]|(?:\p{Script=Han}.*){4}/u;

/**
 * "Your app crashes", "when I click export it just dies": who tells more of that to which the bot has said what should be written does what it
 * asked for. The form that stood under the answer takes it, where the same answer would be said once more.
 */
export function toldMore(turn: Turn): BotReply | null {
  const { text, pressed, form: open, formBook, ticket } = turn.input;
  const { sure, context } = turn;
  const [last] = context?.intents.slice(-1) ?? [];
  if (last === undefined || sure?.intent !== last || pressed !== undefined || open || ticket !== null) return null;
  const form = formBook?.byIntent.get(last);
  if (form === undefined || form.atOnce || form.changesBooking) return null;
  const before = context?.words ?? '';
  if (text === before || turn.asks || !TELLS.test(text)) return null;
  const takesWords = form.slots.some(({ type, fromOpening }) => type === 'text' && fromOpening);
  if (!takesWords && toldOf(turn, form).count === 0) return null;
  return startForm(turn, form, `${before}\n${text}`.trim(), introOf(turn, form, null), turn.guesses);
}
