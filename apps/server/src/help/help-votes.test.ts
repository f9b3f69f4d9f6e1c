import { describe, expect, it } from '@jest/globals';
import type { PageVote } from '@solodesk/core';
import type { HelpReading } from './help-reading.ts';
import { HelpVotes } from './help-votes.ts';

const MINUTE = 60_000;
const READING = { site: { id: 'shop', timeZone: 'Asia/Shanghai' } } as HelpReading;

function start(limited = true) {
  let now = Date.UTC(2026, 10, 27, 15, 0);
  const counted: PageVote[] = [];
  const store = { countPageVote: async (vote: PageVote) => void counted.push(vote), pageVotes: async () => [] };
  const votes = new HelpVotes(store, { now: () => now }, limited);
  const say = (page = 'article:a', address = '1.2.3.4') =>
    votes.count(READING, { page, locale: 'en', helpful: true }, address);
  return { counted, say, pass: (ms: number) => void (now += ms) };
}

describe('votes', () => {
  it('belong to the day of the site, and hold nothing about who voted', async () => {
    const { say, counted, pass } = start();
    await say();
    pass(60 * MINUTE);
    await say();
    expect(counted).toEqual([
      { site: 'shop', page: 'article:a', locale: 'en', helpful: true, day: '2026-11-27' },
      { site: 'shop', page: 'article:a', locale: 'en', helpful: true, day: '2026-11-28' },
    ]);
  });

  it('are two a page and sender at a time, and one more after ten minutes', async () => {
    const { say, counted, pass } = start();
    expect([await say(), await say()]).toEqual([0, 0]);
    expect(await say()).toBe(10 * MINUTE);
    expect(await say('article:b')).toBe(0);
    expect(await say('article:a', '5.6.7.8')).toBe(0);
    pass(10 * MINUTE);
    expect(await say()).toBe(0);
    expect(counted).toHaveLength(5);
  });

  it('are forty a sender at a time, however many pages there are', async () => {
    const { say, counted } = start();
    for (let n = 0; n < 50; n++) await say(`article:${n}`);
    expect(counted).toHaveLength(40);
  });

  it('are not limited when limits are off', async () => {
    const { say, counted } = start(false);
    for (let n = 0; n < 50; n++) await say();
    expect(counted).toHaveLength(50);
  });
});
