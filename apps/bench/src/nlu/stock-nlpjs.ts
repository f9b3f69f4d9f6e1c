import { Nlp } from '@nlpjs/basic';
import { LangEn } from '@nlpjs/lang-en';
import type { Judgement, LabelledText } from '@solodesk/nlu';

/** nlp.js as it comes, with its own threshold. */
const THRESHOLD = 0.5;

export interface StockResult {
  judgements: Judgement[];
  threshold: number;
  trainSeconds: number;
}

/** Trains nlp.js with its own neural network on the same sentences, `None` being an intent of its own as in its benchmark. */
export async function stockNlpjs(
  training: readonly LabelledText[],
  test: readonly LabelledText[],
): Promise<StockResult> {
  const nlp = new Nlp({ languages: ['en'], autoLoad: false, autoSave: false, forceNER: false, nlu: { log: false } });
  nlp.container.use(LangEn);
  for (const { text, intent } of training) nlp.addDocument('en', text, intent ?? 'None');
  const startedAt = performance.now();
  await nlp.train();
  const trainSeconds = (performance.now() - startedAt) / 1000;
  const judgements: Judgement[] = [];
  for (const { text, intent } of test) {
    const { classifications } = await nlp.process('en', text);
    const best = classifications[0];
    const guess = best === undefined || best.intent === 'None' ? null : best.intent;
    judgements.push({ intent, guess, confidence: guess === null ? 0 : (best?.score ?? 0) });
  }
  return { judgements, threshold: THRESHOLD, trainSeconds };
}
