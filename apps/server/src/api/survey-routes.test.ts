import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk, NOW } from '../testing/api-desk.ts';

describe('scores by the API', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  it('reads scores page by page, and counts answers', async () => {
    for (const [n, score] of [9, 8, 10].entries()) {
      const ask = {
        ...{ id: `s-${n}`, site: 'shop', survey: 'nps', visitorKey: null, contactKey: null, conversationKey: null },
        ...{ ticket: null, locale: 'en' as const, askedAt: NOW, restMs: 0 },
      };
      await at.desk.store.askSurvey(ask);
      const then = NOW + 1_000;
      const answered = {
        firstAnsweredAt: then,
        answeredAt: then,
        skippedAt: null,
        channel: 'mail',
        word: 'fine',
      } as const;
      await at.desk.store.saveSurveyAnswer('shop', ask.id, null, { ...answered, score, answers: {} });
    }
    const span = '/api/scores?from=2026-11-30T00:00:00Z&to=2026-12-01T00:00:00Z';
    const { items, pages } = await at.all(span, 1);
    expect([items.map((item) => (item as { score: number }).score), pages]).toEqual([[9, 8, 10], 3]);
    expect(await at.ok('GET /api/surveys/nps')).toEqual({ survey: 'nps', asked: 3, answered: 3, skipped: 0 });
    expect(await at.ok(`GET ${span}`, undefined, at.bakery)).toEqual({ items: [], next: null });
  });
});
