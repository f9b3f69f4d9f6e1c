import type { BotReply } from '../conversation/bot-commands.ts';
import { introOf, startForm } from './form-reply.ts';
import type { Turn } from './turn.ts';

/** No longer message is a title and one thing. */
const LONGEST = 80;
/** What may stand between them, and a polite word behind. */
const BETWEEN = /^(?:[\s,，:：#-]|\b(?:for|of|my|order|no|number|please|pls)\b\.?|请|订单号?|号)*$/iu;
/** Most of a number or an address: no spaces, no Chinese. */
const THING = /[\w.+@-]*[\d@][\w.+@-]*/;

/**
 * "Return TL-1042", 退货 TL-1042: a form that is called by its title, one thing that is named, and nothing else. There is no verb to
 * understand, and nothing else that it may mean.
 */
export function titledForm(turn: Turn): BotReply | null {
  const { text, pressed, form, formBook } = turn.input;
  if (pressed !== undefined || form || !formBook || formBook.byIntent.size === 0 || text.length > LONGEST) return null;
  const thing = THING.exec(text);
  if (thing === null) return null;
  const words = text.replace(thing[0], ' ').toLowerCase();
  for (const one of new Set(formBook.byIntent.values())) {
    const title = Object.values(one.title).find((name) => words.includes(name.toLowerCase()));
    if (title === undefined || !BETWEEN.test(words.replace(title.toLowerCase(), ' '))) continue;
    return turn.input.namedIn(thing[0]).length === 0 ? null : startForm(turn, one, text, introOf(turn, one, null), []);
  }
  return null;
}
