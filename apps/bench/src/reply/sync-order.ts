import { execFileSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../command/report.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { connectVisitor } from '../desk/connect.ts';
import type { VisitorSocket } from '../desk/connect.ts';
import type { Cores } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { readSyncOrder } from './read-trace.ts';
import type { TracedMessage } from './read-trace.ts';

const SITE = 'shop';
const VISITORS = 6;
const MESSAGES_EACH = 10;
/** Long enough for a page of the write-ahead log. */
const SHOWN_BYTES = 8192;

/**
 * Whether every acknowledged message was synced first, by a trace of the server's system calls: a kill cannot tell
 * the difference, a power cut can. Prints what is wrong.
 */
export async function checkSyncOrder(cores: Cores): Promise<boolean> {
  ensureStrace();
  progress('tracing system calls');
  const scratch = makeScratch([SITE], ['shop.json']);
  const server = await startServer({ ...scratch, port: await freePort(), core: cores.server });
  const file = scratch.file('trace');
  const calls = 'fdatasync,fsync,pwrite64,pwritev,write,writev,sendto,sendmsg';
  const args = ['-f', '-y', '-s', String(SHOWN_BYTES), '-e', `trace=${calls}`, '-o', file, '-p', String(server.pid)];
  const strace = startChild('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await attached(strace);
  const visitors = await Promise.all(
    Array.from({ length: VISITORS }, async () => (await connectVisitor(server.url, SITE)).socket),
  );
  const messages = (await Promise.all(visitors.map(talk))).flat();
  await pause(200);
  for (const socket of visitors) socket.disconnect();
  await endChild(strace, 'SIGINT');
  await server.stop();
  const verdict = readSyncOrder(readFileSync(file, 'utf8'), messages);
  scratch.remove();
  for (const problem of verdict.problems.slice(0, 5)) progress(`sync order: ${problem}`);
  progress(`${verdict.inOrder} of ${messages.length} messages were written, synced and acked in this order`);
  return verdict.problems.length === 0 && verdict.inOrder === VISITORS * MESSAGES_EACH;
}

/** strace says on standard error that it has attached, or why it could not. */
async function attached(strace: ChildProcess): Promise<void> {
  const [word] = (await once(strace.stderr!, 'data', { signal: AbortSignal.timeout(10_000) })) as [Buffer];
  if (!/attached/.test(word.toString())) throw new Error(`strace could not attach: ${word.toString().trim()}`);
}

async function talk(socket: VisitorSocket): Promise<TracedMessage[]> {
  const messages: TracedMessage[] = [];
  for (let sent = 0; sent < MESSAGES_EACH; sent++) {
    const mark = `mark-${randomUUID()}`;
    const answer = await socket.timeout(20_000).emitWithAck('message', { clientId: randomUUID(), text: mark });
    if (!answer.ok) throw new Error(`a traced message was refused: ${answer.error.kind}`);
    messages.push({ conversation: answer.conversation, seq: answer.seq, mark });
  }
  return messages;
}

/** Debian's package, where we may install it; else says what to do. */
function ensureStrace(): void {
  const found = () => (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/strace`));
  if (found()) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    progress('installing strace');
    execFileSync('apt-get', ['install', '-y', '-q', 'strace'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  if (!found()) throw new Error('strace is missing: install it (Debian: apt-get install strace) and run this again');
}
