import type { BotReply } from '../../conversation/bot-commands.ts';
import { introOf, startForm } from './form-reply.ts';
import type { FormBook } from '../forms/form-book.ts';
import type { Form } from '../forms/form.ts';
import type { Turn } from '../turn.ts';

/** No longer message is a title and one thing. */
const LONGEST = 80;
/** What may stand between them, and a polite word behind. */
const BETWEEN = /^(?:[\s,，:：#-]|\b(?:for|of|my|order|no|number|please|pls)\b\.?|请|订单号?|号)*$/iu;
/** The quick question: a search from every letter on for what may end in a digit costs more than the rest of this. */
const NAMES = /[\d@]/;
/** Most of a number or an address: no spaces, no Chinese. */
const THING = /[\w.+@-]*[\d@][\w.+@-]*/;
/** A full stop, a space. */
const BEHIND_TITLE = 2;
const POLITE_END = /[\s,]+(?:please|pls|plz|thanks|thx)[.!]*$|[\s，,]*(?:谢谢|吧)[。！]*$/i;
const FULL_STOP = /[.!。！]$/;
/** Two words or four Chinese signs, and no question. */
const SAYS_ENOUGH = /^(?!.*[?？]).*(?:\S\s+\S|\p{Script=Han}{4})/u;

/**
 * "Return TL-1042", 退货 TL-1042: a form that is called by its title, one thing that is named, and nothing else. There is no verb to
 * understand, and nothing else that it may mean.
 */
export function titledForm(turn: Turn): BotReply | null {
  const { text, pressed, form, formBook } = turn.input;
  if (pressed !== undefined || form || !formBook || text.length > LONGEST) return null;
  if (!NAMES.test(text)) return titleAlone(turn, formBook);
  const plain = text.toLowerCase();
  const titled = titlesOf(formBook).started.filter(({ titles }) => titles.some((title) => plain.includes(title)));
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

/** Before a title that is wished for. UTF-16 units. */
const LONGEST_WISH = 40;
const WISHES =
  /^(?:(?:hi|hello|hey|please|ok|so|yes)[\s,!]+)*(?:(?:i(?:['’]?d| would) (?:like|love)|i (?:want|need)|we (?:want|need)|can i|could i|may i|let me|i wanna) (?:to )?)?(?:(?:book|schedule|arrange|make|do|take|have|get|start|request|fill in) )?(?:(?:an?|the|another) )?$|^(?:你好|您好|请|我|想|要|需要|帮我|给我|可以|能|[,，\s])+(?:预约|约|做|办|申请|填|来|进行)?(?:一?[个次下份])?$/u;

/** "I'd like to book a level check", 我想做水平测试. */
function wishedBy(words: string, byTitle: Titles['byTitle']): Form | undefined {
  for (const [title, form] of byTitle) {
    if (words.endsWith(title) && WISHES.test(words.slice(0, -title.length))) return form;
  }
  return undefined;
}

/**
 * "Help with my order", 订单协助: what stands on a form's button, typed. One word alone, "return", may as well be a question; unless it stood on a
 * button just now, under the order that was named.
 */
function titleAlone(turn: Turn, book: FormBook): BotReply | null {
  const { text } = turn.input;
  const { byTitle, byWord, longest } = titlesOf(book);
  if (text.length > longest + BEHIND_TITLE + LONGEST_WISH) return null;
  const title = text.trim().replace(POLITE_END, '').replace(FULL_STOP, '').toLowerCase();
  const { named = [], intents = [] } = turn.context ?? {};
  const isOfOrder = named[0]?.kind === 'order' && intents.length === 0;
  const form = byTitle.get(title) ?? wishedBy(title, byTitle) ?? (isOfOrder ? byWord.get(title) : undefined);
  return form === undefined ? null : startForm(turn, form, '', introOf(turn, form, null), []);
}

interface Titled {
  readonly form: Form;
  /** In each of its languages, of lower case. */
  readonly titles: readonly string[];
}

interface Titles {
  /** Of the forms that an intent starts: beside them a thing may be named. */
  readonly started: readonly Titled[];
  /** Of all forms, by those titles that mean nothing else when they stand alone. */
  readonly byTitle: ReadonlyMap<string, Form>;
  /** Of those that an intent starts, by the titles of one word. */
  readonly byWord: ReadonlyMap<string, Form>;
  /** Of all titles. UTF-16 units. */
  readonly longest: number;
}

/** Put together once for each reading of a site. */
const known = new WeakMap<FormBook, Titles>();

function titlesOf(book: FormBook): Titles {
  let titles = known.get(book);
  if (titles === undefined) {
    const started = [...new Set(book.byIntent.values())].map((form) => ({ form, titles: lowerTitles(form) }));
    const alone = [...book.byName.values()].flatMap((form) =>
      lowerTitles(form).flatMap((title) => (SAYS_ENOUGH.test(title) ? [[title, form] as const] : [])),
    );
    const words = started.flatMap(({ form, titles: all }) => all.map((title) => [title, form] as const));
    const longest = Math.max(0, ...[...alone, ...words].map(([title]) => title.length));
    known.set(book, (titles = { started, byTitle: new Map(alone), byWord: new Map(words), longest }));
  }
  return titles;
}

function lowerTitles(form: Form): string[] {
  return Object.values(form.title).map((title) => title.toLowerCase());
}
