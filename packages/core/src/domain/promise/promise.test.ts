import { describe, expect, it } from '@jest/globals';
import { promise } from '../conversation/bot-commands.ts';
import { newConversation } from '../conversation/conversation.ts';
import { ownerSpeaks, takeOver } from '../conversation/owner-commands.ts';
import { visitorSpeaks } from '../conversation/visitor-commands.ts';
import { botReply } from '../../testing/contract/stage.ts';
import { promiseChanges } from './promise-change.ts';
import { usualReply } from './usual-reply.ts';

const MINUTE = 60_000;
const site = { hours: [], holidays: [], timeZone: 'UTC' };
const calendar = { businessTimeBetween: (from: number, to: number) => to - from };
const replies = (...minutes: number[]) => minutes.map((n) => ({ askedAt: 0, answeredAt: n * MINUTE }));

describe('the usual reply', () => {
  it('is what four of five answers came within, in full quarters of an hour', () => {
    expect(usualReply(replies(10, 20, 30, 40, 600), site, calendar)).toBe(45 * MINUTE);
    expect(usualReply(replies(10, 20, 30, 45, 600), site, calendar)).toBe(45 * MINUTE);
    expect(usualReply(replies(0, 0, 0, 0, 0), site, calendar)).toBe(15 * MINUTE);
  });

  it('is not known of fewer than five answers, and follows the last twenty', () => {
    expect(usualReply(replies(1, 2, 3, 4), site, calendar)).toBeNull();
    const habits = [...Array<number>(20).fill(15), ...Array<number>(80).fill(900)];
    expect(usualReply(replies(...habits), site, calendar)).toBe(15 * MINUTE);
  });
});

describe('what a decision means for a promise', () => {
  const fresh = newConversation({ id: 'c', site: 'shop', visitorKey: 1, locale: 'en', timeZone: null, at: 0 });
  const asked = visitorSpeaks(fresh, { text: 'hello', clientId: 'm' }, 1_000);
  const waiting = { ...asked.next, state: 'waiting' as const, waitingSince: 1_000, botDue: [] };
  const owner = { name: 'Mara', text: 'Hi', clientId: 'o' };

  it('is nothing while the bot talks', () => {
    expect(promiseChanges(fresh, asked)).toEqual([]);
  });

  it('is made by the bot, and kept by the first word of the owner, whose time is noted once', () => {
    const made = promise(waiting, botReply({ promisedFor: 9_000 }), 5_000)!;
    expect(promiseChanges(waiting, made)).toEqual([{ op: 'make', at: 5_000, dueAt: 9_000 }]);
    const answered = ownerSpeaks(made.next, owner, 6_000);
    expect(promiseChanges(made.next, answered)).toEqual([
      { op: 'reply', at: 6_000, askedAt: 1_000 },
      { op: 'settle', at: 6_000, how: 'answered' },
    ]);
    const more = visitorSpeaks(answered.next, { text: 'and?', clientId: 'n' }, 7_000);
    expect(promiseChanges(more.next, ownerSpeaks(more.next, { ...owner, clientId: 'p' }, 7_100))).toEqual([]);
  });

  it('is not settled by who only steps in', () => {
    const made = promise(waiting, botReply({ promisedFor: 9_000 }), 5_000)!;
    const came = takeOver(made.next, 'Mara', 6_000)!;
    expect(promiseChanges(made.next, came)).toEqual([]);
    expect(promiseChanges(came.next, ownerSpeaks(came.next, owner, 8_000))).toEqual([
      { op: 'reply', at: 8_000, askedAt: 1_000 },
      { op: 'settle', at: 8_000, how: 'answered' },
    ]);
  });

  it('is not needed for a reply time: who comes before there is one has come', () => {
    const came = takeOver(waiting, 'Mara', 6_000)!;
    expect(promiseChanges(waiting, came)).toEqual([{ op: 'reply', at: 6_000, askedAt: 1_000 }]);
    expect(promiseChanges(came.next, ownerSpeaks(came.next, owner, 8_000))).toEqual([]);
  });
});
