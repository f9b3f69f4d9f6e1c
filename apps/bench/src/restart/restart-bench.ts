import { randomUUID } from 'node:crypto';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, median, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { connectOwner, connectVisitor, setUpOwner } from '../desk/connect.ts';
import type { OwnerSocket, VisitorSocket } from '../desk/connect.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { fillStore } from './fill-store.ts';

const SITE = 'shop';
const MESSAGES = 1_000_000;
const LONG = 10_000;
const SHORT = 100;
/** Conversations that are still going on. */
const OPEN = 200;
const REPEATS = 3;
/** Openings of each kind a repeat, in turns; their median counts. */
const OPENINGS = 41;

/** A visitor whose conversation is opened, with the token that brings it back. */
interface Known {
  token: string;
  conversation: string;
}

/** How fast a server with a million messages is back, and whether a long conversation opens as fast as a short one. */
export async function benchRestart(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const options = { ...scratch, port: await freePort(), core: cores.server };
  const first = await startServer(options);
  await awaitBot(first.url, SITE, readPhrasings(`${scratch.sitesDir}/${SITE}`)[0]!.text);
  const owner = await setUpOwner(first);
  const [long, short] = [await meet(first.url), await meet(first.url)];
  await first.stop();

  progress(`writing ${MESSAGES} messages`);
  const stored = fillStore({
    dataDir: scratch.dataDir,
    site: SITE,
    messages: MESSAGES,
    grow: [
      { conversation: long.conversation, events: LONG },
      { conversation: short.conversation, events: SHORT },
    ],
    open: OPEN,
  });

  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const server = await startServer({ ...options, readyWithinMs: 60_000 });
    const console = await connectOwner(server.url, owner);
    const [longVisitor, shortVisitor] = [
      (await connectVisitor(server.url, SITE, long.token)).socket,
      (await connectVisitor(server.url, SITE, short.token)).socket,
    ];
    const opened = await inTurns(
      () => timed(() => open(console, long.conversation)),
      () => timed(() => open(console, short.conversation)),
    );
    const pulled = await inTurns(
      () => timed(() => pull(longVisitor)),
      () => timed(() => pull(shortVisitor)),
    );
    for (const socket of [console, longVisitor, shortVisitor]) socket.disconnect();
    await server.stop();
    progress(`round ${round}: ready after ${Math.round(server.readyMs)} ms`);
    repeats.push({
      readyMs: server.readyMs,
      ownerOpenRatio: opened.long / opened.short,
      visitorPullRatio: pulled.long / pulled.short,
      ownerOpenLongMs: opened.long,
      visitorPullLongMs: pulled.long,
      ownerOpenShortMs: opened.short,
      visitorPullShortMs: pulled.short,
    });
  }
  scratch.remove();
  const { ownerOpenShortMs, visitorPullShortMs, ...figures } = medians(repeats);
  return {
    name: 'restart',
    figures: { ...figures, storedMessages: stored },
    control: { ownerOpenShortMs: ownerOpenShortMs!, visitorPullShortMs: visitorPullShortMs! },
    runs: REPEATS,
    repeats,
    targets: judge(
      [
        { figure: 'readyMs', atMost: 2000 },
        { figure: 'ownerOpenRatio', atMost: 1.5 },
        { figure: 'visitorPullRatio', atMost: 1.5 },
        { figure: 'storedMessages', atLeast: MESSAGES },
      ],
      { ...figures, storedMessages: stored },
    ),
  };
}

async function meet(url: string): Promise<Known> {
  const { socket, welcome } = await connectVisitor(url, SITE);
  const answer = await socket.timeout(10_000).emitWithAck('message', { clientId: randomUUID(), text: 'Hello!' });
  socket.disconnect();
  if (!answer.ok) throw new Error(`the first message was refused: ${answer.error.kind}`);
  return { token: welcome.token, conversation: answer.conversation };
}

async function open(console: OwnerSocket, conversation: string): Promise<void> {
  const answer = await console.timeout(10_000).emitWithAck('open', { site: SITE, conversation });
  if (!answer.ok || answer.events.length < SHORT / 2) throw new Error('the conversation did not open');
}

async function pull(visitor: VisitorSocket): Promise<void> {
  const answer = await visitor.timeout(10_000).emitWithAck('pull', { after: 0 });
  if (!answer.ok || answer.events.length < SHORT / 2) throw new Error('the first page did not come');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function inTurns(long: () => Promise<number>, short: () => Promise<number>) {
  const took = { long: [] as number[], short: [] as number[] };
  for (let turn = 0; turn < OPENINGS; turn++) {
    took.long.push(await long());
    took.short.push(await short());
  }
  return { long: median(took.long), short: median(took.short) };
}
