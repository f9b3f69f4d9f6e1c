import { afterEach, describe, expect, it } from '@jest/globals';
import { hashToken } from '../system.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

describe('the page behind a mail’s link', () => {
  let desk: TestDesk | null = null;
  afterEach(async () => {
    await desk?.stop();
    desk = null;
  });
  async function asked() {
    desk = await startDesk();
    const { url, store } = desk;
    const ask = {
      ...{ id: '4f1c2a94-9d4f-4c57-8a0e-6c2f5d1d1c11', site: 'shop', survey: 'satisfaction', visitorKey: null },
      ...{ contactKey: null, conversationKey: null, ticket: 3, locale: 'zh' as const, askedAt: Date.now(), restMs: 1 },
    };
    const entry = {
      ...{ id: 'e', kind: 'mail' as const, key: 'k', dueAt: Date.now() + 1e9 },
      payload: {
        ...{ to: { address: 'a@b.example' }, locale: 'zh' as const, conversation: null },
        content: { template: 'satisfaction' as const, about: null, scores: [] },
      },
    };
    await store.askSurvey(ask, { address: 'a@b.example', tokenHash: hashToken('secret'), leaveHash: 'l', entry });
    const post = (path: string, body: object, headers: Record<string, string> = { 'X-Solodesk': 'survey' }) =>
      fetch(`${url}/api/survey/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    return { url, store, post, id: ask.id };
  }

  it('shows nothing and stores nothing by being opened, whatever its address', async () => {
    const { url, store, id } = await asked();
    const page = await fetch(`${url}/rate`);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('<noscript>');
    expect(await store.findSurveyRequest('shop', id)).toMatchObject({ answeredAt: null });
  });

  it('asks in the reader’s language, takes an answer by POST, and a change', async () => {
    const { store, post, id } = await asked();
    const view = (await (await post('show', { token: 'secret' })).json()) as { title: string; questions: object[] };
    expect(view).toMatchObject({ locale: 'zh', open: true, answered: false });
    expect(view.title).toContain('SHOP-T3');
    expect(view.questions).toHaveLength(2);
    expect((await post('answer', { token: 'secret', answers: { score: 9, word: '好' } })).status).toBe(200);
    expect((await post('answer', { token: 'secret', answers: { score: 8 } })).status).toBe(200);
    expect(await store.findSurveyRequest('shop', id)).toMatchObject({ score: 8, channel: 'mail' });
  });

  it('takes no wrong token, no score that is none, nothing from another page', async () => {
    const { store, post, id } = await asked();
    expect((await post('show', { token: 'wrong' })).status).toBe(404);
    expect((await post('answer', { token: 'wrong', answers: { score: 9 } })).status).toBe(404);
    for (const answers of [{ score: 11 }, { score: '9' }, {}]) {
      expect((await post('answer', { token: 'secret', answers })).status).toBe(400);
    }
    const long = { score: 9, word: 'x'.repeat(1001) };
    expect((await post('answer', { token: 'secret', answers: long })).status).toBe(413);
    expect((await post('answer', { token: 'secret', answers: { score: 9 } }, {})).status).toBe(403);
    const foreign = { 'X-Solodesk': 'survey', Origin: 'https://elsewhere.example' };
    expect((await post('answer', { token: 'secret', answers: { score: 9 } }, foreign)).status).toBe(403);
    expect(await store.findSurveyRequest('shop', id)).toMatchObject({ answeredAt: null });
  });
});
