import type { Encounter } from '../models/history.ts';

export interface RatingOptions {
  users: number;
  items: number;
  /** Numbers from 0 to 1, exclusive. */
  random: () => number;
}

const GENRES = 18;
const MOODS = 10;
/** Share of the items that have sequels. */
const IN_SERIES = 0.25;
const LIKED_FROM = 4;
const FEWEST = 20;

interface Item {
  readonly fame: number;
  /** Years after the oldest one. */
  readonly year: number;
  readonly genres: Float64Array;
  readonly moods: Float64Array;
  /** With itself; empty without sequels. */
  readonly series: readonly number[];
}

/**
 * Ratings as people give them to films: a few are known to all and most to few, each has genres, moods and a year, some have sequels that are seen
 * one after the other; whoever rates saw what is famous and to their taste, some 20 things or 2,000, and gives half stars. Of 610 people and
 * 9,700 films, as many as in MovieLens' small set, the baselines find what was left out as often as in published figures for it.
 * @returns of each user what they rated, the oldest first; weight 1 from four stars on, else 0
 */
export function generateRatings({ users, items, random }: RatingOptions): Encounter[][] {
  const chance = chanceOf(random);
  const films = generateItems(items, chance);
  return Array.from({ length: users }, () => historyOf(films, chance));
}

function generateItems(count: number, { random, normal, vector, shuffled, between }: Chance): Item[] {
  const moods = () => vector(MOODS).map((mood) => mood / 2);
  const weights = softened(vector(GENRES));
  const films: Item[] = Array.from({ length: count }, (_, rank) => ({
    fame: -Math.log(8 + rank) + 0.6 * normal(),
    year: 50 * random() ** 0.25,
    genres: someGenres(weights, between(1, 3), random),
    moods: moods(),
    series: [],
  }));
  const order = shuffled(count);
  for (let at = 0; at < count * IN_SERIES;) {
    const series = order.slice(at, at + between(2, 5));
    const first = films[series[0]!]!;
    series.forEach((item, part) => {
      films[item] = {
        ...{ fame: first.fame - 0.25 * part, year: first.year + 2 * part, genres: first.genres, series },
        moods: first.moods.map((mood) => mood + 0.1 * normal()),
      };
    });
    at += series.length;
  }
  return films;
}

function historyOf(films: readonly Item[], { random, normal, gumbel, vector }: Chance): Encounter[] {
  const count = Math.min(films.length / 3, Math.max(FEWEST, Math.round(Math.exp(4.2 + 1.05 * normal()))));
  const genres = softened(vector(GENRES)).map((weight) => weight * Math.sqrt(GENRES));
  const moods = vector(MOODS);
  const [bornIn, open] = [20 + 30 * random(), 8 + 22 * random()];
  const fits = films.map(
    (film) =>
      1.3 * product(film.genres, genres) + 1.0 * product(film.moods, moods) - ((film.year - bornIn) / open) ** 2 / 2,
  );
  const pull = films.map(({ fame }, item) => 1.05 * fame + 1.2 * fits[item]! + gumbel());
  const chosen = largest(pull, count);
  const turn = new Map(chosen.map((item) => [item, 0.1 * films[item]!.fame + 0.1 * fits[item]! + 1.5 * gumbel()]));
  const seen = new Set<number>();
  for (const item of chosen.sort((one, other) => turn.get(other)! - turn.get(one)!)) {
    seen.add(item);
    // A sequel is often seen when the mood is right for it.
    for (const part of films[item]!.series) if (!seen.has(part) && random() < 0.15) seen.add(part);
  }
  const history = [...seen];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [usualFit, usualFame] = [
    mean(history.map((item) => fits[item]!)),
    mean(history.map((item) => films[item]!.fame)),
  ];
  const kindness = 3.5 + 0.45 * normal();
  return history.map((item) => {
    const better = 0.25 * (fits[item]! - usualFit) + 0.12 * (films[item]!.fame - usualFame);
    const stars = Math.round(2 * (kindness + better + 0.8 * normal())) / 2;
    return { item, weight: stars >= LIKED_FROM ? 1 : 0 };
  });
}

type Chance = ReturnType<typeof chanceOf>;
function chanceOf(random: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return {
    ...{ random, normal, between },
    gumbel: () => -Math.log(-Math.log(1 - random()) + 1e-12),
    vector: (length: number) => Float64Array.from({ length }, normal),
    shuffled(count: number): number[] {
      const order = Array.from({ length: count }, (_, at) => at);
      for (let at = count - 1; at > 0; at--) {
        const other = between(0, at);
        [order[at], order[other]] = [order[other]!, order[at]!];
      }
      return order;
    },
  };
}

/** Shares that add up to 1, a few of them large. */
function softened(numbers: Float64Array): Float64Array {
  const weights = numbers.map((number) => Math.exp(1.2 * number));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function someGenres(weights: Float64Array, count: number, random: () => number): Float64Array {
  const genres = new Float64Array(weights.length);
  for (let drawn = 0; drawn < count; drawn++) {
    let left = random();
    genres[weights.findIndex((weight) => (left -= weight) <= 0)] = 1;
  }
  const length = Math.hypot(...genres);
  return genres.map((genre) => genre / length);
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}

function largest(values: readonly number[], count: number): number[] {
  const places = values.map((_, place) => place);
  return places.sort((one, other) => values[other]! - values[one]!).slice(0, count);
}
