import { followThemes, spread } from '@solodesk/analytics';
import type { RememberedTheme, Themes } from '@solodesk/analytics';
import type { ThemeMark, Remark } from '@solodesk/core';
import { dayNumber } from './days.ts';
import type { DormantTheme, ThemeResult, ThemeResults } from './theme-shapes.ts';

/** Messages by which a theme is known again. */
const SAMPLE = 20;
/** A theme that nobody spoke of for so long is a new one when it comes back, unless the owner holds on to it. Days. */
const REMEMBERED_DAYS = 182;
const MOST_DORMANT = 30;

/** What was found before, beside what the owner holds on to. */
export interface ThemesBefore {
  readonly last: Pick<ThemeResults, 'themes' | 'known' | 'through'> | null;
  /** Those of the owner's marks that count on the day that is looked at (`marksOn`). */
  readonly marks: readonly Pick<ThemeMark, 'theme' | 'since' | 'anchor' | 'label'>[];
  /** A message as it is now, cleaned; null where it was erased. */
  readonly textOf: (remark: Remark) => string | null;
}

/**
 * The marks that count on a day. What is marked later must not change what was found of a day before; but a theme that other code found was marked
 * before this code found anything, so it is known again from the first day on: a large site, whose themes are looked for once a week, would show it
 * without a message until then, and who raised it before would be told of nothing.
 * @param version what begins the ids of the themes that this code found
 */
export function marksOn<T extends Pick<ThemeMark, 'theme' | 'since'>>(
  day: string,
  marks: readonly T[],
  version: string,
): T[] {
  return marks.filter(({ theme, since }) => since <= day || !theme.startsWith(`${version}.`));
}

/** Everything that is remembered: what was live the last time, what is dormant, and what the owner marked. */
function rememberedThemes({ last, marks }: ThemesBefore): DormantTheme[] {
  const live = (last?.themes ?? []).map(({ id, name, words, since, size, sample }) => ({
    ...{ id, name, words, since, size, sample, last: last!.through },
  }));
  const known = [...live, ...(last?.known ?? [])];
  const anchored = marks
    .filter(({ theme }) => known.every(({ id }) => id !== theme))
    .map(({ theme, label, since, anchor }) => ({
      ...{ id: theme, name: label, words: [], since, last: since, size: anchor.length, sample: anchor },
    }));
  return [...known, ...anchored];
}

/**
 * Gives themes the names by which they are known from run to run: the one that they had, or a new one after the day and the code that found them.
 * @param groups the messages of each, cleaned
 */
export function themeIds(
  found: Themes,
  groups: readonly (readonly string[])[],
  { before, day, model }: { before: ThemesBefore; day: string; model: string },
): { id: string; since: string }[] {
  const remembered = rememberedThemes(before);
  const held = new Set(before.marks.map(({ theme }) => theme));
  const live = new Set((before.last?.themes ?? []).map(({ id }) => id));
  const ids = followThemes(
    found,
    groups,
    remembered.map(({ id, size, sample }): RememberedTheme => ({
      ...{ id, size, state: held.has(id) ? 'held' : live.has(id) ? 'live' : 'dormant' },
      sample: sample.flatMap((event) => before.textOf(event) ?? []),
    })),
  );
  let fresh = 0;
  return ids.map((id) => ({
    id: id ?? `${model}.${day}.${++fresh}`,
    since: earliest(day, remembered.find((theme) => theme.id === id)?.since ?? day),
  }));
}

/** What is remembered beside the themes that were found today. */
export function dormantThemes(
  before: ThemesBefore,
  found: readonly Pick<ThemeResult, 'id'>[],
  day: string,
): DormantTheme[] {
  const held = new Set(before.marks.map(({ theme }) => theme));
  const away = rememberedThemes(before).filter(({ id }) => found.every((theme) => theme.id !== id));
  const others = away
    .filter(({ id, last }) => !held.has(id) && dayNumber(day) - dayNumber(last) <= REMEMBERED_DAYS)
    .sort((one, other) => (one.last < other.last ? 1 : one.last > other.last ? -1 : other.size - one.size));
  return [...away.filter(({ id }) => held.has(id)), ...others.slice(0, MOST_DORMANT)];
}

/** What other code found was marked after some of the days on which this code finds it. */
const earliest = (one: string, other: string): string => (one < other ? one : other);

/** Some of a theme's messages, evenly spread over time. */
export const sampleOf = (events: readonly number[]): readonly number[] => spread(events, SAMPLE);

/** Messages of each theme of the last run that are still there. */
export const liveSamples = ({ last, textOf }: ThemesBefore): string[][] =>
  (last?.themes ?? [])
    .map(({ sample }) => sample.flatMap((event) => textOf(event) ?? []))
    .filter((texts) => texts.length > 0);
