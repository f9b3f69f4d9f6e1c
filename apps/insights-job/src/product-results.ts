import { ASKED_FACTS, askedFacts, cleanMessages, isLacking } from '@solodesk/analytics';
import type { AskedFact } from '@solodesk/analytics';
import type { FeedbackMood, Localized, Product, Remark, Sentiment } from '@solodesk/core';
import type { SaidRow } from './said-rows.ts';

/** A fact that was asked for. */
export interface AskedOfProduct {
  readonly fact: AskedFact;
  readonly n: number;
  /** Of them, how many found no answer. */
  readonly unanswered: number;
  /** The catalogue does not say it. */
  readonly isLacking: boolean;
  readonly examples: readonly Remark[];
}

/** What people said about a product; of their words only where they stand. */
export interface ProductResult {
  readonly id: string;
  readonly names: Localized<string>;
  readonly n: number;
  readonly mood: Readonly<Record<FeedbackMood, number>>;
  /** The most frequent first; by their ids. */
  readonly themes: readonly { readonly id: string; readonly n: number }[];
  /** What is lacking first, then what was asked most. */
  readonly asked: readonly AskedOfProduct[];
  readonly unanswered: { readonly n: number; readonly examples: readonly Remark[] };
}

export interface ProductResults {
  readonly first: string;
  readonly through: string;
  /** Messages about any product. */
  readonly messages: number;
  /** The most spoken of first. */
  readonly products: readonly ProductResult[];
}

export interface NamedProduct {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The goods of a site as they are now: of what they were nothing is known. */
export interface ProductLook {
  readonly products: ReadonlyMap<string, Product>;
  /** Those that a text names, and where (UTF-16 units). */
  readonly find: (text: string) => readonly NamedProduct[];
}

export interface ProductParts extends ProductLook {
  readonly sentiment: Sentiment;
  readonly foldScript: (text: string) => string;
  readonly themeOf: ReadonlyMap<Remark, string>;
  /** As `conversation:seq`. */
  readonly unanswered: ReadonlySet<string>;
}

const MOST_PRODUCTS = 30;
const MOST_THEMES = 3;
const EXAMPLES = 3;
/** The newest messages that are looked at: each takes a good part of a millisecond. */
const MOST_READ = 20_000;
/** "And what is it made of?" is about the product that was named before, for so long. Milliseconds. */
const SPOKEN_OF_MS = 30 * 60_000;

interface Counted {
  readonly rows: SaidRow[];
  readonly asked: Map<AskedFact, SaidRow[]>;
}

/** What was said about each product within some days. */
export function productResults(
  days: Pick<ProductResults, 'first' | 'through'>,
  said: readonly SaidRow[],
  parts: ProductParts,
): ProductResults {
  const rows = said.slice(-MOST_READ);
  const texts = cleanTexts(rows, parts.foldScript);
  const counted = new Map<string, Counted>();
  const spokenOf = new Map<number, { id: string; at: number }>();
  const named = remembering(parts.find);
  let messages = 0;
  rows.forEach((row, place) => {
    const text = texts[place];
    if (text === undefined) return;
    const spans = named(text);
    const facts = askedFacts(without(text, spans));
    const found = [...new Set(spans.map(({ id }) => id))];
    if (found.length === 1 && row.conversation > 0) spokenOf.set(row.conversation, { id: found[0]!, at: row.at });
    const before = spokenOf.get(row.conversation);
    const goesOn = found.length === 0 && facts.length > 0 && before && row.at - before.at <= SPOKEN_OF_MS;
    const products = goesOn ? [before.id] : found;
    if (products.length > 0) messages++;
    for (const id of products) {
      const own = counted.get(id) ?? { rows: [], asked: new Map<AskedFact, SaidRow[]>() };
      counted.set(id, own);
      own.rows.push(row);
      for (const fact of facts) {
        const asked = own.asked.get(fact) ?? [];
        asked.push(row);
        own.asked.set(fact, asked);
      }
    }
  });
  const isOpen = ({ conversation, seq }: SaidRow) => parts.unanswered.has(`${conversation}:${seq}`);
  const moodOf = remembering((text: string) => parts.sentiment.read(text, 'en').label);
  const textOf = new Map(rows.map((row, place) => [row.id, texts[place] ?? '']));
  const products = [...counted]
    .sort(([one, a], [other, b]) => b.rows.length - a.rows.length || (one < other ? -1 : 1))
    .slice(0, MOST_PRODUCTS)
    .flatMap(([id, own]): ProductResult[] => {
      const product = parts.products.get(id);
      if (product === undefined) return [];
      const mood = { negative: 0, neutral: 0, positive: 0 };
      for (const row of own.rows) mood[row.mood ?? moodOf(textOf.get(row.id) ?? '')] += 1;
      const open = own.rows.filter(isOpen);
      return [
        {
          ...{ id, names: product.names, n: own.rows.length, mood, themes: themesOf(own.rows, parts.themeOf) },
          asked: askedOf(product, own.asked, isOpen),
          unanswered: { n: open.length, examples: examplesOf(open) },
        },
      ];
    });
  return { ...days, messages, products };
}

/** A name may say what a thing is made of: nobody asks that with it. */
function without(text: string, spans: readonly NamedProduct[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** Of each row what is left of it, undefined where that is nothing. */
function cleanTexts(rows: readonly SaidRow[], foldScript: (text: string) => string): (string | undefined)[] {
  const texts = new Array<string | undefined>(rows.length).fill(undefined);
  const { messages } = cleanMessages(
    rows.map(({ text }) => text),
    { foldScript },
  );
  for (const { text, at } of messages) for (const place of at) texts[place] = text;
  return texts;
}

function askedOf(
  product: Product,
  asked: ReadonlyMap<AskedFact, readonly SaidRow[]>,
  isOpen: (row: SaidRow) => boolean,
): AskedOfProduct[] {
  return ASKED_FACTS.flatMap((fact): AskedOfProduct[] => {
    const rows = asked.get(fact) ?? [];
    if (rows.length === 0) return [];
    const unanswered = rows.filter(isOpen).length;
    return [{ fact, n: rows.length, unanswered, isLacking: isLacking(product, fact), examples: examplesOf(rows) }];
  }).sort((one, other) => Number(other.isLacking) - Number(one.isLacking) || other.n - one.n);
}

function themesOf(rows: readonly SaidRow[], themeOf: ReadonlyMap<Remark, string>): ProductResult['themes'] {
  const counts = new Map<string, number>();
  for (const { id } of rows) {
    const theme = themeOf.get(id);
    if (theme !== undefined) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, MOST_THEMES)
    .map(([id, n]) => ({ id, n }));
}

/** The last ones. */
const examplesOf = (rows: readonly SaidRow[]): Remark[] => rows.slice(-EXAMPLES).map(({ id }) => id);

/** Messages repeat: each text is looked at once. */
function remembering<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, look(text));
    return known.get(text)!;
  };
}
