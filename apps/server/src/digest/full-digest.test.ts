import { createFakeClock } from '@solodesk/core/testing';
import { MailServer } from '@solodesk/notify/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWNER, postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import { storedFigures } from '../testing/stored-figures.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import type { Visitor } from '../testing/visitor.ts';

const HOUR = 3_600_000;
/** Ten in the morning in Berlin. */
const NOW = Date.UTC(2026, 2, 17, 9);
const NEWS = {
  digestHour: 0,
  alerts: { score: false, feedback: false, promise: false },
  digestEmpty: false,
  report: false,
};
const WEI = 'wei@shop.example';

describe('a morning with everything in it', () => {
  const clock = createFakeClock(NOW);
  let mails: MailServer;
  let desk: TestDesk;
  const visitors: Visitor[] = [];
  const conversations: Record<string, string> = {};

  const calls = async (who: string, words: string) => {
    const visitor = await desk.visit();
    visitors.push(visitor);
    const clientId = crypto.randomUUID();
    const ack = await visitor.emit('message', { clientId, text: words, intent: 'solodesk.person' });
    if (!ack.ok) throw new Error(ack.error.message);
    conversations[who] = ack.conversation;
    return visitor;
  };

  beforeAll(async () => {
    mails = await MailServer.start();
    desk = await startDesk({
      ...{ clock, sites: { shop: { timeZone: 'Europe/Berlin', languages: ['en', 'zh'] } } },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example', LIMITS: 'off' },
    });
    const owner = await desk.console();
    const { store } = desk;
    const account = { name: 'Wei', email: WEI, passwordHash: 'x', createdAt: NOW };
    const { key } = await store.createAccount(account);
    await store.addMembership(key, 'shop', 'owner');
    await store.putNoticeSettings(key, { ...(await store.noticeSettings(key)), locale: 'zh' });

    await calls('kept waiting', 'my kettle leaks');
    clock.advance(30 * HOUR);
    await desk.server.sweep();
    const unhappy = await calls('unhappy', 'the lid is cracked');
    await owner.reply(conversations['unhappy']!, 'Sorry to hear that.');
    await owner.must('close', { conversation: conversations['unhappy']! });
    const row = await store.findConversation('shop', conversations['unhappy']!);
    const asked = await store.satisfactionOfVisitor('shop', row?.visitor.key ?? 0);
    const rated = await unhappy.emit('rate', { request: asked?.id ?? '', score: 2, word: '' });
    if (!rated.ok) throw new Error(rated.error.message);
    const at = clock.now();
    const review = {
      ...{ source: 'google', id: 'r-1', text: '<b>Late</b> again', at, rating: 1 },
      ...{ locale: 'en' as const, mood: 'negative' as const, score: -1, category: 'delivery' },
    };
    await store.saveFeedback([review], { site: 'shop', at, uuid: () => crypto.randomUUID(), batch: null });
    const asking = await desk.visit();
    visitors.push(asking);
    await asking.mustSay('xyzzy plugh frobnicate');
    await calls('first', 'I want to change my <i>order</i>');
    const counted = (day: string, messages: number) => {
      const figures = storedFigures(day, { first: day, last: day, through: day });
      const counts = { visitors: 0, messages, started: 0, answered: 0, ended: 0, solved: 0 };
      return { kind: 'figures', period: day, model: 'm', body: JSON.stringify({ ...figures, counts }) };
    };
    await store.saveInsights('shop', [counted('2026-03-17', 40), counted('2026-03-10', 8)], at);
    clock.advance(60_000);
    const zh = await store.newsSettings(key);
    await store.putNewsSettings(key, { ...zh, ...NEWS });
    expect((await postToConsole(desk.url, '/notices/news', NEWS, owner.cookie)).status).toBe(200);
    await desk.server.sweep();
    await desk.server.sweep();
  });
  afterAll(async () => {
    for (const visitor of visitors) visitor.leave();
    await desk.end();
    await mails.stop();
  });

  const digestFor = (address: string) => {
    const at = mails.mails.findIndex(
      ({ subject }, n) => mails.sessions[n]?.to[0] === address && /March|3月/.test(subject ?? ''),
    );
    return { text: mails.mails[at]?.text ?? '', html: mails.mails[at]?.html || '' };
  };
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');

  it('is one mail with all five sections in order, as text and as HTML, in its reader’s language', () => {
    const titles = {
      [OWNER.email]: ['Overdue promises', 'First today', 'New questions without an answer', 'Unhappy customers'],
      [WEI]: ['超时的承诺', '今天优先处理', '新的未答问题', '不满意的客户'],
    };
    const moved = { [OWNER.email]: 'A number that moved', [WEI]: '变化明显的数字' };
    for (const [address, first] of Object.entries(titles)) {
      const all = [...first, moved[address]!];
      const { text, html } = digestFor(address);
      expect(lines(text).filter((line) => all.includes(line))).toEqual(all);
      expect(all.map((title) => html.indexOf(title)).every((at, n, ats) => at > (ats[n - 1] ?? 0))).toBe(true);
    }
    expect(digestFor(OWNER.email).text).toContain('- Messages yesterday: 40, after 8 a week before.');
    expect(digestFor(WEI).text).toContain('- 昨天消息：40，一周前同日为 8。');
  });

  it('leads from a low score to the conversation, says it once, and keeps text text', () => {
    const { text, html } = digestFor(OWNER.email);
    const at = lines(text).indexOf('- 2 of 10');
    expect(lines(text)[at + 1]).toContain(`/console/#/desk/shop/open/${conversations['unhappy']}`);
    expect(lines(text)).toContain('- <b>Late</b> again (google)');
    expect(html).toContain('&lt;b&gt;Late');
    expect(html).not.toContain('<b>Late');
  });

  it('has links of which each shows what it is about and does nothing until that is confirmed', async () => {
    const { text } = digestFor(WEI);
    const tokens = [...text.matchAll(/\/act#(\S+)/g)].map(([, token]) => token ?? '');
    const post = async (path: string, token: string) => {
      const headers = { 'content-type': 'application/json', 'x-solodesk': 'act' };
      const body = JSON.stringify({ token });
      const answer = await fetch(`${desk.url}/api/act/${path}`, { method: 'POST', headers, body });
      expect(answer.status).toBe(200);
      return (await answer.json()) as { act?: string; locale?: string };
    };
    const open = () => desk.store.unanswered('shop', { status: 'open', limit: 9 });
    const shown = [];
    for (const token of tokens) {
      expect((await fetch(`${desk.url}/act?token=${token}`)).status).toBe(200);
      shown.push(await post('show', token));
    }
    // The overdue one and the first, each twice, and the question.
    expect(shown.map(({ act }) => act)).toEqual(['snooze', 'done', 'snooze', 'done', 'ignore']);
    expect(shown.every(({ locale }) => locale === 'zh')).toBe(true);
    expect(await desk.store.queueMarks('shop', 9)).toEqual([]);
    expect(await open()).toHaveLength(1);
    for (const token of [tokens[1]!, tokens[4]!]) await post('do', token);
    expect(await desk.store.queueMarks('shop', 9)).toMatchObject([{ place: { kind: 'chat' } }]);
    expect(await open()).toEqual([]);
  });
});
