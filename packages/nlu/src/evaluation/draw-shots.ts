import { seededRandom } from '@solodesk/text-model';
import type { LabelledText } from './labelled-text.ts';

/** So many sentences of each intent (all where it has fewer), and of what is out of scope; the same for the same seed. */
export function drawShots(sentences: readonly LabelledText[], shots: number, seed: number): LabelledText[] {
  const random = seededRandom(seed);
  const byIntent = new Map<string | null, LabelledText[]>();
  for (const sentence of sentences) {
    const known = byIntent.get(sentence.intent);
    if (known) known.push(sentence);
    else byIntent.set(sentence.intent, [sentence]);
  }
  return [...byIntent.values()].flatMap((all) => {
    const left = [...all];
    for (let at = 0; at < Math.min(shots, left.length); at += 1) {
      const other = at + Math.floor(random() * (left.length - at));
      [left[at], left[other]] = [left[other] as LabelledText, left[at] as LabelledText];
    }
    return left.slice(0, shots);
  });
}
