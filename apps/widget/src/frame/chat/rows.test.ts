import { describe, expect, it } from '@jest/globals';
import type { ChatItem } from '@solodesk/client';
import { dayKey } from '@solodesk/ui';
import { rowsOf } from './rows.ts';
import type { MessageRow } from './rows.ts';

const T = Date.UTC(2026, 10, 23, 13, 2);
const day = (at: number) => dayKey(at, 'UTC');
const mine = (seq: number, at = T): ChatItem => ({
  type: 'visitor_message',
  seq,
  at,
  text: `${seq}`,
  clientId: `c${seq}`,
});
const bot = (seq: number, at = T): ChatItem => ({ type: 'bot_message', seq, at, text: `${seq}` });
const waiting = (status: 'queued' | 'sending' | 'sent' | 'failed', failed = false): ChatItem => ({
  type: 'outbox',
  clientId: 'o',
  text: 'later',
  at: T,
  status,
  error: failed ? { kind: 'unavailable', message: '' } : undefined,
});
const messages = (items: ChatItem[], seen = 0) =>
  rowsOf(items, seen, day).filter((row): row is MessageRow => row.kind === 'message');

describe('the rows of a log', () => {
  it('begin each day with a line', () => {
    const kinds = rowsOf([mine(1, T - 86_400_000), bot(2, T), bot(3, T)], 0, day).map(({ kind }) => kind);
    expect(kinds).toEqual(['day', 'message', 'day', 'message', 'message']);
  });

  it('show time and state under the last of one voice in a minute', () => {
    expect(messages([bot(1), bot(2), mine(3), mine(4, T + 60_000)]).map(({ goesOn }) => goesOn)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('tell seen from sent by the owner’s watermark, and end a group where it lies', () => {
    const rows = messages([mine(1), mine(2), mine(3)], 2);
    expect(rows.map(({ delivery, goesOn }) => [delivery, goesOn])).toEqual([
      ['seen', true],
      ['seen', false],
      ['sent', false],
    ]);
  });

  it('say of the outbox what is true: queued, sending, tried in vain, given up', () => {
    const states = [waiting('queued'), waiting('sending'), waiting('queued', true), waiting('failed', true)];
    expect(states.map((item) => messages([item])[0]!.delivery)).toEqual(['queued', 'sending', 'trying', 'failed']);
    const tooMany = { ...waiting('queued'), error: { kind: 'rate_limited', message: '' } } as ChatItem;
    expect(messages([tooMany])[0]!.delivery).toBe('later');
  });

  it('keep a message’s key when it moves from the outbox into the log', () => {
    const before = messages([waiting('sending')])[0]!.key;
    const after = messages([{ type: 'visitor_message', seq: 1, at: T, text: 'later', clientId: 'o' }])[0]!.key;
    expect(after).toBe(before);
  });

  it('show nothing of what was erased, and what happened between messages as a line', () => {
    const rows = rowsOf(
      [mine(1), { type: 'erased', seq: 2, at: T }, { type: 'takeover', seq: 3, at: T, name: 'Mei' }],
      0,
      day,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'event']);
  });
});
