import { createFakeClock } from '@solodesk/core/testing';
import { MailServer } from '@solodesk/notify/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const HOUR = 3_600_000;
/** The night in which Berlin's clocks go from 2:00 to 3:00. */
const SPRING = Date.UTC(2026, 2, 28, 20);
const NEWS = { alerts: { score: false, feedback: false, promise: false }, digestEmpty: false, report: false };

describe('the morning digest', () => {
  let clock: ReturnType<typeof createFakeClock>;
  let mails: MailServer;
  let desk: TestDesk;
  let cookie: string;

  const start = async () => {
    desk = await startDesk({
      ...{ clock, sites: { shop: { timeZone: 'Europe/Berlin', languages: ['en'] } } },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example', LIMITS: 'off' },
    });
    ({ cookie } = await desk.console());
  };
  beforeEach(async () => {
    clock = createFakeClock(SPRING);
    mails = await MailServer.start();
    await start();
    // A slow machine takes its time to learn a site.
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
  });

  const wants = (news: object) => postToConsole(desk.url, '/notices/news', { ...NEWS, ...news }, cookie);
  const after = async (ms: number) => {
    clock.advance(ms);
    await desk.server.sweep();
    await desk.server.sweep();
  };
  const digests = () => mails.mails.filter(({ subject }) => subject?.includes('March') === true);
  const act = (path: string, token: string) =>
    fetch(`${desk.url}/api/act/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-solodesk': 'act' },
      body: JSON.stringify({ token }),
    });
  const tokens = (text: string, label: string) =>
    [...text.matchAll(new RegExp(`${label}: \\S+/act#(\\S+)`, 'g'))].map(([, token]) => token ?? '');
  const complain = async () => {
    const at = clock.now();
    await desk.store.saveFeedback(
      [
        {
          ...{ source: 'google', id: 'r-1', text: '<b>Late</b> again', at, rating: 1 },
          ...{ locale: 'en', mood: 'negative', score: -1, category: 'delivery' },
        },
      ],
      { site: 'shop', at, uuid: () => crypto.randomUUID(), batch: null },
    );
  };

  it('comes once a day from the owner’s hour on the site’s wall, also where a clock change skips that hour', async () => {
    expect((await wants({ digestHour: 2, digestEmpty: true })).status).toBe(200);
    // 21:00 in Berlin: the hour of this day is long over, so that today's comes now.
    await after(0);
    expect(digests().map(({ subject }) => subject)).toEqual(['Shop: Saturday 28 March']);
    await after(3 * HOUR);
    // Midnight is over, and the hour has not come.
    expect(digests()).toHaveLength(1);
    // 00:59 to 03:01: there is no 2:00 in this night.
    await after(2 * HOUR);
    await after(HOUR);
    expect(
      digests()
        .map(({ subject }) => subject)
        .at(-1),
    ).toBe('Shop: Sunday 29 March');
    await after(6 * HOUR);
    expect(digests()).toHaveLength(2);
  });

  it('comes late rather than not at all, and only of the day that it is', async () => {
    await wants({ digestHour: 8, digestEmpty: true });
    await after(0);
    // Nothing ran for two days: only of today.
    clock.advance(40 * HOUR);
    await after(0);
    expect(digests().map(({ subject }) => subject)).toEqual(['Shop: Saturday 28 March', 'Shop: Monday 30 March']);
  });

  it('says nothing where there is nothing to say, unless that is wanted too', async () => {
    await wants({ digestHour: 0 });
    await after(0);
    expect(digests()).toEqual([]);
    await wants({ digestHour: 0, digestEmpty: true });
    await after(24 * HOUR);
    expect(digests()[0]?.text).toContain('Nothing is overdue, nobody waits, and nobody is unhappy.');
  });

  it('tells who waits and is unhappy, and its links act only after they were confirmed', async () => {
    const visitor = await desk.visit();
    await visitor.mustSay('xyzzy plugh frobnicate');
    const ack = await visitor.emit('message', {
      ...{ clientId: crypto.randomUUID(), text: 'my <i>vase</i> broke', intent: 'solodesk.person' },
    });
    expect(ack.ok).toBe(true);
    await complain();
    await wants({ digestHour: 0 });
    await after(0);
    const [mail] = digests();
    const text = mail?.text ?? '';
    expect(text).toContain('First today');
    expect(text).toContain('<b>Late</b> again (google)');
    expect(mail?.html).toContain('&lt;b&gt;Late');
    const [snooze = ''] = tokens(text, 'Until tomorrow');
    // A mail scanner opens the link.
    expect((await fetch(`${desk.url}/act`)).status).toBe(200);
    expect(await desk.store.queueMarks('shop', 9)).toEqual([]);
    expect(await (await act('show', snooze)).json()).toMatchObject({ act: 'snooze', site: { name: 'Shop' } });
    expect(await desk.store.queueMarks('shop', 9)).toEqual([]);
    expect((await act('do', snooze)).status).toBe(200);
    expect((await act('do', snooze)).status).toBe(200);
    expect(await desk.store.queueMarks('shop', 9)).toMatchObject([{ place: { kind: 'chat' } }]);
    visitor.leave();
  });

  it('goes with whoever is erased while it waits to be sent', async () => {
    const visitor = await desk.visit();
    await visitor.mustSay('my vase broke xyzzy');
    await complain();
    const [row] = await desk.store.inbox('shop', { filter: 'open', limit: 1 });
    await mails.stop();
    await wants({ digestHour: 0 });
    await after(0);
    const waiting = async () => {
      const claim = { now: clock.now() + 24 * HOUR, until: clock.now(), limit: 9, lease: crypto.randomUUID() };
      return JSON.stringify(await desk.store.claimJobs(claim));
    };
    expect(await waiting()).toContain('my vase broke');
    await desk.store.erasePerson(
      'shop',
      { conversation: row?.conversation.id ?? '' },
      { id: 'r-1', at: clock.now(), by: 'Mara' },
    );
    expect(await waiting()).not.toContain('digest');
    visitor.leave();
  });

  it('has links that nobody can change, that end after three days, and that a stranger’s page cannot use', async () => {
    const visitor = await desk.visit();
    await visitor.emit('message', { clientId: crypto.randomUUID(), text: 'hello', intent: 'solodesk.person' });
    visitor.leave();
    await wants({ digestHour: 0 });
    await after(0);
    const [done = ''] = tokens(digests()[0]?.text ?? '', 'Done');
    const [body = '', signature] = done.split('.');
    const changed = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...changed, until: 9e15 })).toString('base64url');
    for (const wrong of [`${forged}.${signature}`, body, 'x', `${done}.x`]) {
      expect((await act('do', wrong)).status).toBe(404);
    }
    const stranger = await fetch(`${desk.url}/api/act/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ token: done }),
    });
    expect(stranger.status).toBeGreaterThanOrEqual(400);
    clock.advance(72 * HOUR);
    expect((await act('do', done)).status).toBe(404);
    expect(await desk.store.queueMarks('shop', 9)).toEqual([]);
  });
});
