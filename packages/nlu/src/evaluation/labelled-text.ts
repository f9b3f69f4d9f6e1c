import { foldText } from '../text/fold-text.ts';

/** A sentence and what it means; null for out of scope. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string | null;
}

/** Names that data sets give to what is out of scope. */
const OUT_OF_SCOPE_NAMES = new Set(['oos', 'none']);

/** @param intent as it stands in a file */
export function labelled(text: string, intent: string): LabelledText {
  return { text, intent: OUT_OF_SCOPE_NAMES.has(intent.trim().toLowerCase()) ? null : intent.trim() };
}

/** Two texts with the same essence are the same sentence, however they are punctuated. */
export function essenceOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What is in `training` but not in `test`, so that no test sentence is learned, and how many sentences that leaves out. */
export function withoutTest(
  training: readonly LabelledText[],
  test: readonly LabelledText[],
): { kept: LabelledText[]; dropped: number } {
  const asked = new Set(test.map(({ text }) => essenceOf(text)));
  const kept = training.filter(({ text }) => !asked.has(essenceOf(text)));
  return { kept, dropped: training.length - kept.length };
}
