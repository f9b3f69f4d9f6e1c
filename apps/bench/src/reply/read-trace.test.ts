import { describe, expect, it } from '@jest/globals';
import { readSyncOrder } from './read-trace.ts';

const ID = '11111111-2222-4333-8444-555555555555';
const message = { conversation: ID, seq: 3, mark: 'mark-7' };
const write = `4242 pwrite64(20</tmp/x/solodesk.db-wal>, "\\0\\0mark-7\\0", 4120, 32) = 4120`;
const sync = '4242 fdatasync(20</tmp/x/solodesk.db-wal>) = 0';
const ack = (seq = 3) =>
  `4242 write(25<socket:[99]>, "\\201\\204430[{\\"ok\\":true,\\"conversation\\":\\"${ID}\\",\\"seq\\":${seq}}]", 80) = 80`;

const verdict = (...lines: string[]) => readSyncOrder(lines.join('\n'), [message]);

describe('reading a trace of system calls', () => {
  it('is content when the write is synced before the ack', () => {
    expect(verdict(write, sync, ack())).toEqual({ inOrder: 1, problems: [] });
  });

  it('sees an ack that came before the sync', () => {
    expect(verdict(write, ack(), sync).problems).toEqual(['mark-7: its ack came before the sync']);
  });

  it('sees an ack whose message was synced only by an earlier sync', () => {
    expect(verdict(sync, write, ack()).problems).toEqual(['mark-7: no sync came after its write']);
  });

  it('does not take the sync of another file for that of the log', () => {
    expect(verdict(write, '4242 fsync(9</tmp/other>) = 0', ack()).problems).toHaveLength(1);
  });

  it('does not take the ack of another message for this one', () => {
    expect(verdict(write, sync, ack(30)).problems).toEqual(['mark-7: its ack was not seen']);
  });

  it('counts a sync only when it has ended, and an ack as soon as it began', () => {
    const begun = '4242 fdatasync(20</tmp/x/solodesk.db-wal> <unfinished ...>';
    const ended = '4242 <... fdatasync resumed>) = 0';
    expect(verdict(write, begun, ended, ack()).inOrder).toBe(1);
    const other = ack().replace('4242', '4243');
    expect(verdict(write, begun, other, ended).problems).toEqual(['mark-7: its ack came before the sync']);
  });
});
