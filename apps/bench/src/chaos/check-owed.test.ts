import { describe, expect, it } from '@jest/globals';
import { checkOwed } from './check-owed.ts';
import type { Owed, StoredConversation, ViewerHistory } from './history.ts';

const TALK: StoredConversation = { id: 'c1', site: 'shop', visitor: 1, events: [] };
const NOTHING: Owed = { tickets: [], mails: [], appointments: [] };

const viewer = (...names: string[]): ViewerHistory => ({
  viewer: 'tab',
  sent: [],
  acked: [],
  seen: [],
  unsent: [],
  promised: names.map((name) => ({ conversation: 'c1', name })),
});
const kinds = (owed: Partial<Owed>, ...names: string[]) =>
  checkOwed({ ...NOTHING, ...owed }, [viewer(...names)], [TALK]).map(({ kind }) => kind);

describe('what is owed outside of the log', () => {
  it('is a ticket that was promised, once and in its conversation', () => {
    expect(kinds({ tickets: [{ name: 'SHOP-T1', conversation: 'c1' }] }, 'SHOP-T1', 'SHOP-T1')).toEqual([]);
    expect(kinds({}, 'SHOP-T1')).toEqual(['ticket_not_once']);
    expect(kinds({ tickets: [{ name: 'SHOP-T1', conversation: 'c2' }] }, 'SHOP-T1')).toEqual(['ticket_not_once']);
    const twice = { name: 'SHOP-T1', conversation: 'c1' };
    expect(kinds({ tickets: [twice, twice] }, 'SHOP-T1')).toEqual(['ticket_not_once']);
  });

  it('is a mail that arrives once or twice; one that is still to be sent may yet come', () => {
    const mail = (isDone: boolean, received: number) => ({ mails: [{ id: 'm', isDone, received }] });
    expect([mail(true, 1), mail(true, 2), mail(false, 0), mail(false, 1)].flatMap((owed) => kinds(owed))).toEqual([]);
    expect(kinds(mail(true, 0))).toEqual(['mail_not_sent']);
    expect(kinds(mail(true, 3))).toEqual(['mail_too_often']);
    expect(kinds(mail(false, 3))).toEqual(['mail_too_often']);
  });

  it('is a time that belongs to one alone', () => {
    const time = (id: string, from: number, to: number, place = 'shop ') => ({ id, place, from, to });
    expect(kinds({ appointments: [time('a', 0, 60), time('b', 60, 120), time('c', 0, 60, 'shop room')] })).toEqual([]);
    expect(kinds({ appointments: [time('a', 0, 60), time('b', 0, 60)] })).toEqual(['slot_sold_twice']);
    expect(kinds({ appointments: [time('a', 0, 200), time('b', 10, 20), time('c', 150, 260)] })).toEqual([
      'slot_sold_twice',
      'slot_sold_twice',
    ]);
  });
});
