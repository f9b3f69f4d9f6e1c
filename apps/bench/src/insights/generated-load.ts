import { seededRandom } from '@solodesk/text-model';

const WEEKS = 10;

/** Ten weeks of chats by the hour of a shop that is busy at noon and in the evening, quiet at the weekend, and grows or shrinks. */
export function generatedLoad(seed: number): number[] {
  const next = seededRandom(seed);
  const growth = 1 + ((seed % 5) - 2) * 0.02;
  return Array.from({ length: WEEKS * 168 }, (_, at) => {
    const [hour, day, week] = [at % 24, Math.floor(at / 24) % 7, Math.floor(at / 168)];
    const ofDay = Math.exp(-((hour - 12) ** 2) / 18) + 0.7 * Math.exp(-((hour - 20) ** 2) / 6);
    return poisson(4 * ofDay * (day > 4 ? 0.4 : 1) * growth ** week, next);
  });
}

/** Knuth, The Art of Computer Programming, 3.4.1, algorithm Q. */
function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}
