import { describe, expect, it } from '@jest/globals';
import { joinSummaries } from './summaries.ts';
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
