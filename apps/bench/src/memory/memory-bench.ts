import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { askChild } from '../desk/ask-child.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { onCore, pickCores, pinThisProcess } from '../desk/cores.ts';
import type { Cores } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { privateBytes } from '../desk/process-figures.ts';
import { benchEntry } from '../desk/repository.ts';
import { makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { startBareServer } from '../reply/start-bare-server.ts';
import type { MemoryWord } from './memory-probe.ts';

const SITE = 'shop';
const CONNECTIONS = 2000;
/** Connected before the first measurement, so that code and pools that every server needs once are there. */
const FIRST_CONNECTIONS = 200;
const REPEATS = 3;
const LEARNED = ['shop.json'];

interface Measured {
  url: string;
  pid: number;
  child: ChildProcess;
}

interface PerConnection {
  /** Memory of the process, as the kernel counts what belongs to it alone. */
  private: number;
  /** JavaScript objects and buffers that survive a garbage collection. */
  heap: number;
}

/** Memory of an idle connection, welcomed and with its visitor stored, against the bare server's. */
export async function benchMemory(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const probe = ['--expose-gc', '--import', pathToFileURL(benchEntry('memory-probe')).href];
  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const bareServer = await startBareServer(cores.server, probe);
    const bare = await perConnection(bareServer, cores);
    await bareServer.end();

    const scratch = makeScratch([SITE], LEARNED);
    const server = await startServer({ ...scratch, port: await freePort(), core: cores.server, nodeArgs: probe });
    await awaitBot(server.url, SITE, readPhrasings(`${scratch.sitesDir}/${SITE}`)[0]!.text);
    const desk = await perConnection(server, cores);
    await server.stop();
    scratch.remove();

    progress(`round ${round}: ${Math.round(desk.private)} B a connection, bare ${Math.round(bare.private)} B`);
    repeats.push({
      ratio: desk.private / bare.private,
      heapRatio: desk.heap / bare.heap,
      bytesPerConnection: desk.private,
      heapBytesPerConnection: desk.heap,
      bareBytesPerConnection: bare.private,
      bareHeapBytesPerConnection: bare.heap,
    });
  }
  const { bareBytesPerConnection, bareHeapBytesPerConnection, ...figures } = medians(repeats);
  return {
    name: 'memory',
    figures,
    control: {
      bareBytesPerConnection: bareBytesPerConnection!,
      bareHeapBytesPerConnection: bareHeapBytesPerConnection!,
      connections: CONNECTIONS,
    },
    runs: REPEATS,
    repeats,
    targets: judge(
      [
        { figure: 'ratio', atMost: 1.5 },
        { figure: 'heapRatio', atMost: 1.5 },
      ],
      figures,
    ),
  };
}

async function perConnection(server: Measured, cores: Cores): Promise<PerConnection> {
  const first = await gather(server.url, FIRST_CONNECTIONS, cores);
  const before = await measure(server);
  const crowd = await gather(server.url, CONNECTIONS, cores);
  const after = await measure(server);
  await Promise.all([endChild(first), endChild(crowd)]);
  return {
    private: (after.private - before.private) / CONNECTIONS,
    heap: (after.heap - before.heap) / CONNECTIONS,
  };
}

async function gather(url: string, connections: number, cores: Cores): Promise<ChildProcess> {
  const crowd = startChild(...onCore(cores.load, process.execPath, [benchEntry('idle-crowd')]), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const order = { url, site: SITE, connections };
  const answer = await askChild<{ ok: boolean; reason?: string }>(crowd, order, 120_000);
  if (!answer.ok) throw new Error(`the crowd could not connect: ${answer.reason}`);
  return crowd;
}

async function measure(server: Measured): Promise<PerConnection> {
  // What the handshakes left behind is let go of within moments.
  await pause(1500);
  const { heapBytes } = await askChild<MemoryWord>(server.child, { kind: 'measure-memory' }, 20_000);
  return { private: privateBytes(server.pid), heap: heapBytes };
}
