import { describe, expect, it } from '@jest/globals';
import type { AnswerQuality, FaqBook, IntentModel, IntentTrainer, SiteKnowledge } from '@solodesk/core';
import type { HeldOut } from '@solodesk/nlu';
import { qualityView } from './quality-view.ts';

const held = (text: string, intent: string, guess: string, confidence: number): HeldOut => ({
  text,
  locale: 'en',
  intent,
  own: true,
  guesses: [{ intent: guess, confidence }],
});
const HELD_OUT = [held('a1', 'a.a', 'a.a', 0.9), held('a2', 'a.a', 'b.b', 0.7), held('a3', 'a.a', 'solodesk.bot', 0.5)];
const book = { hash: 'h', locales: ['en'], faqs: new Map([['a.a'], ['b.b']] as never) } as unknown as FaqBook;
const quality = (budget: number): AnswerQuality => ({
  budget,
  asked: 3,
  coverage: budget / 10,
  answers: 2,
  wrongShare: budget / 100,
  interval: { low: 0, high: 1 },
});
const model = (of: Partial<IntentModel> = {}): IntentModel => ({
  bookHash: 'h',
  thresholds: { answer: 0.6, suggest: 0.3, hint: 0.3 },
  understand: (_text, locale) => ({ locale, guesses: [], outOfScope: false }),
  ...of,
});
const view = (present: IntentModel, trainer: IntentTrainer) =>
  qualityView(
    { book, model: present } as unknown as SiteKnowledge,
    { trainer, evaluator: { evaluate: async () => HELD_OUT } },
    () => undefined,
  );

describe('how well a bot answers', () => {
  it('is counted on what was held out, where the model does not say', async () => {
    const { now, budgets, confusions } = await view(model(), { train: async () => model() });
    expect(now).toMatchObject({ asked: 3, coverage: 2 / 3, answers: 2, wrongShare: 0.5 });
    expect(budgets.map(({ budget, coverage }) => [budget, coverage?.toFixed(2)])).toEqual(
      [1, 2, 3, 5, 10].map((budget) => [budget, '0.33']),
    );
    // A built-in intent swallows nobody's questions: it is no FAQ.
    expect(confusions).toEqual([{ intent: 'a.a', by: 'b.b', count: 1, of: 3, examples: ['a2'] }]);
  });

  it('is the model’s own figure where it was measured, at each budget', async () => {
    const trained: (number | undefined)[] = [];
    const trainer: IntentTrainer = {
      async train(_book, budget = 0) {
        trained.push(budget);
        return model({ quality: quality(budget) });
      },
    };
    const { now, budgets } = await view(model({ quality: quality(3) }), trainer);
    expect(trained).toEqual([1, 2, 3, 5, 10]);
    expect(now).toMatchObject({ coverage: 0.3, wrongShare: 0.03 });
    expect(budgets.map(({ coverage }) => coverage)).toEqual([0.1, 0.2, 0.3, 0.5, 1]);
  });
});
