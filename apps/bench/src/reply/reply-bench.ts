import type { BenchResult } from '../command/bench-result.ts';
import { judge, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { connectOwner, followSite, setUpOwner } from '../desk/connect.ts';
import type { OwnerSocket } from '../desk/connect.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { cpuMicros } from '../desk/process-figures.ts';
import { demoSite, makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { startLoad } from './load-process.ts';
import type { LoadProcess } from './load-process.ts';
import { readPhrasings } from './sentences.ts';
import { startBareServer } from './start-bare-server.ts';
import { checkSyncOrder } from './sync-order.ts';

const SITE = 'shop';
const CONNECTIONS = 200;
const REPEATS = 3;
/** The kinds of load take short turns, so that whatever else the machine does hits all of them alike. */
const TURN_MS = 1000;
const TURNS = 5;

interface Lane {
  name: 'bare' | 'durable' | 'withBot' | 'durableOrdered' | 'withBotOrdered';
  pid: number;
  load: LoadProcess;
}

/**
 * The server's CPU time a message against a bare Socket.IO server under the same load: messages that are stored only
 * (the owner has taken over), and messages that the bot answers, both also with messages named as our own clients name them (`…Ordered`).
 * One console is open throughout.
 */
export async function benchReply(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const phrasings = readPhrasings(demoSite());
  const server = await startServer({ ...scratch, port: await freePort(), core: cores.server });
  const bare = await startBareServer(cores.server);
  progress('learning the FAQs');
  await awaitBot(server.url, SITE, phrasings[0]!.text);
  const console = await connectOwner(server.url, await setUpOwner(server));
  await followSite(console, SITE);

  progress(`connecting 5 × ${CONNECTIONS} visitors`);
  const connect = async (name: Lane['name'], seed: number, { bot = false, ordered = false }): Promise<Lane> => {
    const { url, pid } = name === 'bare' ? bare : server;
    const order = { url, site: SITE, connections: CONNECTIONS, bot, ordered, seed, phrasings };
    return { name, pid, load: await startLoad(cores.load, order) };
  };
  const lanes = [
    await connect('bare', 1, {}),
    await connect('durable', 2, {}),
    await connect('withBot', 3, { bot: true }),
    await connect('durableOrdered', 4, { ordered: true }),
    await connect('withBotOrdered', 5, { bot: true, ordered: true }),
  ];
  for (const { name, load } of lanes) if (name.startsWith('durable')) await takeOver(console, load.conversations);

  progress('warming up');
  await inTurns(lanes);
  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const { bare: floor, durable, withBot, durableOrdered, withBotOrdered } = await inTurns(lanes);
    progress(`round ${round}: ${Math.round(floor.cpu)}, ${Math.round(durable.cpu)}, ${Math.round(withBot.cpu)} µs`);
    repeats.push({
      durable: floor.cpu / durable.cpu,
      withBot: floor.cpu / withBot.cpu,
      durableOrdered: floor.cpu / durableOrdered.cpu,
      withBotOrdered: floor.cpu / withBotOrdered.cpu,
      durableCpuMicrosPerMessage: durable.cpu,
      withBotCpuMicrosPerMessage: withBot.cpu,
      durableMessagesPerSecond: durable.rate,
      withBotMessagesPerSecond: withBot.rate,
      resumedShare: withBot.resumed,
      bareCpuMicrosPerMessage: floor.cpu,
      bareMessagesPerSecond: floor.rate,
    });
  }
  console.disconnect();
  for (const lane of lanes) await lane.load.end();
  await bare.end();
  await server.stop();
  scratch.remove();

  const { bareCpuMicrosPerMessage, bareMessagesPerSecond, ...ours } = medians(repeats);
  const figures = { ...ours, syncBeforeAck: await checkSyncOrder(cores) };
  return {
    name: 'reply',
    figures,
    control: { bareCpuMicrosPerMessage: bareCpuMicrosPerMessage!, bareMessagesPerSecond: bareMessagesPerSecond! },
    runs: REPEATS,
    repeats,
    targets: judge(
      [
        { figure: 'durable', atLeast: 0.45 },
        { figure: 'withBot', atLeast: 0.2 },
        { figure: 'syncBeforeAck', equals: true },
      ],
      figures,
    ),
  };
}

interface Cost {
  /** The server's CPU time a message, in microseconds. */
  cpu: number;
  /** Messages a second. */
  rate: number;
  /** Share of the messages that only brought the bot back. */
  resumed: number;
}

async function inTurns(lanes: readonly Lane[]): Promise<Record<Lane['name'], Cost>> {
  const sums = new Map(lanes.map(({ name }) => [name, { cpu: 0, messages: 0, ms: 0, resumed: 0 }]));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { name, pid, load } of lanes) {
      const sum = sums.get(name)!;
      const before = cpuMicros(pid);
      const counts = await load.run(TURN_MS);
      sum.cpu += cpuMicros(pid) - before;
      sum.messages += counts.messages;
      sum.ms += counts.ms;
      sum.resumed += counts.resumed;
    }
  }
  const costs = [...sums].map(([name, { cpu, messages, ms, resumed }]) => {
    return [name, { cpu: cpu / messages, rate: (messages / ms) * 1000, resumed: resumed / messages }];
  });
  return Object.fromEntries(costs) as Record<Lane['name'], Cost>;
}

/** From the owner's takeover on the bot is silent, and only the durable path is left. */
async function takeOver(console: OwnerSocket, conversations: readonly string[]): Promise<void> {
  for (const conversation of conversations) {
    const answer = await console.timeout(10_000).emitWithAck('takeover', { site: SITE, conversation });
    if (!answer.ok) throw new Error(`the takeover was refused: ${answer.error.kind}`);
  }
}
