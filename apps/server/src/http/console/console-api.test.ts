import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFakeClock } from '@solodesk/core/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOf, OWNER, Owner, ownerSocket, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';

const MINUTE = 60_000;

describe('signing in to the console', () => {
  const clock = createFakeClock(Date.now());
  let desk: TestDesk;
  let token: string;
  beforeAll(async () => {
    desk = await startDesk({ clock });
    token = await desk.server.accounts.newSetupToken();
  });
  afterAll(() => desk.end());

  const post = (path: string, body: unknown, cookie = '') => postToConsole(desk.url, path, body, cookie);
  const session = async (cookie: string) =>
    (await (await fetch(`${desk.url}/console/api/session`, { headers: { cookie } })).json()) as {
      account: { email: string } | null;
      needsSetup: boolean;
    };
  let cookie = '';

  it('begins with a set-up, and says so', async () => {
    expect(await session('')).toMatchObject({ account: null, needsSetup: true, sites: [] });
    expect((await post('/login', OWNER)).status).toBe(401);
  });

  it('refuses a set-up link that is wrong, and a password that is short', async () => {
    expect((await post('/setup', { ...OWNER, token: 'wrong' })).status).toBe(401);
    expect((await post('/setup', { ...OWNER, token, password: 'short' })).status).toBe(400);
    expect((await post('/setup/check', { token })).status).toBe(200);
  });

  it('takes the link once, even when it is used twice at the same time', async () => {
    const answers = await Promise.all([1, 2].map(() => post('/setup', { ...OWNER, token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const good = answers.find(({ ok }) => ok)!;
    cookie = cookieOf(good);
    const flags = good.headers.get('set-cookie') ?? '';
    expect(flags).toMatch(/^solodesk_session=[\w-]{43}; /);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=2592000']) expect(flags).toContain(flag);
    // Over plain HTTP a Secure cookie would not come back.
    expect(flags).not.toContain('Secure');
    expect(await session(cookie)).toMatchObject({ account: { email: OWNER.email }, needsSetup: false });
    expect((await post('/setup/check', { token })).status).toBe(401);
  });

  it('signs in with address and password, whatever the case of the address', async () => {
    const answer = await post('/login', { email: OWNER.email.toUpperCase(), password: OWNER.password });
    expect(answer.status).toBe(200);
    expect(await session(cookieOf(answer))).toMatchObject({ account: { email: OWNER.email } });
  });

  it('answers the same for an unknown address as for a wrong password', async () => {
    const [unknown, wrong] = await Promise.all([
      post('/login', { email: 'nobody@shop.example', password: OWNER.password }),
      post('/login', { email: OWNER.email, password: 'not the password' }),
    ]);
    expect([unknown.status, wrong.status]).toEqual([401, 401]);
    expect(await unknown.json()).toEqual(await wrong.json());
  });

  it('takes a password however the characters were typed', async () => {
    const decomposed = { email: 'zoe@shop.example', name: 'Zoë', password: 'Zoe\u0308 und die Lampe' };
    const link = await desk.server.accounts.newSetupToken();
    expect((await post('/setup', { ...decomposed, token: link })).status).toBe(200);
    const composed = decomposed.password.normalize('NFC');
    expect((await post('/login', { email: decomposed.email, password: composed })).status).toBe(200);
  });

  it.each([
    ['without the header that forms cannot send', {}],
    ['from a foreign origin', { 'x-solodesk': '1', origin: 'https://evil.example' }],
    ['from another site without an origin', { 'x-solodesk': '1', 'sec-fetch-site': 'same-site' }],
  ])('refuses whatever acts and comes %s', async (_what, headers) => {
    const response = await fetch(`${desk.url}/console/api/logout`, {
      method: 'POST',
      headers: { cookie, ...headers } as Record<string, string>,
    });
    expect(response.status).toBe(403);
    expect((await session(cookie)).account).not.toBeNull();
  });

  it('signs out', async () => {
    const other = cookieOf(await post('/login', OWNER));
    const answer = await post('/logout', {}, other);
    expect(answer.headers.get('set-cookie')).toContain('Expires=Thu, 01 Jan 1970');
    expect((await session(other)).account).toBeNull();
    expect((await session(cookie)).account).not.toBeNull();
  });

  it('slows down whoever guesses, and not for ever', async () => {
    clock.advance(10 * MINUTE);
    const guesses = [];
    for (let n = 0; n < 9; n++) guesses.push(await post('/login', { email: 'x@y.example', password: 'guess' }));
    expect(guesses.map(({ status }) => status)).toEqual([...Array.from({ length: 8 }, () => 401), 429]);
    expect(Number(guesses.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    clock.advance(MINUTE);
    expect((await post('/login', OWNER)).status).toBe(200);
  });

  it('sets a new password by a new link, and ends every session and socket of before', async () => {
    clock.advance(10 * MINUTE);
    const socket = ownerSocket(desk.url, cookie);
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    const link = await desk.server.accounts.newSetupToken();
    const fresh = { ...OWNER, password: 'another quiet lamp' };
    expect((await post('/setup', { ...fresh, token: link })).status).toBe(200);
    await until(() => socket.disconnected, 'to be cut');
    expect((await session(cookie)).account).toBeNull();
    expect((await post('/login', OWNER)).status).toBe(401);
    const answer = await post('/login', fresh);
    cookie = cookieOf(answer);
    expect(answer.status).toBe(200);
  });

  it('ends a session after 30 days', async () => {
    clock.advance(30 * 24 * 60 * MINUTE - 1);
    expect((await session(cookie)).account).not.toBeNull();
    clock.advance(1);
    expect((await session(cookie)).account).toBeNull();
  });

  it('lets a set-up link grow old', async () => {
    const link = await desk.server.accounts.newSetupToken();
    clock.advance(24 * 60 * MINUTE);
    expect((await post('/setup/check', { token: link })).status).toBe(401);
  });

  it('says in JSON that an address of the interface does not exist', async () => {
    const response = await fetch(`${desk.url}/console/api/nothing`);
    expect([response.status, await response.json()]).toMatchObject([404, { error: { kind: 'not_found' } }]);
  });
});

describe('sites in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    desk = await startDesk();
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterAll(() => desk.end());
  const post = (path: string, body: unknown) => postToConsole(desk.url, path, body, owner.cookie);
  const get = async (path: string) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie: owner.cookie } });
    return (await response.json()) as Record<string, unknown>;
  };

  it('makes one from a form, which answers at once', async () => {
    const faq = { question: { en: 'Do you repair shoes?' }, answer: { en: 'Yes, in a week.' } };
    const form = { id: 'cobbler', name: 'Cobbler', languages: ['en'], accent: '#113355', faqs: [faq] };
    const answer = await post('/sites', { ...form, hours: { mon: ['09:00-12:00'] } });
    expect(await answer.json()).toEqual({ ok: true, snippet: expect.stringContaining('/widget/cobbler.js') });
    const visitor = await desk.visit({ site: 'cobbler' });
    const { seq } = await visitor.mustSay('Do you repair shoes?');
    expect(await visitor.answerTo(seq)).toMatchObject({ text: 'Yes, in a week.' });
    expect(await get('/sites/cobbler')).toMatchObject({
      site: { name: 'Cobbler', hours: { mon: ['09:00-12:00'], tue: [] } },
      faqCount: 1,
      problems: [],
      identitySecret: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('makes one from a starter pack, with the answers of the form and FAQs of its own beside it', async () => {
    const { packs } = (await get('/starter-packs')) as { packs: { name: string; knowsEmergencies: boolean }[] };
    expect(packs.map(({ name, knowsEmergencies }) => [name, knowsEmergencies])).toEqual([
      ['clinic', true],
      ['courses', false],
      ['saas', false],
      ['shop', false],
    ]);
    expect(packs[0]).toMatchObject({ locales: ['en', 'zh'], questions: expect.arrayContaining([expect.any(Object)]) });
    const faq = { question: { en: 'Do you treat horses?' }, answer: { en: 'Only small ones.' } };
    const form = { id: 'vet', name: 'The vet', languages: ['en'], starterPack: 'clinic', emergencyNumber: '911' };
    const hours = { mon: ['09:00-12:00'] };
    expect((await post('/sites', { ...form, hours, promiseHours: 3, faqs: [faq] })).status).toBe(200);
    const site = JSON.parse(await readFile(join(desk.dataDir, 'sites/vet/site.json'), 'utf8')) as object;
    expect(site).toMatchObject({
      ...{ name: 'The vet', languages: ['en'], hours, policy: { promiseHours: 3 } },
      emergency: { number: '911', redFlags: expect.any(Array) },
    });
    const { faqs } = (await get('/faqs/vet')) as {
      faqs: { intent: string; tests: number; failing: { locale: string }[]; toDo: object | null }[];
    };
    // What is asked in a language that the site does not speak cannot fail there.
    expect(faqs.flatMap(({ failing }) => failing).filter(({ locale }) => locale === 'zh')).toEqual([]);
    expect(faqs.find(({ intent }) => intent === 'clinic.parking')).toMatchObject({
      ...{ tests: 2, toDo: { en: 'Describe the parking here.', zh: '请说明停车情况。' } },
    });
    expect(faqs.map(({ intent }) => intent)).toEqual(
      expect.arrayContaining(['appointment.book', 'general.question-1']),
    );
  });

  it('makes none from a pack that there is not, nor over a site', async () => {
    expect((await post('/sites', { id: 'zoo', name: 'Zoo', starterPack: '../sites' })).status).toBe(400);
    expect((await post('/sites', { id: 'shop', name: 'Zoo', starterPack: 'shop' })).status).toBe(409);
    expect((await get('/sites/zoo'))['site']).toBeUndefined();
  });

  it('adds FAQs beside those that are there', async () => {
    const faq = { question: { en: 'Do you sell laces?' }, answer: { en: 'In six colours.' } };
    expect((await post('/sites/cobbler', { faqs: [faq] })).status).toBe(200);
    expect((await get('/faqs/cobbler'))['faqs']).toMatchObject([
      { intent: 'general.question-1' },
      { intent: 'general.question-2', answer: { en: { text: 'In six colours.' } } },
    ]);
  });

  it('says in plain words what is wrong with a form', async () => {
    const answer = await post('/sites/cobbler', { accent: 'teal' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('colour')]);
    expect((await post('/sites', { id: '../x', name: 'X' })).status).toBe(400);
    expect((await post('/sites', { id: 'shop', name: 'X' })).status).toBe(409);
  });

  it('keeps its secrets where only we can read them', async () => {
    await get('/sites/shop');
    const mode = async (path: string) => ((await stat(join(desk.dataDir, path))).mode & 0o777).toString(8);
    expect(await mode('secrets')).toBe('700');
    expect(await mode('secrets/shop.identity')).toBe('600');
  });
});

describe('a console behind HTTPS', () => {
  it('gets Secure cookies, and HSTS with every answer', async () => {
    const desk = await startDesk({ environment: { PUBLIC_URL: 'https://desk.example.com', TRUST_PROXY: '1' } });
    try {
      const token = await desk.server.accounts.newSetupToken();
      const answer = await postToConsole(desk.url, '/setup', { token, ...OWNER });
      expect(answer.headers.get('set-cookie')).toContain('Secure');
      for (const path of ['/healthz', '/console/', '/frame/shop', '/nowhere', '/console/api/session']) {
        expect((await fetch(`${desk.url}${path}`)).headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
      }
    } finally {
      await desk.end();
    }
  });
});
