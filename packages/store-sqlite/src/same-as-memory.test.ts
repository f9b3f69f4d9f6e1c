import { afterAll, describe, expect, it } from '@jest/globals';
import { botSpeaks, close, handBack, ownerSpeaks, promise, takeOver, visitorSpeaks } from '@solodesk/core';
import type { BotReply, Conversation, Decision, FormState, Store, Visitor } from '@solodesk/core';
import { Stage, createMemoryStore, createSeededRandom, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from './sqlite-store.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

const reply: BotReply = {
  text: 'An answer.',
  quickReplies: [{ label: 'More' }],
  links: [],
  reason: { kind: 'answered', guesses: [{ intent: 'a.b', confidence: 0.5 }] },
  handoff: null,
  promisedFor: null,
  unsureStreak: 1,
  context: {
    intents: ['a.b'],
    words: '多久',
    named: [{ kind: 'order', value: 'TL-1' }],
    offered: [],
    insults: 1,
    at: 5,
  },
};

const form: FormState = {
  form: 'return',
  slots: { order: { value: 'TL-1', from: 'said' } },
  skipped: ['phone'],
  asking: 'reason',
  bad: 1,
  prompts: { reason: 2 },
  next: [{ form: 'damage', words: '还有一个坏了' }],
  at: 5,
};

/** Everything that people may do to a conversation, by the throw of a die. */
const COMMANDS: readonly ((on: Conversation, n: number) => Decision | null)[] = [
  (on, n) => visitorSpeaks(on, { text: `说 ${n}`, clientId: `m${n}` }, n),
  // Client ids come again now and then.
  (on, n) => visitorSpeaks(on, { text: 'again', clientId: `m${n % 7}`, intent: 'solodesk.resume-bot' }, n),
  (on, n) => botSpeaks(on, on.botDue[0] ?? 0, reply, n),
  (on, n) => botSpeaks(on, on.botDue[0] ?? 0, { ...reply, handoff: 'asked', promisedFor: n % 2 ? n : null }, n),
  (on, n) => ownerSpeaks(on, { name: 'Mara', text: `o ${n}`, clientId: `o${n % 11}` }, n),
  (on, n) => botSpeaks(on, on.botDue[0] ?? 0, { ...reply, form: n % 3 === 0 ? null : { ...form, at: n } }, n),
  (on, n) => takeOver(on, n % 2 ? 'Mara' : 'Noah', n),
  (on, n) => handBack(on, n),
  (on, n) => close(on, 'idle', n),
  (on, n) => promise(on, { ...reply, promisedFor: n }, n),
];

/** Plays a seeded story of `steps` throws on a store, some of them decided on what was true a while ago. */
async function play(store: Store, seed: number, steps: number): Promise<unknown[]> {
  const random = createSeededRandom(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const stage = new Stage(store);
  const visitors: Visitor[] = [];
  for (const site of ['shop', 'shop', 'bakery']) visitors.push(await stage.visitor(site));
  const earlier: Conversation[] = visitors.map((visitor) => stage.fresh(visitor, 0));
  const outcomes: unknown[] = [];
  for (let n = 1; n <= steps; n++) {
    const who = pick(visitors.length);
    const [visitor, old] = [visitors[who] as Visitor, earlier[who] as Conversation];
    if (pick(6) === 0) {
      outcomes.push(await store.markSeen(visitor.key, pick(2) ? 'owner' : 'visitor', pick(n) + 1));
      continue;
    }
    const now = (await store.findConversationOfVisitor(visitor.site, visitor.key)) ?? old;
    const on = pick(5) === 0 ? old : now;
    earlier[who] = now;
    const decision = COMMANDS[pick(COMMANDS.length)]?.(on, n) ?? null;
    if (decision === null) continue;
    outcomes.push(await store.commit({ expectedVersion: on.version, events: decision.events, next: decision.next }));
  }
  for (const site of ['shop', 'bakery', 'elsewhere']) {
    for (const filter of ['open', 'closed', 'waiting'] as const) {
      outcomes.push(await store.inbox(site, { filter, limit: 10 }));
    }
    outcomes.push(await store.cursor(site), await store.countWaiting(site), await store.eventsAfter(site, 3, 500));
  }
  for (const { key } of visitors) outcomes.push(await store.readLog(key, { limit: 1_000 }));
  outcomes.push((await store.owed()).map(({ key }) => key).sort());
  return outcomes;
}

describe('the SQLite store and the memory store', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`agree on every outcome of story ${seed}`, async () => {
      const sqlite = await openSqliteStore({ file: directory.file(`${seed}.db`), log: silentLog });
      const [expected, found] = [await play(createMemoryStore(), seed, 150), await play(sqlite, seed, 150)];
      await sqlite.close();
      expect(found).toEqual(expected);
    });
  }
});
