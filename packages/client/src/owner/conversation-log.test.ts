import { describe, expect, it } from '@jest/globals';
import type { OwnerEvent } from '@solodesk/protocol/owner';
import { joinEvents, joinPage } from './conversation-log.ts';
import type { ConversationLog } from './owner-state.ts';

const event = (seq: number, type: 'visitor_message' | 'erased' = 'visitor_message'): OwnerEvent => {
  const base = { seq, at: seq, id: seq * 3, conversation: 'c' };
  return type === 'erased' ? { ...base, type } : { ...base, type, text: `${seq}`, clientId: `${seq}` };
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => event(from + n));
const log = (from: number, to: number): ConversationLog => ({ events: range(from, to), more: from > 1 });
const seqs = ({ events }: ConversationLog) => events.map(({ seq }) => seq);

describe('a conversation’s log', () => {
  it('takes events in any order, and each once', () => {
    const joined = joinEvents(log(1, 2), [event(4), event(3), event(2), event(4)]);
    expect(seqs(joined.log)).toEqual([1, 2, 3, 4]);
    expect(joined.gap).toBe(false);
  });

  it('leaves out what lies beyond a hole, and says so', () => {
    const joined = joinEvents(log(1, 2), [event(4)]);
    expect(seqs(joined.log)).toEqual([1, 2]);
    expect(joined.gap).toBe(true);
  });

  it('stays the same object when nothing is new', () => {
    const before = log(1, 3);
    expect(joinEvents(before, [event(2)]).log).toBe(before);
  });

  it('replaces an erased event by its tombstone', () => {
    const joined = joinEvents(log(5, 8), [event(6, 'erased')]);
    expect(joined.log.events.map(({ type }) => type)[1]).toBe('erased');
    expect(seqs(joined.log)).toEqual([5, 6, 7, 8]);
  });

  it('grows by older pages until its beginning', () => {
    const joined = joinPage(log(21, 40), range(1, 20), false);
    expect(seqs(joined)).toHaveLength(40);
    expect(joined.more).toBe(false);
  });

  it('begins anew with a page that does not touch it', () => {
    expect(seqs(joinPage(log(1, 10), range(50, 60), true))).toEqual(seqs(log(50, 60)));
  });

  it('does not fall back to a page that was overtaken', () => {
    expect(seqs(joinPage(log(50, 60), range(10, 20), true))).toEqual(seqs(log(50, 60)));
  });

  it('keeps knowing that older events exist when its newest page is read again', () => {
    expect(joinPage(log(1, 30), range(11, 30), true).more).toBe(false);
  });
});
