/** A message of which the order of system calls is asked. */
export interface TracedMessage {
  conversation: string;
  seq: number;
  /** Stands in the message, and nowhere else. */
  mark: string;
}

export interface SyncVerdict {
  /** Messages whose write, sync and ack were all found in that order. */
  inOrder: number;
  /** What is wrong with the others. */
  problems: string[];
}

/** One traced call, in the order in which the calls ended. */
interface Call {
  name: string;
  /** Everything that strace shows of it. */
  line: string;
}

/**
 * Reads a trace of `strace -f -y` and tells whether each message lay on the disk before it was acknowledged: written
 * to the write-ahead log, then synced, then acked. An ack counts from the moment at which its write began, a sync from
 * the one at which it ended.
 */
export function readSyncOrder(trace: string, messages: readonly TracedMessage[]): SyncVerdict {
  const calls = readCalls(trace);
  const problems: string[] = [];
  let inOrder = 0;
  for (const message of messages) {
    const problem = judge(calls, message);
    if (problem === null) inOrder += 1;
    else problems.push(`${message.mark}: ${problem}`);
  }
  return { inOrder, problems };
}

function judge(calls: readonly Call[], { mark, conversation, seq }: TracedMessage): string | null {
  const written = calls.findIndex((call) => /write/.test(call.name) && isLog(call) && call.line.includes(mark));
  if (written === -1) return 'its write to the log was not seen';
  const acked = calls.findIndex((call) => !isLog(call) && acks(call.line, conversation, seq));
  if (acked === -1) return 'its ack was not seen';
  const synced = calls.findIndex((call, index) => index > written && /sync/.test(call.name) && isLog(call));
  if (synced === -1) return 'no sync came after its write';
  return synced < acked ? null : 'its ack came before the sync';
}

/** strace -y shows each descriptor with its path. */
const isLog = (call: Call) => /^\w+\(\d+<[^>]*-wal>/.test(call.line);

function acks(line: string, conversation: string, seq: number): boolean {
  const fields = new RegExp(`\\{\\\\"ok\\\\":true,[^{}]*\\\\"conversation\\\\":\\\\"${conversation}\\\\"[^{}]*\\}`);
  const answer = fields.exec(line)?.[0];
  return answer !== undefined && new RegExp(`\\\\"seq\\\\":${seq}\\b`).test(answer);
}

/** Joins what strace interrupted: sends begin when they are called, syncs and writes count when they have returned. */
function readCalls(trace: string): Call[] {
  const calls: Call[] = [];
  const unfinished = new Map<string, Call>();
  for (const raw of trace.split('\n')) {
    const [, pid = '', rest = ''] = /^(?:\[pid\s+)?(\d+)\]?\s+(.*)$/.exec(raw) ?? [];
    const resumed = /^<\.\.\. (\w+) resumed>/.exec(rest);
    if (resumed !== null) {
      const begun = unfinished.get(pid);
      unfinished.delete(pid);
      if (begun !== undefined && !isSend(begun)) calls.push(begun);
      continue;
    }
    const name = /^(\w+)\(/.exec(rest)?.[1];
    if (name === undefined) continue;
    const call = { name, line: rest };
    if (rest.includes('<unfinished ...>')) unfinished.set(pid, call);
    if (!rest.includes('<unfinished ...>') || isSend(call)) calls.push(call);
  }
  return calls;
}

/** To a socket rather than to a file. */
function isSend(call: Call): boolean {
  return /^\w+\(\d+<(?:socket|TCP)/.test(call.line);
}
