import { seededRandom } from '@solodesk/text-model';
import { isCourtesy } from '../cleaning/courtesy.ts';
import { alikeGroups } from './alike-groups.ts';
import { kMeans } from './k-means.ts';
import { keepGroups } from './kept-groups.ts';
import type { KeptGroups } from './kept-groups.ts';
import { nameThemes } from './name-themes.ts';
import type { ThemeWords } from './name-themes.ts';
import { isOrigin, nearest, pick } from './points.ts';
import type { Points } from './points.ts';
import type { TextReader } from './text-reader.ts';
import { spread } from './spread.ts';
import { ThemeSpace } from './theme-space.ts';

export interface FoundTheme extends ThemeWords {
  /** The most typical messages, the most typical first. */
  readonly examples: readonly string[];
  /** How many of the texts are about it. */
  readonly size: number;
}

export interface Themes {
  /** The largest first. */
  readonly themes: readonly FoundTheme[];
  /** Of each text the place of its theme; -1: it fits none. */
  readonly labels: Int32Array;
  /** The same for other texts. */
  assign(texts: readonly string[]): Int32Array;
  /** Where texts lie; at the origin those that have nothing in common with what was learned from. */
  pointsOf(texts: readonly string[]): Points;
}

export interface ThemeOptions {
  /** The same texts and seed give the same themes. */
  readonly seed?: number;
  /** How many; left out: as many as there are, by `alikeGroups`. */
  readonly k?: number;
  /** Some messages of each theme of the last time: as many themes are found where that fits nearly as well. */
  readonly before?: readonly (readonly string[])[];
}

const EXAMPLES = 3;
/** Themes are learned from so many texts, evenly spread; all others are only sorted into them. */
const LEARNED_FROM = 20_000;
/** What is less like a theme's messages than this, on the average (cosine), is about something else. */
const LEAST_LIKENESS = 0.08;
/** Points times groups. */
const MANY = 400_000;
/** Texts that name a theme, evenly spread. */
const NAMED_BY = 2_000;

/** Finds what texts are about. @param texts each once, cleaned; they may be in several languages */
export function findThemes(texts: readonly string[], reader: TextReader, options: ThemeOptions = {}): Themes {
  const telling = texts.filter((text) => !isCourtesy(text));
  const model = learnThemes(spread(telling, LEARNED_FROM), reader, options);
  const { labels, distances } = model.assign(texts);
  const members = Array.from({ length: model.count }, (): number[] => []);
  labels.forEach((theme, at) => {
    if (theme >= 0) members[theme]!.push(at);
  });
  const order = [...members.keys()]
    .filter((theme) => members[theme]!.length > 0)
    .sort((one, other) => members[other]!.length - members[one]!.length || one - other);
  const placeOf = new Int32Array(model.count).fill(-1);
  order.forEach((theme, place) => (placeOf[theme] = place));
  const placed = (found: Int32Array) => found.map((theme) => (theme < 0 ? -1 : placeOf[theme]!));
  const groups = order.map((theme) => members[theme]!);
  const names = nameThemes(
    groups.map((group) => spread(group, NAMED_BY).map((at) => texts[at]!)),
    reader,
  );
  return {
    themes: groups.map((group, place) => ({
      ...names[place]!,
      size: group.length,
      examples: group
        .slice()
        .sort((one, other) => distances[one]! - distances[other]! || one - other)
        .slice(0, EXAMPLES)
        .map((at) => texts[at]!),
    })),
    labels: placed(labels),
    assign: (others) => placed(model.assign(others).labels),
    pointsOf: (others) => model.pointsOf(others),
  };
}

export interface ThemeModel {
  /** How many themes there are. */
  readonly count: number;
  /** Of each text its theme (-1: none) and how far it is from the theme's centre (squared). */
  assign(texts: readonly string[]): { labels: Int32Array; distances: Float64Array };
  pointsOf(texts: readonly string[]): Points;
}

/** Texts that are sorted at a time: their points take some 10 MB. */
const AT_A_TIME = 5_000;

/** Learns where themes are. @param texts each once, cleaned */
export function learnThemes(
  texts: readonly string[],
  reader: TextReader,
  { seed = 1, k, before = [] }: ThemeOptions,
): ThemeModel {
  const random = seededRandom(seed);
  const space = ThemeSpace.learn(texts, reader, random);
  const points = space.pointsOf(texts);
  const used = pick(
    points,
    Array.from({ length: points.count }, (_, at) => at).filter((at) => !isOrigin(points, at)),
  );
  const groups = k === undefined ? alike(used, before) : asMany(used, Math.min(k, used.count), random);
  return {
    count: groups?.themes.count ?? 0,
    pointsOf: (others) => space.pointsOf(others),
    assign(others) {
      const labels = new Int32Array(others.length).fill(-1);
      const distances = new Float64Array(others.length);
      for (let begin = 0; groups !== null && begin < others.length; begin += AT_A_TIME) {
        sortInto(groups, space.pointsOf(others.slice(begin, begin + AT_A_TIME)), (at, theme, distance) => {
          labels[begin + at] = isCourtesy(others[begin + at]!) ? -1 : theme;
          distances[begin + at] = distance;
        });
      }
      return { labels, distances };
    },
  };
}

/** Where those lie that there are. */
function alike(points: Points, before: readonly (readonly string[])[]): KeptGroups | null {
  const themes = alikeGroups(points, before.length > 0 ? before.length : null);
  return themes.count === 0 ? null : { themes, loose: pick(themes, []) };
}

/** Where so many lie. */
function asMany(points: Points, k: number, random: () => number): KeptGroups | null {
  // With many groups of many texts one start is like another, and takes long.
  return k === 0 ? null : keepGroups(points, kMeans(points, { k, random, starts: points.count * k > MANY ? 2 : 6 }));
}

function sortInto(
  { themes, loose }: KeptGroups,
  points: Points,
  put: (at: number, theme: number, distance: number) => void,
): void {
  const furthest = furthestOf(themes);
  for (let at = 0; at < points.count; at++) {
    if (isOrigin(points, at)) continue;
    const { centre, distance } = nearest(points, at, themes);
    const isLoose = loose.count > 0 && nearest(points, at, loose).distance < distance;
    put(at, isLoose || distance > furthest[centre]! ? -1 : centre, distance);
  }
}

/** How far (squared) what is just like enough to a theme's messages, on the average, lies from their middle. */
function furthestOf({ count, width, numbers }: Points): Float64Array {
  return Float64Array.from({ length: count }, (_, centre) => {
    let squares = 0;
    for (let at = centre * width; at < (centre + 1) * width; at++) squares += numbers[at]! * numbers[at]!;
    return 1 + squares - 2 * LEAST_LIKENESS;
  });
}
