import { cleanMessages, findThemes, mostRepeated } from '@solodesk/analytics';
import type { TextReader } from '@solodesk/analytics';
import type { Remark, Sentiment } from '@solodesk/core';
import { categoryResults } from './category-results.ts';
import type { SaidText } from './category-results.ts';
import type { SaidRow } from './said-rows.ts';
import { dormantThemes, liveSamples, sampleOf, themeIds } from './theme-chain.ts';
import type { ThemesBefore } from './theme-chain.ts';
import type { RaisedBy, ThemeResult, ThemeResults } from './theme-shapes.ts';

export interface LanguageParts {
  readonly reader: TextReader;
  readonly sentiment: Sentiment;
  /** To one script. */
  readonly foldScript: (text: string) => string;
}

/** Fewer messages than this have no themes. */
const LEAST_MESSAGES = 20;
/** What was written so often in the same words is shown as such. */
const OFTEN = 5;

export interface ThemeRows {
  readonly now: readonly SaidRow[];
  readonly earlier: readonly SaidRow[];
  /** From here on messages were not sorted before. UTC milliseconds. */
  readonly unsortedFrom: number;
}

/**
 * What the messages of some days are about, beside those of as many days before.
 * @param before what the run before found, and what the owner marked
 * @param model names new themes
 */
export function themeResults(
  days: Pick<ThemeResults, 'first' | 'through'>,
  { now, earlier, unsortedFrom }: ThemeRows,
  { reader, sentiment, foldScript }: LanguageParts,
  { before, sorted, model }: { before: ThemesBefore; sorted: string | null; model: string },
): { results: ThemeResults; raised: RaisedBy; themeOf: ReadonlyMap<Remark, string> } {
  const { messages: said, dropped: left } = cleanMessages(
    now.map(({ text }) => text),
    { foldScript },
  );
  const saidBefore = cleanMessages(
    earlier.map(({ text }) => text),
    { foldScript },
  ).messages;
  const count = (messages: typeof said) => messages.reduce((sum, { at }) => sum + at.length, 0);
  // What was nothing but the bot's words is empty now.
  const bot = now.filter(({ isBots }) => isBots).length;
  const dropped = { ...left, empty: left.empty - bot, bot };
  const repeated = mostRepeated(said, OFTEN).map(({ at }) => ({ n: at.length, example: now[at.at(-1)!]!.id }));
  const told = { ...days, messages: count(said), before: count(saidBefore), dropped, repeated };
  const moodsOf = ({ text, at }: (typeof said)[number]): SaidText => {
    const { label } = sentiment.read(text, 'en');
    return { text, said: at.map((each) => ({ id: now[each]!.id, place: each, mood: now[each]!.mood ?? label })) };
  };
  if (told.messages < LEAST_MESSAGES) {
    const categories = categoryResults(said.map(moodsOf));
    const results = {
      ...told,
      none: 0,
      categories,
      themes: null,
      known: dormantThemes(before, [], days.through),
      sorted,
    };
    return { results, raised: {}, themeOf: new Map() };
  }

  const texts = said.map(({ text }) => text);
  const found = findThemes(texts, reader, { before: liveSamples(before) });
  const { themes, labels, assign } = found;
  const sums = themes.map(() => ({ size: 0, before: 0, score: 0, negative: 0, neutral: 0, positive: 0 }));
  const groups = themes.map((): string[] => []);
  const places = new Map(said.map(({ text, at }) => [text, at]));
  let none = 0;
  said.forEach(({ text, at }, place) => {
    const theme = labels[place]!;
    const sum = sums[theme];
    if (sum === undefined) return void (none += at.length);
    const { label, score } = sentiment.read(text, 'en');
    groups[theme]!.push(text);
    sum.size += at.length;
    for (const each of at) sum[now[each]!.mood ?? label] += 1;
    sum.score += score * at.length;
  });
  assign(saidBefore.map(({ text }) => text)).forEach((theme, place) => {
    const sum = sums[theme];
    if (sum !== undefined) sum.before += saidBefore[place]!.at.length;
  });
  const rowsOf = (text: string) => places.get(text)!.map((at) => now[at]!);
  const ids = themeIds(found, groups, { before, day: days.through, model });
  const results = themes.map(({ name, words, examples }, theme): ThemeResult => {
    const { size, before: was, score, ...counts } = sums[theme]!;
    return {
      ...ids[theme]!,
      ...{ name, words, size, before: was, mood: { score: round(score / size), ...counts } },
      examples: examples.map((text) => rowsOf(text)[0]!.id),
      sample: sampleOf(groups[theme]!.map((text) => rowsOf(text)[0]!.id)),
    };
  });
  const raised = Object.fromEntries(
    results.flatMap(({ id }, theme) => {
      const rows = groups[theme]!.flatMap(rowsOf).filter(({ at }) => at >= unsortedFrom);
      return rows.length === 0 ? [] : [[id, rows.map((row) => row.id).sort((one, other) => one - other)]];
    }),
  );
  const known = dormantThemes(before, results, days.through);
  const themeOf = new Map(
    results.flatMap(({ id }, theme) => groups[theme]!.flatMap(rowsOf).map((row): [Remark, string] => [row.id, id])),
  );
  const categories = categoryResults(said.filter((_, place) => themes[labels[place]!] === undefined).map(moodsOf));
  return { results: { ...told, none, categories, themes: results, known, sorted: days.through }, raised, themeOf };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
