import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNANSWERED } from '@solodesk/core';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';
import type { SurveyDetail, SurveyList } from './console-surveys-api.ts';

const SPRING = {
  survey: 'spring',
  title: { en: 'Spring' },
  sendTo: 'customers',
  questions: [
    { name: 'overall', type: 'score', csi: true, prompt: { en: 'All in all?' } },
    {
      ...{ name: 'how', type: 'choice', prompt: { en: 'How did you find us?' } },
      choices: [
        { value: 'friend', label: { en: 'A friend' } },
        { value: 'ad', label: { en: 'An ad' } },
      ],
    },
    { name: 'more', type: 'text', prompt: { en: 'Anything else?' } },
  ],
};

async function deskWithSurvey(environment: Record<string, string> = {}) {
  const desk = await startDesk({ sites: { shop: { languages: ['en'] }, bakery: {} }, environment });
  const owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  await mkdir(join(desk.sitesDir, 'shop', 'surveys'));
  await writeFile(join(desk.sitesDir, 'shop', 'surveys', 'spring.json'), JSON.stringify(SPRING));
  const headers = { cookie: owner.cookie };
  await until(async () => {
    const list = await fetch(`${desk.url}/console/api/surveys/shop`, { headers });
    return ((await list.json()) as SurveyList).surveys.length === 1;
  }, 'for the survey to be read');
  return { desk, owner };
}

describe('surveys in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    ({ desk, owner } = await deskWithSurvey());
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  /** Who was asked at a moment, and what they answered a second later. */
  async function asked(id: string, askedAt: number, answers?: Record<string, number | string>) {
    const [contact] = await desk.store.saveContacts([{ id, name: `Person ${id}`, email: `${id}@one.example` }], {
      ...{ site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null },
    });
    const request = crypto.randomUUID();
    await desk.store.askSurvey({
      ...{ id: request, site: 'shop', survey: 'spring', visitorKey: null, contactKey: contact?.record.key ?? null },
      ...{ conversationKey: null, ticket: null, locale: 'en' as const, askedAt, restMs: 1 },
    });
    if (answers === undefined) return;
    const at = askedAt + 1_000;
    const score = Number(answers['overall']);
    const said = { ...UNANSWERED, firstAnsweredAt: at, answeredAt: at, channel: 'mail' as const, score, answers };
    await desk.store.saveSurveyAnswer('shop', request, null, said);
  }

  it('are listed with how many were asked, and shown with what people said and who said it', async () => {
    await asked('a', 10_000);
    expect((await get<SurveyDetail>('/surveys/shop/spring')).body.latest).toEqual([]);
    await asked('b', 20_000, { overall: 9, how: 'ad' });
    for (let n = 0; n < 4; n++) await asked(`c${n}`, 30_000 + n, { overall: 8, how: 'friend', more: `word ${n}` });
    const list = (await get<SurveyList>('/surveys/shop')).body;
    expect(list).toMatchObject({
      mails: false,
      surveys: [{ name: 'spring', segment: { to: 'customers' }, everyDays: null, asked: 6, answered: 5 }],
    });
    const { body } = await get<SurveyDetail>('/surveys/shop/spring');
    expect(body.results).toMatchObject([
      { name: 'overall', type: 'score', csi: true, n: 5, figure: { sum: 41, value: { mean: 8.2 } } },
      { type: 'choice', choices: [{ value: 'friend', label: { en: 'A friend' }, n: 4 }, { n: 1 }] },
      { type: 'text', n: 4, texts: ['word 3', 'word 2', 'word 1', 'word 0'] },
    ]);
    expect(body.latest).toHaveLength(5);
    expect(body.latest.at(-1)).toMatchObject({
      ...{ at: 21_000, locale: 'en', answers: { overall: 9, how: 'ad' } },
      contact: { name: 'Person b', email: 'b@one.example' },
    });
  });

  it('are not sent where no mail can be sent, and that is said', async () => {
    const refused = await postToConsole(desk.url, '/surveys/shop/spring/send', {}, owner.cookie);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('SMTP_URL');
  });

  it('are nobody else’s', async () => {
    expect((await get('/surveys/shop', '')).status).toBe(401);
    expect((await get('/surveys/shop/spring', '')).status).toBe(401);
    expect((await get('/surveys/shop/spring/recipients', '')).status).toBe(401);
    expect((await get('/surveys/bakery/spring/recipients')).status).toBe(404);
    expect((await get('/surveys/shop/summer')).status).toBe(404);
    expect((await get('/surveys/bakery/spring')).status).toBe(404);
  });
});

describe('a survey that the console sends', () => {
  it('goes to its segment, and not again to who had one lately', async () => {
    // Nobody listens there: what is to be sent waits in the outbox.
    const { desk, owner } = await deskWithSurvey({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'desk@shop.example' });
    try {
      const write = { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null };
      await desk.store.saveContacts([{ id: 'z', email: 'z@one.example', customer: true }], write);
      const recipients = async () => {
        const headers = { cookie: owner.cookie };
        return (await fetch(`${desk.url}/console/api/surveys/shop/spring/recipients`, { headers })).json();
      };
      expect(await recipients()).toEqual({ sent: 1, rested: 0, left: 0 });
      const send = (site: string) => postToConsole(desk.url, `/surveys/${site}/spring/send`, {}, owner.cookie);
      expect(await (await send('shop')).json()).toEqual({ ok: true, sent: 1, rested: 0, left: 0 });
      expect(await recipients()).toEqual({ sent: 0, rested: 1, left: 0 });
      expect(await (await send('shop')).json()).toEqual({ ok: true, sent: 0, rested: 1, left: 0 });
      expect((await send('bakery')).status).toBe(404);
    } finally {
      await desk.end();
    }
  });
});
