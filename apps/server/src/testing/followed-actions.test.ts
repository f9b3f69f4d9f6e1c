import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ownerUpSchemas } from '@solodesk/protocol/owner';

/** Where actions are followed: what was told and what is there must be the same after each of them. */
const FOLLOWED = [
  'next-up/queue-feed.test.ts',
  'realtime/note-handlers.test.ts',
  'realtime/canned-handlers.test.ts',
  'realtime/ticket-list-handlers.test.ts',
];
/** They only read. */
const READS = ['inbox', 'sync', 'open', 'tickets', 'ticket', 'queue', 'answered_before', 'canned'];
/** Never stored: there is nothing that a fresh picture would have. */
const PASSING = ['typing', 'activity'];

describe('what one device does', () => {
  it('is followed from another one in a test, whatever it is', () => {
    const tests = FOLLOWED.map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
    for (const text of tests) expect(text).toContain('FollowedSite.begin(');
    const actions = Object.keys(ownerUpSchemas).filter((event) => ![...READS, ...PASSING].includes(event));
    expect(actions.length).toBeGreaterThan(14);
    const isFollowed = (event: string) =>
      tests.some((text) => text.includes(event === 'reply' ? 'followed.after(() => owner.reply(' : `'${event}'`));
    expect(actions.filter((event) => !isFollowed(event))).toEqual([]);
  });
});
