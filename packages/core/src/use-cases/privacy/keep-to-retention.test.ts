import { describe, expect, it } from '@jest/globals';
import { DEFAULT_RETENTION } from '../../domain/privacy/retention.ts';
import { Stage } from '../../testing/contract/stage.ts';
import { NO_FILES } from '../../ports/file-store.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createMemoryStore } from '../../testing/memory-store.ts';
import { keepToRetention, rehearseRetention } from './keep-to-retention.ts';

const DAY = 86_400_000;
/** 2026-11-27 12:00 UTC. */
const NOON = Date.UTC(2026, 10, 27, 12);

async function desk() {
  const clock = createFakeClock(NOON);
  const store = createMemoryStore();
  const stage = new Stage(store);
  for (const days of [1, 20, 40]) {
    const visitor = await stage.visitor();
    await stage.says(visitor, { text: `${days} days old`, at: NOON - days * DAY });
    await stage.closes(visitor, NOON - days * DAY);
  }
  const site = { id: 'shop', timeZone: 'Europe/Berlin', retention: { ...DEFAULT_RETENTION, messages: 30 } };
  const left = async () => (await store.inbox('shop', { filter: 'closed', limit: 9 })).length;
  const removed: number[] = [];
  const removeFilesOf = async (_site: string, keys: readonly number[]) => removed.push(...keys);
  const files = { ...NO_FILES, removeFilesOf };
  return { parts: { store, clock, files }, site, left, clock, store, removed };
}

describe('keeping to retention', () => {
  it('takes out what is older than its days, and says first what that would be', async () => {
    const { parts, site, left, removed } = await desk();
    expect(await rehearseRetention(parts, 'shop', site.retention)).toEqual({
      messages: 1,
      ...{ accessLog: 0, receipts: 0 },
    });
    expect(await left()).toBe(3);
    expect(removed).toEqual([]);
    expect(await keepToRetention(parts, site)).toMatchObject({ messages: 1 });
    expect(await left()).toBe(2);
    // What they sent lies elsewhere, and goes with them.
    expect(removed).toEqual([3]);
  });

  it('keeps what no days are set for', async () => {
    const { parts, site, left } = await desk();
    expect(await keepToRetention(parts, { ...site, retention: DEFAULT_RETENTION })).not.toHaveProperty('messages');
    expect(await left()).toBe(3);
  });

  it('is done once a day of the site, and the days that a server was down are made good by the next', async () => {
    const { parts, site, left, clock, store } = await desk();
    expect(await keepToRetention(parts, site)).not.toBeNull();
    expect(await keepToRetention(parts, site)).toBeNull();
    // 23:30 in Berlin, then half past midnight.
    clock.advance(10.5 * 3_600_000);
    expect(await keepToRetention(parts, site)).toBeNull();
    clock.advance(3_600_000);
    expect(await keepToRetention(parts, site)).not.toBeNull();
    clock.advance(12 * DAY);
    expect(await keepToRetention(parts, site)).toMatchObject({ messages: 1 });
    expect(await left()).toBe(1);
    expect((await store.retentionRuns('shop', 9)).map(({ day }) => day)).toEqual([
      '2026-12-10',
      '2026-11-28',
      '2026-11-27',
    ]);
  });

  it('goes on where it was stopped, after an hour', async () => {
    const { parts, site, left, clock } = await desk();
    expect(await keepToRetention(parts, site, () => false)).toBeNull();
    expect(await left()).toBe(3);
    expect(await keepToRetention(parts, site)).toBeNull();
    clock.advance(3_600_000);
    expect(await keepToRetention(parts, site)).toMatchObject({ messages: 1 });
  });
});
