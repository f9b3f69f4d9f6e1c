import { coloursIn, namesColour, namesColours } from '@solodesk/core';
import type { Catalogue, Product, ProductFact } from '@solodesk/core';
import { atOnce } from '../in-slices.ts';
import { englishStem } from '../text/english-words.ts';
import { foldText } from '../text/fold-text.ts';
import { SlipFinder } from './slip-finder.ts';

const WORD = /[\p{Script=Latin}\p{N}]+/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
const NUMBER = /^\d+$/;
/** More words than any name has: the rest of a long text is not looked up. */
const MOST_WORDS = 12;

/** Letters of a stem that stand in each of its words: `dri` of dry has two. */
const BEGINNING = 2;
/** So many products are looked at for words that stand in no name. */
const MOST_DESCRIBED = 100;

/** For what no name need hold; each takes about a microsecond. */
const MOST_LOOKED_AT = 5_000;

/** Between two of these pauses lies about a millisecond of work. */
const NAMES_AT_ONCE = 50;

/** The catalogue of a site, or null where it has none. */
export function createCatalogue(products: readonly Product[]): Catalogue | null {
  return atOnce(buildCatalogue(products));
}

/** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
export function* buildCatalogue(products: readonly Product[]): Generator<void, Catalogue | null> {
  if (products.length === 0) return null;
  const names: string[] = [];
  const postings = new Map<string, Set<number>>();
  for (const [
    number,
    {
      id,
      names: { en = '', zh = '' },
    },
  ] of products.entries()) {
    if (number % NAMES_AT_ONCE === 0) yield;
    const name = foldText(`${en} ${zh} ${id}`);
    names.push(name);
    const { words, pairs } = unitsOf(name);
    for (const unit of [...words.map(stem), ...pairs]) {
      const posting = postings.get(unit);
      if (posting) posting.add(number);
      else postings.set(unit, new Set([number]));
    }
  }
  return new NameIndex(products, names, postings);
}

type Postings = ReadonlyMap<string, ReadonlySet<number>>;

/** Finds products by words of their names, in either language: an inverted index. */
class NameIndex implements Catalogue {
  readonly keeps: ReadonlySet<ProductFact>;
  readonly #products: readonly Product[];
  readonly #byId: ReadonlyMap<string, Product>;
  readonly #names: readonly string[];
  readonly #postings: Postings;
  /** Made at the first slip: most catalogues never meet one that no FAQ explains. */
  #slips: SlipFinder | null = null;

  constructor(products: readonly Product[], names: readonly string[], postings: Postings) {
    this.#products = products;
    this.#names = names;
    this.#postings = postings;
    this.#byId = new Map(products.map((product) => [product.id, product]));
    this.keeps = new Set(products.flatMap(factsOf));
  }

  get(id: string): Product | null {
    return this.#byId.get(id) ?? null;
  }

  called(text: string, spelling: 'exact' | 'slips'): readonly Product[] {
    const { words, pairs, single } = unitsOf(foldText(text));
    if (words.length + pairs.length + single.length > MOST_WORDS) return [];
    const holding: ReadonlySet<number>[] = [];
    // The first word that no name holds ends it: numbers first, as that of an order stands in no name; stemming takes longer than looking up.
    if (!pairs.every((pair) => this.#hold(holding, pair)))
      return spelling === 'slips' && words.length === 0 ? this.#mistypedRun(foldText(text)) : [];
    for (const word of words) if (NUMBER.test(word) && !this.#hold(holding, word)) return [];
    const isAlone = words.length + pairs.length + single.length === 1;
    for (const word of words) {
      if (NUMBER.test(word) || this.#hold(holding, stem(word))) continue;
      if (spelling === 'exact' || !this.#holdMistyped(holding, word, isAlone)) return [];
    }
    const [first, ...others] = holding.sort((one, other) => one.size - other.size);
    const colours = first === undefined ? [] : coloursIn(text);
    return [...(first ?? [])]
      .filter((number) => others.every((posting) => posting.has(number)))
      .filter((number) => single.every((character) => this.#names[number]?.includes(character)))
      .filter((number) => namesColours(this.#names[number] ?? '', colours))
      .flatMap((number) => this.#products[number] ?? []);
  }

  described(text: string): readonly Product[] {
    const { words, pairs, single } = unitsOf(foldText(text));
    if (words.length + pairs.length + single.length > MOST_WORDS) return [];
    const characters = [...pairs.join(''), ...single];
    const named = [...words.map(stem), ...pairs].flatMap((unit) => this.#postings.get(unit) ?? []);
    const few = named.filter(({ size }) => size <= MOST_DESCRIBED).flatMap((posting) => [...posting]);
    const colours = few.length === 0 ? [] : coloursIn(text);
    return [...new Set(few)]
      .sort((one, other) => one - other)
      .slice(0, MOST_DESCRIBED)
      .flatMap((number) => this.#products[number] ?? [])
      .filter((product) => tells(product, words.map(stem), characters) && namesColours(toldOf(product), colours));
  }

  told(text: string): readonly Product[] {
    const { words, pairs, single } = unitsOf(foldText(text));
    const characters = [...pairs.join(''), ...single];
    if (words.length + characters.length === 0 || words.length + characters.length > MOST_WORDS) return [];
    const stems = words.map(stem);
    const colours = coloursIn(text);
    return this.#products
      .slice(0, MOST_LOOKED_AT)
      .filter((product) => tells(product, stems, characters) && namesColours(toldOf(product), colours));
  }

  #hold(holding: ReadonlySet<number>[], unit: string): boolean {
    const posting = this.#postings.get(unit);
    if (posting !== undefined) holding.push(posting);
    return posting !== undefined;
  }

  /** Names of all the words that it is as near to: those of the others tell which of them is meant. */
  #holdMistyped(holding: ReadonlySet<number>[], word: string, isAlone: boolean): boolean {
    this.#slips ??= new SlipFinder(this.#names.flatMap((name) => name.match(WORD) ?? []));
    const near = this.#slips.find(word, isAlone).flatMap((unit) => [...(this.#postings.get(unit) ?? [])]);
    if (near.length > 0) holding.push(new Set(near));
    return near.length > 0;
  }

  /** Names that hold a run of three Chinese characters or more but for one of them: 亚麻衬杉. */
  #mistypedRun(text: string): readonly Product[] {
    const [run, ...others] = text.match(HAN_RUN) ?? [];
    if (run === undefined || run.length < 3 || others.length > 0) return [];
    const { pairs } = unitsOf(run);
    const near = new Set(pairs.flatMap((pair) => [...(this.#postings.get(pair) ?? [])]));
    return [...near]
      .filter((number) => holdsButForOne(this.#names[number] ?? '', run))
      .flatMap((number) => this.#products[number] ?? []);
  }
}

function holdsButForOne(name: string, run: string): boolean {
  for (let at = 0; at + run.length <= name.length; at += 1) {
    let others = 0;
    for (let offset = 0; offset < run.length && others < 2; offset += 1)
      if (name[at + offset] !== run[offset]) others += 1;
    if (others < 2) return true;
  }
  return false;
}

/** Whether all that is known of a product, its names with it, holds these words (stems) and Chinese characters. */
function tells(product: Product, words: readonly string[], characters: readonly string[]) {
  const text = toldOf(product);
  if (!characters.every((character) => text.includes(character))) return false;
  // Stemming takes longest: only where the beginning of each word stands there.
  if (!words.every((word) => text.includes(word.slice(0, BEGINNING)))) return false;
  const held = new Set(text.match(WORD)?.map(stem));
  return words.every((word) => held.has(word));
}

/** Folded once: it is looked at for every question that names something of many names. */
const folded = new WeakMap<Product, string>();

function toldOf(product: Product): string {
  let text = folded.get(product);
  if (text === undefined) {
    const { id, names, descriptions = {}, specs = {} } = product;
    const told = [names, descriptions, specs].flatMap((texts) => Object.values(texts).flat());
    text = foldText([id, ...told].join(' '));
    folded.set(product, text);
  }
  return text;
}

/** A number stands for itself. */
function stem(word: string): string {
  return NUMBER.test(word) ? word : englishStem(word);
}

/** Words, pairs of Chinese characters, and single ones between others, which are looked for as they are. */
function unitsOf(folded: string): { words: string[]; pairs: string[]; single: string[] } {
  const pairs: string[] = [];
  const single: string[] = [];
  for (const run of folded.match(HAN_RUN) ?? []) {
    if (run.length === 1) single.push(run);
    for (let at = 0; at + 1 < run.length; at += 1) pairs.push(run.slice(at, at + 2));
  }
  return { words: folded.match(WORD) ?? [], pairs, single };
}

function factsOf({ price, stock, sizes, descriptions, specs }: Product): ProductFact[] {
  const details = [...Object.values(descriptions ?? {}), ...Object.values(specs ?? {}).flat()];
  return [
    ...(price === null ? [] : (['price'] as const)),
    ...(stock === undefined ? [] : (['stock'] as const)),
    ...(sizes === undefined || sizes.length === 0 ? [] : (['sizes'] as const)),
    ...(details.some(namesColour) ? (['colours'] as const) : []),
    ...(descriptions === undefined && specs === undefined ? [] : (['details'] as const)),
  ];
}
