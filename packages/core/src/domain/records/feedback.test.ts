import { describe, expect, it } from '@jest/globals';
import { withFeedbackDraft } from './feedback.ts';
import type { JudgedFeedback } from './feedback.ts';

const WRITE = { site: 'demo', at: 1_000 };
const draft = (parts: Partial<JudgedFeedback>): JudgedFeedback => ({
  ...{ source: 'google', id: '7', text: 'Not what I had hoped for', locale: 'en', mood: 'neutral', score: 0 },
  category: 'other',
  ...parts,
});

describe('a feedback that comes again', () => {
  const first = withFeedbackDraft(null, draft({ rating: 2, author: 'Ada', mood: 'negative', score: -0.4 }), WRITE);

  it('keeps what is not said again, and when it came first', () => {
    const again = withFeedbackDraft(first, draft({ text: 'Better now' }), { ...WRITE, at: 9_000 });
    expect(again).toMatchObject({ text: 'Better now', author: 'Ada', rating: 2, at: 1_000, receivedAt: 1_000 });
  });

  it('is as unhappy as the rating that it keeps, whatever its new words sound like', () => {
    expect(withFeedbackDraft(first, draft({ mood: 'positive', score: 0.7 }), WRITE)).toMatchObject({
      rating: 2,
      mood: 'negative',
    });
  });

  it('is judged by its words once the rating is taken away', () => {
    const taken = withFeedbackDraft(first, draft({ rating: null, mood: 'positive', score: 0.7 }), WRITE);
    expect(taken).toMatchObject({ rating: null, mood: 'positive' });
  });
});
