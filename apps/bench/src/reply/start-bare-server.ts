import { askChild } from '../desk/ask-child.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { onCore } from '../desk/cores.ts';
import { benchEntry } from '../desk/repository.ts';
import type { ChildProcess } from 'node:child_process';

export interface BareServer {
  url: string;
  pid: number;
  child: ChildProcess;
  end(): Promise<void>;
}

/** Starts the bare Socket.IO server on a free port of the loopback address. */
export async function startBareServer(core: number, nodeArgs: readonly string[] = []): Promise<BareServer> {
  const child = startChild(...onCore(core, process.execPath, [...nodeArgs, benchEntry('bare-server')]), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port } = await askChild<{ port: number }>(child, null, 20_000);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, child, end: () => endChild(child) };
}
