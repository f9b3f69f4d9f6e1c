import { shownAs } from './theme-mark.ts';
import type { Remark } from './remark.ts';
import type { ThemeMark } from './theme-mark.ts';

/** How those feel who wrote about it: mean score from -1 to 1, and how many messages of each kind. */
export interface ThemeMood {
  readonly score: number;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

/** A theme as the batch found it. */
export interface FoundThemeRow {
  readonly id: string;
  readonly since: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Messages about it, and as many days before them. */
  readonly size: number;
  readonly before: number;
  readonly mood: ThemeMood;
  /** The most typical messages. */
  readonly examples: readonly Remark[];
}

/** A theme as the owner sees it: with what was merged into it, under the name that they gave it. */
export interface ShownTheme extends FoundThemeRow {
  /** What the batch calls it. */
  readonly foundName: string;
  readonly pinned: boolean;
  readonly fixed: ThemeMark['fixed'];
  /** What was merged into it. */
  readonly parts: readonly { readonly id: string; readonly name: string }[];
}

const EXAMPLES = 3;
const NO_MOOD: ThemeMood = { score: 0, negative: 0, neutral: 0, positive: 0 };

/** What was found, as the owner arranged it: pinned themes first, also those of which nobody spoke, then the largest. */
export function shownThemes(found: readonly FoundThemeRow[], marks: readonly ThemeMark[]): ShownTheme[] {
  const groups = new Map<string, FoundThemeRow[]>();
  for (const theme of found) {
    const as = shownAs(theme.id, marks);
    groups.set(as, [...(groups.get(as) ?? []), theme]);
  }
  for (const { theme, pinned, mergedInto } of marks) {
    if (pinned && mergedInto === null && !groups.has(theme)) groups.set(theme, []);
  }
  return [...groups]
    .map(([id, rows]) => together(id, rows, marks))
    .sort((one, other) => Number(other.pinned) - Number(one.pinned) || other.size - one.size);
}

function together(id: string, rows: readonly FoundThemeRow[], marks: readonly ThemeMark[]): ShownTheme {
  const mark = marks.find(({ theme }) => theme === id);
  const main = rows.find((row) => row.id === id) ?? rows[0];
  const foundName = rows.find((row) => row.id === id)?.name ?? mark?.label ?? main?.name ?? '';
  const sum = (pick: (row: FoundThemeRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const size = sum((row) => row.size);
  const inOrder = main === undefined ? [] : [main, ...rows.filter((row) => row !== main)];
  return {
    ...{ id, foundName, name: mark?.name ?? foundName, since: main?.since ?? mark?.since ?? '' },
    words: [...new Set(inOrder.flatMap(({ words }) => words))].slice(0, 8),
    ...{ size, before: sum((row) => row.before) },
    mood:
      size === 0
        ? NO_MOOD
        : {
            score: Math.round((1000 * sum((row) => row.mood.score * row.size)) / size) / 1000,
            negative: sum((row) => row.mood.negative),
            neutral: sum((row) => row.mood.neutral),
            positive: sum((row) => row.mood.positive),
          },
    examples: inOrder.flatMap(({ examples }) => examples).slice(0, Math.max(EXAMPLES, inOrder.length)),
    ...{ pinned: mark?.pinned ?? false, fixed: mark?.fixed ?? null },
    parts: marks
      .filter(({ theme }) => theme !== id && shownAs(theme, marks) === id)
      .map(({ theme, name, label }) => ({ id: theme, name: name ?? label })),
  };
}
