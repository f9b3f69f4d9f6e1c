import type { BotReply } from '../../conversation/bot-commands.ts';
import { introOf, startForm, toldOf } from './form-reply.ts';
import { mayNameChoice } from '../forms/choice-glance.ts';
import type { Form } from '../forms/form.ts';
import { mayChoose } from '../forms/read-slot-choice.ts';
import type { Turn } from '../turn.ts';

/** What a request that says everything names: an order, an address, a number to call. */
const NAMES = /[\d@＠]/;
/** What happened already is not asked for: "I sent order 1042 back, I want my money". */
export const DONE =
  /\b(?:already|returned|sent (?:it |them |this )?back|shipped back|has been|was (?:sent|shipped))\b|已经|退回|寄回|寄出/i;
const ENOUGH = 3;
const LONGEST = 600;

/**
 * Whoever names three details of one form, and of no other as many, wants what that form is for, however it is put: "TL-1042, too
 * big, money back please, a@b.example" has no verb, and its last words alone would be a question about refunds.
 */
export function fittingForm(turn: Turn): BotReply | null {
  const { text, pressed, formBook } = turn.input;
  if (!formBook || formBook.byIntent.size === 0 || pressed !== undefined || !NAMES.test(text)) return null;
  if (text.length > LONGEST || !mayNameChoice(formBook, text)) return null;
  if (turn.asks || DONE.test(text)) return null;
  const { plain } = turn;
  let best: Form | null = null;
  let most = 0;
  for (const form of new Set(formBook.byIntent.values())) {
    if (!mayFit(turn, form, plain)) continue;
    const { count, chosen } = toldOf(turn, form);
    if (!chosen || count < ENOUGH) continue;
    // Of two that fit as well as each other, the one that is called by its name.
    const fit = count + (isNamed(form, text) ? 0.5 : 0);
    if (fit < most) continue;
    best = fit > most ? form : null;
    most = fit;
  }
  return best && startForm(turn, best, text, introOf(turn, best, null), []);
}

/**
 * The quick question first: without one of the form's choices nothing fits, and nearly every message has none. Names of products take
 * longest to find, and are looked for only where they can make the difference.
 */
function mayFit(turn: Turn, form: Form, plain: string): boolean {
  if (!form.slots.some((slot) => slot.type === 'choice' && mayChoose(slot, plain))) return false;
  const products = form.slots.filter(({ type }) => type === 'product').length;
  if (products === 0) return true;
  const { count, chosen } = toldOf(turn, form, 'product');
  return chosen && count + products >= ENOUGH;
}

function isNamed({ title }: Form, text: string): boolean {
  const words = text.toLowerCase();
  return Object.values(title).some((name) => words.includes(name.toLowerCase()));
}
