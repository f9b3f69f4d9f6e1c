import { describe, expect, it } from '@jest/globals';
import { emptySite } from './owner-state.ts';
import type { OwnerState } from './owner-state.ts';
import { inboxOf, joinSummaries } from './summaries.ts';
import { createFakeDesk } from './testing/fake-desk.ts';

const summary = (changes: object) => ({ ...createFakeDesk(() => 0).patch('c', {}), ...changes });
const joined = (ours: object, theirs: object) => joinSummaries({ c: summary(ours) }, [summary(theirs)])['c'];

describe('summaries', () => {
  it('drop one that was overtaken by newer events', () => {
    expect(joined({ lastSeq: 5, preview: 'new' }, { lastSeq: 4, preview: 'old' })?.preview).toBe('new');
  });

  it('never lower a watermark, nor count as unread what was seen here', () => {
    const result = joined({ lastSeq: 5, ownerSeenSeq: 5, unread: 0 }, { lastSeq: 5, ownerSeenSeq: 3, unread: 2 });
    expect(result).toMatchObject({ ownerSeenSeq: 5, unread: 0 });
  });

  it('take a block or a lifted one without a new event', () => {
    const blocked = { ...summary({}).visitor, blocked: true };
    expect(joined({ lastSeq: 5 }, { lastSeq: 5, visitor: blocked })?.visitor.blocked).toBe(true);
  });
});

describe('the open conversations', () => {
  it('begin with the owner’s and with those that wait, and end with who was blocked; each newest first', () => {
    const of = (id: string, lastAt: number, changes: object) => summary({ id, lastAt, state: 'bot', ...changes });
    const all = [
      of('bot', 9, {}),
      of('blocked', 8, { waitingSince: 1, visitor: { ...summary({}).visitor, blocked: true } }),
      of('waits', 2, { state: 'waiting', waitingSince: 1 }),
      of('went on', 3, { waitingSince: 1 }),
      of('danger', 1, { state: 'waiting', waitingSince: 1, urgent: true }),
      of('mine', 4, { state: 'owner' }),
      of('older bot', 1, {}),
      of('closed', 10, { state: 'closed' }),
    ];
    const conversations = Object.fromEntries(all.map((each) => [each.id, each]));
    const state = { sites: { shop: { ...emptySite, conversations } }, expected: {} } as unknown as OwnerState;
    expect(inboxOf(state, 'shop', 'open').map(({ id }) => id)).toEqual([
      'danger',
      'mine',
      'went on',
      'waits',
      'bot',
      'older bot',
      'blocked',
    ]);
  });
});

describe('those who wait', () => {
  it('stand by how long they wait, and who may be in danger stands first', () => {
    const of = (id: string, waitingSince: number, urgent = false) =>
      summary({ id, state: 'waiting', waitingSince, urgent });
    const all = [of('second', 2), of('first', 1), of('danger', 3, true)];
    const conversations = Object.fromEntries(all.map((each) => [each.id, each]));
    const state = { sites: { shop: { ...emptySite, conversations } }, expected: {} } as unknown as OwnerState;
    expect(inboxOf(state, 'shop', 'waiting').map(({ id }) => id)).toEqual(['danger', 'first', 'second']);
  });
});
