import { randomUUID } from 'node:crypto';
import { createFakeClock } from '@solodesk/core/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { VisitorEvents } from '@solodesk/protocol/visitor';
import { Owner } from '../testing/owner.ts';
import { KNOWN } from '../testing/shop-sites.ts';
import { trainerThat } from '../testing/small-trainer.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const HAND_OFF = { text: 'Talk to a person', intent: 'solodesk.person' };

describe('the owner at work', () => {
  const clock = createFakeClock(Date.now());
  let desk: TestDesk;
  let beforeUnderstanding: () => void = () => undefined;
  beforeAll(async () => {
    desk = await startDesk({
      clock,
      environment: { LIMITS: 'off' },
      trainer: trainerThat(() => beforeUnderstanding()),
    });
  });
  afterEach(() => {
    beforeUnderstanding = () => undefined;
  });
  afterAll(() => desk.end());

  it('shows in the inbox who waits, and for whom nobody has looked yet', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('first');
    await visitor.emit('message', { clientId: randomUUID(), ...HAND_OFF });
    await visitor.hears(({ type }) => type === 'handoff');
    const { conversations, waiting } = await owner.must('inbox', { filter: 'waiting' });
    expect(waiting).toBe(conversations.length);
    expect(conversations.find(({ id }) => id === conversation)).toMatchObject({
      state: 'waiting',
      unread: 2,
      previewFrom: 'visitor',
      visitor: { online: true, verified: false },
    });
    await owner.must('seen', { conversation, seq: 99 });
    const { conversation: detail } = await owner.must('open', { conversation });
    expect(detail).toMatchObject({ unread: 0, ownerSeenSeq: detail.lastSeq });
  });

  it('takes over with the first word, and the bot is silent until it is handed back', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation, seq } = await visitor.mustSay(KNOWN.question);
    await visitor.answerTo(seq);
    expect(await owner.reply(conversation, 'Hello, it is me')).toMatchObject({ ok: true });
    await visitor.hears(({ type }) => type === 'takeover');
    expect(await visitor.hears(({ type }) => type === 'owner_message')).toMatchObject({ text: 'Hello, it is me' });
    const silent = await visitor.mustSay(KNOWN.question);
    await owner.must('hand_back', { conversation });
    await visitor.hears(({ type }) => type === 'hand_back');
    const again = await visitor.mustSay(KNOWN.question);
    expect(await visitor.answerTo(again.seq)).toMatchObject({ text: KNOWN.answer });
    expect(visitor.events.some((event) => event.type === 'bot_message' && event.replyTo === silent.seq)).toBe(false);
  });

  it('silences a bot that was about to answer', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    await visitor.hears(({ type }) => type === 'bot_message');
    // The owner steps in while the bot computes; what the bot then wants to save expects a version that is gone.
    const { conversation: before } = (await desk.store.findConversation('shop', conversation))!;
    const lastSeq = before.lastSeq + 1;
    let taken: Promise<{ kind: string }> | null = null;
    beforeUnderstanding = () => {
      beforeUnderstanding = () => undefined;
      const state = { state: 'owner', ownerName: 'Mia', botDue: [], lastSeq, version: before.version + 1 } as const;
      taken = desk.store.commit({
        expectedVersion: before.version,
        events: [{ seq: lastSeq, at: clock.now(), entry: { type: 'takeover', name: 'Mia' } }],
        next: { ...before, ...state },
      });
    };
    const { seq } = await visitor.mustSay(KNOWN.question);
    await until(() => taken, 'for the bot to compute');
    expect(await taken).toMatchObject({ kind: 'committed' });
    await owner.must('seen', { conversation, seq });
    const { events } = await owner.must('open', { conversation });
    expect(events.map(({ type }) => type)).toContain('takeover');
    expect(events.filter((event) => event.type === 'bot_message' && event.replyTo === seq)).toEqual([]);
  });

  it('steps in without a word, closes, and sees the visitor reopen', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    await owner.must('takeover', { conversation });
    await visitor.hears(({ type }) => type === 'takeover');
    await owner.must('close', { conversation });
    await visitor.hears(({ type }) => type === 'closed');
    expect((await owner.must('inbox', { filter: 'closed' })).conversations.map(({ id }) => id)).toContain(conversation);
    await visitor.mustSay('one more thing');
    await owner.hears((event) => event.type === 'reopened' && event.conversation === conversation);
  });

  it('takes the same reply again as the first one', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    const clientId = randomUUID();
    const first = await owner.reply(conversation, 'once', clientId);
    expect(await owner.reply(conversation, 'once', clientId)).toEqual(first);
    const { events } = await owner.must('open', { conversation });
    expect(events.filter(({ type }) => type === 'owner_message')).toHaveLength(1);
  });

  it('passes typing and seen marks in both directions', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation, seq } = await visitor.mustSay('hello');
    await visitor.emit('typing', { on: true });
    await owner.heard.until<{ conversation: string; on: boolean }>(
      'typing',
      (body) => body.conversation === conversation && body.on,
    );
    await owner.must('typing', { conversation, on: true });
    await expect(visitor.heard.until('typing')).resolves.toEqual({ from: 'owner', on: true });
    await owner.must('seen', { conversation, seq });
    await expect(visitor.heard.until('seen')).resolves.toEqual({ seq });
    await visitor.emit('seen', { seq: 1 });
    await owner.sees(({ id, visitorSeenSeq }) => id === conversation && visitorSeenSeq === 1);
  });

  it('shows visitors coming and going', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    visitor.leave();
    await owner.sees(({ id, visitor: { online } }) => id === conversation && !online);
  });

  it('tells visitors whether the owner is there, by activity and by the switch', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const hears = (here: boolean) => visitor.heard.until<{ here: boolean }>('presence', (body) => body.here === here);
    await owner.must('presence', { mode: 'away' });
    await owner.must('presence', { mode: 'here' });
    await hears(true);
    await owner.must('presence', { mode: 'auto' });
    await owner.must('activity', {});
    visitor.heard.all.length = 0;
    clock.advance(5 * 60_000);
    await desk.server.sweep();
    await expect(hears(false)).resolves.toEqual({ here: false, name: 'Mia' });
    await owner.must('activity', {});
    await hears(true);
  });

  it('keeps two consoles in step', async () => {
    const [one, other] = [await desk.console(), await desk.console()];
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    await one.reply(conversation, 'from one');
    await other.hears((event) => event.type === 'owner_message' && event.text === 'from one');
    await other.must('presence', { mode: 'away' });
    await one.heard.until<{ presence: { mode: string } }>('presence', (body) => body.presence.mode === 'away');
    await other.must('presence', { mode: 'auto' });
  });

  it('brings a console that was cut off up to date by its cursor, in pages', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { cursor } = await owner.must('inbox', { filter: 'open' });
    owner.leave();
    // Bigger than a page of bytes.
    const texts = Array.from({ length: 30 }, (_, n) => `${n} ${'语'.repeat(3900)}`);
    for (const text of texts) await visitor.mustSay(text);
    const back = await desk.console();
    const seen: string[] = [];
    let at = cursor;
    let pages = 0;
    for (let more = true; more; pages++) {
      const page = await back.must('sync', { cursor: at });
      expect(JSON.stringify(page.events).length).toBeLessThan(256 * 1024);
      seen.push(...page.events.flatMap((event) => (event.type === 'visitor_message' ? [event.text] : [])));
      expect(page.cursor).toBeGreaterThan(at);
      ({ cursor: at, more } = page);
    }
    expect(seen).toEqual(texts);
    expect(pages).toBeGreaterThan(1);
  });

  it('pages a visitor through what was missed', async () => {
    const visitor = await desk.visit();
    for (let n = 0; n < 60; n++) await visitor.mustSay(`message ${n}`);
    const seqs: number[] = [];
    for (let after = 0, more = true; more;) {
      const page = await visitor.emit('pull', { after });
      if (!page.ok) throw new Error(page.error.kind);
      seqs.push(...page.events.map(({ seq }) => seq));
      after = seqs.at(-1)!;
      more = page.more;
    }
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const live = visitor.heard.of<VisitorEvents>('events').flatMap(({ events }) => events.map(({ seq }) => seq));
    expect(live).toEqual([...live].sort((a, b) => a - b));
  });

  it('ends the sockets of a session that is signed out, at once', async () => {
    const [one, other] = [await desk.console(), await desk.console()];
    await fetch(`${desk.url}/console/api/logout`, {
      method: 'POST',
      headers: { 'x-solodesk': '1', cookie: one.cookie },
    });
    for (const { heard, socket } of [one, other]) {
      await expect(heard.until('goodbye')).resolves.toMatchObject({ kind: 'unauthorized' });
      await until(() => socket.disconnected, 'to be cut');
    }
    await expect(new Owner(desk.url, one.cookie).connect()).rejects.toThrow('not signed in');
  });
});
