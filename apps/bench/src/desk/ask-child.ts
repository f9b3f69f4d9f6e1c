import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Sends an order to a child and resolves with its next word. @throws when it ends or stays silent instead. */
export async function askChild<Answer>(child: ChildProcess, order: object | null, withinMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(withinMs);
  const ended = new AbortController();
  const onExit = () => ended.abort(new Error('the child process ended'));
  child.once('exit', onExit);
  try {
    const answer = once(child, 'message', { signal: AbortSignal.any([signal, ended.signal]) });
    if (order !== null) child.send(order);
    const [word] = (await answer) as [Answer];
    return word;
  } catch (cause) {
    throw new Error(ended.signal.aborted ? 'a child process ended' : `no answer within ${withinMs} ms`, { cause });
  } finally {
    child.off('exit', onExit);
  }
}
