import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MailServer } from '@solodesk/notify/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProfileAnswer } from '../http/console/console-crm-api.ts';
import { Owner, postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const SPRING = {
  survey: 'spring',
  title: { en: 'Spring', zh: '春季' },
  sendTo: 'contacts',
  questions: [{ name: 'overall', type: 'score', csi: true, prompt: { en: 'All in all?', zh: '总体如何？' } }],
};
const PUBLIC = 'https://desk.example.com';

describe('the way out of a survey’s mail', () => {
  let mails: MailServer;
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    mails = await MailServer.start();
    desk = await startDesk({
      sites: { shop: { languages: ['en', 'zh'] } },
      environment: {
        ...{ SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
        ...{ PUBLIC_URL: PUBLIC, TRUST_PROXY: '1' },
      },
    });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    await mkdir(join(desk.sitesDir, 'shop', 'surveys'));
    await writeFile(join(desk.sitesDir, 'shop', 'surveys', 'spring.json'), JSON.stringify(SPRING));
    const write = { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null };
    await desk.store.saveContacts(
      [
        { id: 'ada', email: 'ada@one.example', locale: 'zh' },
        { id: 'bo', email: 'bo@one.example' },
      ],
      write,
    );
    await until(async () => (await inConsole('')).status === 200, 'for the survey to be read');
  });
  afterAll(async () => {
    await desk.end();
    await mails.stop();
  });

  const inConsole = (path: string) =>
    fetch(`${desk.url}/console/api/surveys/shop/spring${path}`, { headers: { cookie: owner.cookie } });
  const recipients = async () => (await inConsole('/recipients')).json();
  /** As the owner sees it with the contact. */
  const noQuestions = async (id: string) => {
    const contact = await desk.store.findContact('shop', { id });
    const path = `${desk.url}/console/api/contacts/shop/${contact?.key}/profile`;
    const answer = await fetch(path, { headers: { cookie: owner.cookie } });
    return ((await answer.json()) as ProfileAnswer).noQuestions;
  };
  const mayBeAsked = async (id: string, may: boolean) => {
    const contact = await desk.store.findContact('shop', { id });
    const response = await postToConsole(desk.url, `/contacts/shop/${contact?.key}/questions`, { may }, owner.cookie);
    return { status: response.status, body: (await response.json()) as ProfileAnswer };
  };
  const post = async (path: string, token: string, headers: Record<string, string> = { 'X-Solodesk': 'leave' }) => {
    const response = await fetch(`${desk.url}/api/survey/leave${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ token }),
    });
    return { status: response.status, body: (await response.json()) as object };
  };
  const exitOf = (address: string) => {
    const mail = mails.mails.find(({ to }) => JSON.stringify(to).includes(address));
    const header = (name: string) => mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\s+/g, ' ') ?? '';
    return {
      ...{ text: mail?.text ?? '', list: header('list-unsubscribe'), post: header('list-unsubscribe-post') },
      page: /leave#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '',
      once: /one-click\/([\w-]{43})>/.exec(header('list-unsubscribe'))?.[1] ?? '',
      answer: /rate#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '',
    };
  };
  const click = (token: string, body: BodyInit = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })) =>
    fetch(`${desk.url}/rate/leave/one-click/${token}`, { method: 'POST', body, redirect: 'manual' });

  it('stands in the mail in its language, and in the headers that mail programs read', async () => {
    expect((await postToConsole(desk.url, '/surveys/shop/spring/send', {}, owner.cookie)).status).toBe(200);
    await desk.server.sweep();
    await until(() => mails.mails.length === 2, 'for both mails');
    const [ada, bo] = [exitOf('ada@one.example'), exitOf('bo@one.example')];
    expect(ada.text).toContain(`不再询问: ${PUBLIC}/rate/leave#`);
    expect(bo.text).toContain(`Don’t ask me again: ${PUBLIC}/rate/leave#`);
    expect(bo.list).toBe(`List-Unsubscribe: <${PUBLIC}/rate/leave/one-click/${bo.once}>`);
    expect(bo.post).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(new Set([ada.page, ada.once, ada.answer, bo.page, bo.once, bo.answer]).size).toBe(6);
  });

  it('changes nothing by being opened, leaves by a button, and comes back by another', async () => {
    const { page, answer } = exitOf('ada@one.example');
    expect((await fetch(`${desk.url}/rate/leave`)).status).toBe(200);
    const view = { site: { id: 'shop' }, locale: 'zh', address: 'a…@one.example', back: true };
    expect(await post('/show', page)).toMatchObject({ status: 200, body: { ...view, left: false } });
    expect(await recipients()).toEqual({ sent: 0, rested: 2, left: 0 });
    for (const token of ['wrong', answer]) expect((await post('', token)).status).toBe(404);
    expect((await post('', page, {})).status).toBe(403);
    expect(await recipients()).toEqual({ sent: 0, rested: 2, left: 0 });
    expect(await post('', page)).toMatchObject({ status: 200, body: { ...view, left: true } });
    expect(await recipients()).toEqual({ sent: 0, rested: 1, left: 1 });
    expect(await noQuestions('ada')).toEqual({ at: expect.any(Number), by: 'reader' });
    expect(await noQuestions('bo')).toBe(null);
    // What they said is theirs to take back.
    expect((await mayBeAsked('ada', true)).status).toBe(403);
    expect(await recipients()).toEqual({ sent: 0, rested: 1, left: 1 });
    expect(await post('/back', page)).toMatchObject({ status: 200, body: { ...view, left: false } });
    expect(await recipients()).toEqual({ sent: 0, rested: 2, left: 0 });
  });

  it('is taken for them by the owner, until the owner or they themselves take it back', async () => {
    const off = await mayBeAsked('bo', false);
    expect(off).toMatchObject({ status: 200, body: { noQuestions: { at: expect.any(Number), by: 'owner' } } });
    expect(await recipients()).toEqual({ sent: 0, rested: 1, left: 1 });
    expect((await mayBeAsked('bo', false)).body.noQuestions).toEqual(off.body.noQuestions);
    const { page } = exitOf('bo@one.example');
    expect(await post('/show', page)).toMatchObject({ body: { left: true } });
    expect((await mayBeAsked('bo', true)).body.noQuestions).toBe(null);
    expect(await recipients()).toEqual({ sent: 0, rested: 2, left: 0 });

    await mayBeAsked('bo', false);
    expect(await post('/back', page)).toMatchObject({ body: { left: false } });
    expect(await noQuestions('bo')).toBe(null);
    expect((await mayBeAsked('nobody', false)).status).toBe(404);
    const contact = await desk.store.findContact('shop', { id: 'bo' });
    const path = `/contacts/shop/${contact?.key}/questions`;
    expect((await postToConsole(desk.url, path, { may: 'no' }, owner.cookie)).status).toBe(400);
    expect((await postToConsole(desk.url, path, { may: false })).status).toBe(401);
  });

  it('is taken by a mail program’s POST alone, whose token neither answers nor comes back', async () => {
    const { once, page } = exitOf('bo@one.example');
    const opened = await fetch(`${desk.url}/rate/leave/one-click/${once}`, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/rate/leave#${once}`]);
    expect((await click(once, new URLSearchParams({ a: 'b' }))).status).toBe(400);
    expect((await click(`${once}x`)).status).toBe(404);
    expect(await recipients()).toEqual({ sent: 0, rested: 2, left: 0 });
    expect((await click(once)).status).toBe(200);
    expect((await click(once)).status).toBe(200);
    expect(await recipients()).toEqual({ sent: 0, rested: 1, left: 1 });
    expect(await post('/show', once)).toMatchObject({ body: { left: true, back: false } });
    expect((await post('/back', once)).status).toBe(403);
    const answered = await fetch(`${desk.url}/api/survey/show`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Solodesk': 'survey' },
      body: JSON.stringify({ token: once }),
    });
    expect(answered.status).toBe(404);
    expect(await post('/show', page)).toMatchObject({ body: { left: true, back: true } });
  });
});
