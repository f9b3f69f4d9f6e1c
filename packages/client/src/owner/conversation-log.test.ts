import { describe, expect, it } from '@jest/globals';
import type { OwnerEvent } from '@solodesk/protocol/owner';
import { joinEvents, joinPage, MOST_KEPT } from './conversation-log.ts';
import type { LogPlace } from './conversation-log.ts';
import type { ConversationLog } from './owner-state.ts';

const event = (seq: number, type: 'visitor_message' | 'erased' = 'visitor_message'): OwnerEvent => {
  const base = { seq, at: seq, id: seq * 3, conversation: 'c' };
  return type === 'erased' ? { ...base, type } : { ...base, type, text: `${seq}`, clientId: `${seq}` };
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => event(from + n));
const log = (from: number, to: number, is: Partial<ConversationLog> = {}): ConversationLog => ({
  events: range(from, to),
  more: from > 1,
  newer: false,
  held: false,
  ...is,
});
const seqs = ({ events }: ConversationLog) => events.map(({ seq }) => seq);
/** Its ends, once it is sure that there is no hole between them. */
const ends = (of: ConversationLog) => {
  const all = seqs(of);
  for (const [index, seq] of all.entries()) expect(seq).toBe(all[0]! + index);
  return { from: all[0], to: all.at(-1), more: of.more, newer: of.newer };
};
const page = (to: ConversationLog, from: number, until: number, place: LogPlace, lastSeq = 9_999) =>
  joinPage(to, { events: range(from, until), more: from > 1, lastSeq }, place);

describe('what happens in a conversation', () => {
  it('is taken in any order, and each once', () => {
    const joined = joinEvents(log(1, 2), [event(4), event(3), event(2), event(4)]);
    expect(seqs(joined.log)).toEqual([1, 2, 3, 4]);
    expect(joined.gap).toBe(false);
  });

  it('is left out beyond a hole, and the hole is said', () => {
    const joined = joinEvents(log(1, 2), [event(4)]);
    expect(seqs(joined.log)).toEqual([1, 2]);
    expect(joined.gap).toBe(true);
  });

  it('leaves the log the same object when nothing is new', () => {
    const before = log(1, 3);
    expect(joinEvents(before, [event(2)]).log).toBe(before);
  });

  it('replaces an erased event by its tombstone, wherever one reads', () => {
    for (const newer of [false, true]) {
      const joined = joinEvents(log(5, 8, { newer }), [event(6, 'erased')]);
      expect(joined.log.events.map(({ type }) => type)[1]).toBe('erased');
      expect(seqs(joined.log)).toEqual([5, 6, 7, 8]);
    }
  });

  it('waits beyond a log that is read far back, and is no hole there', () => {
    const before = log(5, 8, { newer: true });
    expect(joinEvents(before, [event(9), event(50)])).toEqual({ log: before, gap: false });
  });

  it('takes the oldest away from a full log at its end, and nothing from one that somebody reads', () => {
    const full = log(1, MOST_KEPT);
    const next = [event(MOST_KEPT + 1), event(MOST_KEPT + 2)];
    expect(ends(joinEvents(full, next).log)).toEqual({ from: 3, to: MOST_KEPT + 2, more: true, newer: false });
    const held = joinEvents({ ...full, held: true }, next);
    expect(ends(held.log)).toEqual({ from: 1, to: MOST_KEPT, more: false, newer: true });
    expect(held.gap).toBe(false);
  });
});

describe('a log', () => {
  it('grows by older pages until its beginning, and loses its end where it is full', () => {
    expect(ends(page(log(21, 40), 1, 20, { before: 21 }))).toEqual({ from: 1, to: 40, more: false, newer: false });
    const full = page(log(401, 700), 301, 400, { before: 401 });
    expect(ends(full)).toEqual({ from: 301, to: 600, more: true, newer: true });
  });

  it('grows by newer pages until its end, and loses its beginning where it is full', () => {
    const back = log(301, 600, { newer: true, held: true });
    const further = page(back, 601, 700, { after: 600 }, 720);
    expect(ends(further)).toEqual({ from: 401, to: 700, more: true, newer: true });
    const atEnd = page(further, 701, 720, { after: 700 }, 720);
    expect(ends(atEnd)).toEqual({ from: 421, to: 720, more: true, newer: false });
    expect(joinPage(back, { events: [], more: false, lastSeq: 600 }, { after: 600 }).newer).toBe(false);
  });

  it('takes no page of where one was, once one has gone elsewhere', () => {
    const elsewhere = log(901, 1000);
    expect(page(elsewhere, 201, 300, { before: 301 })).toBe(elsewhere);
    expect(page(log(1, 50, { newer: true }), 401, 500, { after: 400 }).events).toHaveLength(50);
  });

  it('begins anew around a place, and is held there', () => {
    const around = page(log(9_901, 9_999), 51, 150, { around: 101 });
    expect(ends(around)).toEqual({ from: 51, to: 150, more: true, newer: true });
    expect(around.held).toBe(true);
    expect(page(log(901, 999), 951, 999, { around: 998 }, 999).newer).toBe(false);
  });

  it('begins anew with newest events that do not touch it, unless somebody reads it', () => {
    expect(ends(page(log(1, 10), 50, 60, 'again'))).toEqual({ from: 50, to: 60, more: true, newer: false });
    const held = page(log(1, 10, { held: true }), 50, 60, 'again');
    expect(ends(held)).toEqual({ from: 1, to: 10, more: false, newer: true });
    const back = log(1, 10, { held: true, newer: true });
    expect(page(back, 8, 60, 'again')).toBe(back);
    expect(ends(page(back, 50, 60, 'newest'))).toEqual({ from: 50, to: 60, more: true, newer: false });
    expect(ends(page(back, 8, 60, 'newest'))).toEqual({ from: 1, to: 60, more: false, newer: false });
  });

  it('does not fall back to a page that was overtaken', () => {
    for (const held of [false, true]) {
      expect(seqs(page(log(50, 60, { held }), 10, 20, 'again'))).toEqual(seqs(log(50, 60)));
    }
  });

  it('keeps knowing that older events exist when its newest page is read again', () => {
    expect(page(log(1, 30), 11, 30, 'again').more).toBe(false);
  });
});
