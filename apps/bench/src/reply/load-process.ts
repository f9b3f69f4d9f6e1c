import { askChild } from '../desk/ask-child.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { onCore } from '../desk/cores.ts';
import { benchEntry } from '../desk/repository.ts';
import type { LoadAnswer, LoadCounts, LoadOrder } from './load-order.ts';

/** Visitors in a process of their own. */
export interface LoadProcess {
  conversations: string[];
  run(ms: number): Promise<LoadCounts>;
  end(): Promise<void>;
}

export async function startLoad(core: number, order: Omit<LoadOrder, 'kind'>): Promise<LoadProcess> {
  const child = startChild(...onCore(core, process.execPath, [benchEntry('message-load')]), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ask = async (what: object, withinMs: number): Promise<LoadAnswer> => {
    const answer = await askChild<LoadAnswer>(child, what, withinMs);
    if (answer.kind === 'failed') throw new Error(`the load failed: ${answer.reason}`);
    return answer;
  };
  const connected = await ask({ kind: 'connect', ...order }, 60_000);
  return {
    conversations: connected.kind === 'connected' ? connected.conversations : [],
    async run(ms) {
      const answer = await ask({ kind: 'run', ms }, ms + 30_000);
      if (answer.kind !== 'ran') throw new Error('the load answered something else');
      return answer.counts;
    },
    end: () => endChild(child),
  };
}
