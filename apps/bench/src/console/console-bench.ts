import type { BenchResult, Target } from '../command/bench-result.ts';
import { judge, median, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { connectOwner } from '../desk/connect.ts';
import type { Owner } from '../desk/connect.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { seededRandom } from '../desk/seeded-random.ts';
import { startServer } from '../desk/start-server.ts';
import { p95 } from '../desk/visitors-talk.ts';
import { launchBrowser } from '../size/browser.ts';
import { QUESTIONS, SEARCHES } from './ask-desk.ts';
import type { AskedDesk, Question } from './ask-desk.ts';
import type { DeskSize } from './fill-desk.ts';
import { openFirstScreen } from './first-screen.ts';
import { prepareDesks } from './prepared-desks.ts';
import type { PreparedDesk } from './prepared-desks.ts';

const SITE = 'shop';
const SEED = 5;
const FULL: DeskSize = { messages: 1_000_000, customers: 100_000, tickets: 50_000 };
const TENTH: DeskSize = { messages: 100_000, customers: 10_000, tickets: 5_000 };
const REPEATS = 3;
/** Of each question a repeat, on either desk, in turns. */
const TURNS = 50;
const TURNS_OF_A_SEARCH = 15;
const SCREENS = 3;

interface Times {
  full: number[];
  tenth: number[];
}

/**
 * How long the console waits at a desk with a million messages, and at one with a tenth of everything.
 * @param keepIn a folder in which the filled desks stay for the next time; null: they go away
 */
export async function benchConsole(keepIn: string | null): Promise<BenchResult> {
  // Not bound to one core, as the rest of this process will be.
  const browser = await launchBrowser();
  const cores = pickCores();
  pinThisProcess(cores.load);
  const sizes = { full: FULL, tenth: TENTH };
  const { owner, desks: prepared } = await prepareDesks({ site: SITE, sizes, core: cores.server, keepIn });
  const desks = {
    full: await openDesk(prepared.full, owner, cores.server),
    tenth: await openDesk(prepared.tenth, owner, cores.server),
  };

  await askAll(desks);
  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const times = await askAll(desks);
    const searches = Object.keys(SEARCHES).map((name) => times[name]!);
    const screens = [];
    for (let each = 0; each < SCREENS; each++) {
      screens.push(await openFirstScreen(browser, desks.full.url, owner.cookie));
    }
    const repeat = {
      ...figuresOf('search', joined(searches)),
      ...Object.assign({}, ...Object.keys(QUESTIONS).map((name) => figuresOf(name, times[name]!))),
      slowestSearchMs: Math.max(...searches.map(({ full }) => p95(full))),
      firstScreenJsBytes: median(screens.map(({ jsBytes }) => jsBytes)),
      usableMs: median(screens.map(({ usableMs }) => usableMs)),
    } as Record<string, number>;
    for (const [name, { full, tenth }] of Object.entries(times)) {
      progress(`  ${name.padEnd(26)} p95 ${p95(full).toFixed(1)} ms, of a tenth ${p95(tenth).toFixed(1)} ms`);
    }
    progress(`round ${round}: usable after ${repeat.usableMs!.toFixed(0)} ms`);
    repeats.push(repeat);
  }
  await browser.close();
  for (const { socket, server, scratch } of Object.values(desks)) {
    socket.disconnect();
    await server.stop();
    scratch.remove();
  }

  const all = medians(repeats);
  const isControl = (name: string) => name.endsWith('TenthMs');
  const pairs = (wanted: boolean) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => isControl(name) === wanted));
  const { messages, customers, tickets } = desks.full.stored;
  const figures = { ...pairs(false), messages, customers, tickets };
  return { name: 'console', figures, control: pairs(true), runs: REPEATS, repeats, targets: judge(TARGETS, figures) };
}

/** The issue's own three may not grow with the history; of the others only how long they take is judged. */
const STEADY = ['queue', 'timeline', 'search'];
const TARGETS: readonly Target[] = [
  ...[...Object.keys(QUESTIONS), 'search'].map((name): Target => ({ figure: `${name}P95Ms`, atMost: 100 })),
  ...STEADY.map((name): Target => ({ figure: `${name}Ratio`, atMost: 1.5 })),
  { figure: 'slowestSearchMs', atMost: 100 },
  { figure: 'firstScreenJsBytes', atMost: 150_000 },
  { figure: 'usableMs', atMost: 1_500 },
  { figure: 'messages', atLeast: FULL.messages },
  { figure: 'customers', atLeast: FULL.customers },
  { figure: 'tickets', atLeast: FULL.tickets },
];

async function openDesk({ scratch, filled }: PreparedDesk, owner: Owner, core: number) {
  const server = await startServer({ ...scratch, port: await freePort(), core });
  const socket = await connectOwner(server.url, owner);
  return { ...filled, scratch, server, url: server.url, cookie: owner.cookie, socket, site: SITE };
}

/** Asks either desk everything, in turns, so that whatever else the machine does hits both alike. */
async function askAll(desks: Record<'full' | 'tenth', AskedDesk>): Promise<Record<string, Times>> {
  const random = { full: seededRandom(SEED), tenth: seededRandom(SEED) };
  const ask = async (question: Question, turns: number): Promise<Times> => {
    const times: Times = { full: [], tenth: [] };
    for (let turn = 0; turn < turns; turn++) {
      for (const which of ['full', 'tenth'] as const) {
        const began = performance.now();
        await question(desks[which], random[which]);
        times[which].push(performance.now() - began);
      }
    }
    return times;
  };
  const times: Record<string, Times> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) times[name] = await ask(question, TURNS);
  for (const [name, question] of Object.entries(SEARCHES)) times[name] = await ask(question, TURNS_OF_A_SEARCH);
  return times;
}

function figuresOf(name: string, { full, tenth }: Times): Record<string, number> {
  return { [`${name}P95Ms`]: p95(full), [`${name}TenthMs`]: p95(tenth), [`${name}Ratio`]: p95(full) / p95(tenth) };
}

function joined(times: readonly Times[]): Times {
  return { full: times.flatMap(({ full }) => full), tenth: times.flatMap(({ tenth }) => tenth) };
}
