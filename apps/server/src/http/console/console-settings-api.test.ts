import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

const FILE = `{
  "_why": "ask Mara first",
  "name": "Teal & Linen",
  "colors": { "accent": "#4338ca" },
  "hours": { "mon": ["09:00-17:00"] }
}
`;
interface Answer {
  [part: string]: unknown;
  version: string;
  preview: string;
  undo: string;
  values: Record<string, unknown>;
}

describe('settings in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeEach(async () => {
    desk = await startDesk();
    await writeFile(path(), FILE);
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterEach(() => desk.end());

  const path = () => join(desk.sitesDir, 'shop', 'site.json');
  const get = async (cookie = owner.cookie, site = 'shop') => {
    const response = await fetch(`${desk.url}/console/api/settings/${site}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const post = async (what: string, body: object) => {
    const response = await postToConsole(desk.url, `/settings/shop/${what}`, body, owner.cookie);
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const page = async (address: string) => {
    const response = await fetch(desk.url + address);
    return { status: response.status, text: await response.text(), policy: response.headers };
  };

  it('are written as the file is, and served from the moment in which they are saved', async () => {
    const { version, values } = (await get()).body;
    expect(values).toMatchObject({ _why: 'ask Mara first', name: 'Teal & Linen' });
    const draft = { values: { colors: { accent: '#0f766e' } } };
    const { body } = await post('save', { version, draft, locale: 'en' });
    expect(body).toMatchObject({ saved: true, undo: expect.any(String) });
    expect(await readFile(path(), 'utf8')).toBe(FILE.replace('#4338ca', '#0f766e'));
    expect((await page('/widget/shop.js')).text).toContain('#0f766e');
  });

  it('come with what is built in, for forms that change it by its name', async () => {
    const { builtIn } = (await get()).body as unknown as { builtIn: Record<string, object[]> };
    expect(builtIn.priority).toContainEqual({ name: 'paying', points: 20, text: expect.anything() });
    expect(builtIn.priority).toContainEqual(expect.objectContaining({ name: 'waits', perHour: 2, most: 30 }));
    const draft = {
      values: { complaints: { remedies: builtIn.remedies }, priority: { rules: [{ name: 'paying', points: 0 }] } },
    };
    expect((await post('check', { draft, locale: 'en' })).body.problems).toEqual([]);
  });

  it('are taken back, after another look as well, until somebody changes the file', async () => {
    const { version } = (await get()).body;
    await post('save', { version, draft: { values: { position: 'left' } }, locale: 'en' });
    const { undo } = (await get()).body;
    expect(await post('undo', { undo })).toMatchObject({ status: 200, body: { undo: null, settings: { version } } });
    expect(await readFile(path(), 'utf8')).toBe(FILE);

    await post('save', { version, draft: { values: { position: 'left' } }, locale: 'en' });
    const again = (await get()).body.undo;
    await writeFile(path(), FILE.replace('Teal', 'Blue'));
    expect((await post('undo', { undo: again })).status).toBe(409);
    expect((await get()).body.undo).toBeNull();
  });

  it('that somebody changed meanwhile are shown, and not overwritten', async () => {
    const { version } = (await get()).body;
    await writeFile(path(), FILE.replace('Teal', 'Blue'));
    const { body } = await post('save', { version, draft: { values: { name: 'Mine' } }, locale: 'en' });
    expect(body).toMatchObject({ saved: false, changed: { values: { name: 'Blue & Linen' } } });
    expect(await readFile(path(), 'utf8')).toContain('Blue');
  });

  it('that are wrong are told at their field in the owner’s language', async () => {
    const draft = { values: { hours: { mon: ['9'] }, policy: { promiseHours: 0 } } };
    const { version } = (await get()).body;
    const { body } = await post('save', { version, draft, locale: 'zh' });
    expect(body).toEqual({
      saved: false,
      problems: [
        { path: ['hours', 'mon', 0], message: expect.stringContaining('必须是时间段') },
        { path: ['policy', 'promiseHours'], message: '"policy.promiseHours" 不能小于 1' },
      ],
    });
    expect((await post('check', { draft: { blocks: { routing: '[' } }, locale: 'en' })).body.problems).toEqual([
      expect.objectContaining({ block: 'routing', line: 1 }),
    ]);
    expect(await readFile(path(), 'utf8')).toBe(FILE);
  });

  it('are previewed by the widget’s own pages under a name of their own, which is no site', async () => {
    const draft = { values: { name: 'Red <Linen>', colors: { accent: '#9f1239' }, position: 'left', hours: {} } };
    const { preview } = (await post('check', { draft, locale: 'en' })).body;
    const around = await page(`/preview/${preview}`);
    expect(around.text).toContain(`src="/widget/${preview}.js"`);
    expect(around.policy.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect((await page(`/widget/${preview}.js`)).text).toContain('"position":"left"');
    const frame = await page(`/frame/${preview}`);
    expect(frame.text).toContain('/preview/frame.js');
    expect(frame.text).toContain('Red \\u003cLinen>');
    expect((await page(`/frame/${preview}/theme.css`)).text).toContain('#9f1239');
    expect((await page('/preview/~00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await page('/frame/shop')).text).not.toContain('/preview/frame.js');
    expect(desk.server.port).toBeGreaterThan(0);
    // Nobody is behind it who could choose among greetings.
    const greeting = { en: { text: 'Good day!', variants: [{ when: { returning: true }, text: 'Welcome back!' }] } };
    const greeted = (await post('check', { draft: { values: { greeting } }, locale: 'en' })).body.preview;
    expect((await page(`/frame/${greeted}`)).text).toContain('Good day!');
    // What is previewed is no site: nobody can talk there.
    expect((await post('check', { draft: { values: { name: '' } }, locale: 'en' })).body.preview).toBeNull();
  });

  it('are nobody else’s, and no body breaks them', async () => {
    expect((await get('')).status).toBe(401);
    expect((await get(owner.cookie, 'no-such-site')).status).toBe(404);
    expect((await post('save', { version: 1, draft: [], locale: 'fr' })).status).toBe(400);
    expect((await post('check', { draft: { values: { x: 'y'.repeat(800_000) } }, locale: 'en' })).status).toBe(413);
  });
});
