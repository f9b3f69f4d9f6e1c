import { OUT_OF_SCOPE_INTENT } from './training-examples.ts';
import type { Example } from './training-examples.ts';

/** An intent with so many sentences needs none. */
const WELL_TAUGHT = 12;
/** For each time that an intent has e times fewer; see EXPERIMENTS.md, "A head start". */
const HEAD_START = 0.1;

/** Whether a site is learned: it knows small talk. Data sets, which know none, are taken as they are. */
export function isOfSite(examples: readonly Example[]): boolean {
  return examples.some(({ own, told, intent }) => !own && told !== true && intent !== OUT_OF_SCOPE_INTENT);
}

/**
 * What is added to each intent's scores, from 0 up. A question in words that nobody taught scores the less the fewer sentences its FAQ has, so
 * that small talk with thirty of them, or a FAQ with many, would answer in its place.
 * @param intents in the order of their classes
 */
export function headStarts(examples: readonly Example[], intents: readonly string[]): Float64Array {
  if (!isOfSite(examples)) return new Float64Array(intents.length);
  const counts = new Map<string, number>();
  for (const { intent } of examples) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return Float64Array.from(intents, (intent) => {
    const sentences = Math.min(WELL_TAUGHT, counts.get(intent) ?? 1);
    return HEAD_START * Math.log(WELL_TAUGHT / sentences);
  });
}
