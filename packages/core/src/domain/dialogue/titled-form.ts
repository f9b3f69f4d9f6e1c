import type { BotReply } from '../conversation/bot-commands.ts';
import { introOf, startForm } from './form-reply.ts';
import type { FormBook } from './forms/form-book.ts';
import type { Form } from './forms/form.ts';
import type { Turn } from './turn.ts';

/** No longer message is a title and one thing. */
const LONGEST = 80;
/** What may stand between them, and a polite word behind. */
const BETWEEN = /^(?:[\s,，:：#-]|\b(?:for|of|my|order|no|number|please|pls)\b\.?|请|订单号?|号)*$/iu;
/** The quick question: a search from every letter on for what may end in a digit costs more than the rest of this. */
const NAMES = /[\d@]/;
/** Most of a number or an address: no spaces, no Chinese. */
const THING = /[\w.+@-]*[\d@][\w.+@-]*/;

/**
 * "Return TL-1042", 退货 TL-1042: a form that is called by its title, one thing that is named, and nothing else. There is no verb to
 * understand, and nothing else that it may mean.
 */
export function titledForm(turn: Turn): BotReply | null {
  const { text, pressed, form, formBook } = turn.input;
  if (pressed !== undefined || form || !formBook || formBook.byIntent.size === 0 || text.length > LONGEST) return null;
  if (!NAMES.test(text)) return null;
  const plain = text.toLowerCase();
  const titled = titlesOf(formBook).filter(({ titles }) => titles.some((title) => plain.includes(title)));
  const thing = titled.length === 0 ? null : THING.exec(text);
  if (thing === null) return null;
  const words = text.replace(thing[0], ' ').toLowerCase();
  for (const { form: one, titles } of titled) {
    const title = titles.find((name) => words.includes(name));
    if (title === undefined || !BETWEEN.test(words.replace(title, ' '))) continue;
    return turn.input.namedIn(thing[0]).length === 0 ? null : startForm(turn, one, text, introOf(turn, one, null), []);
  }
  return null;
}

interface Titled {
  readonly form: Form;
  /** In each of its languages, of lower case. */
  readonly titles: readonly string[];
}

/** Put together once for each reading of a site. */
const known = new WeakMap<FormBook, readonly Titled[]>();

function titlesOf(book: FormBook): readonly Titled[] {
  let titled = known.get(book);
  if (titled === undefined) {
    titled = [...new Set(book.byIntent.values())].map((form) => {
      return { form, titles: Object.values(form.title).map((title) => title.toLowerCase()) };
    });
    known.set(book, titled);
  }
  return titled;
}
