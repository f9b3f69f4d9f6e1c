import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { connectVisitor } from '../desk/connect.ts';
import type { VisitorSocket } from '../desk/connect.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { demoSite, makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { readPhrasings } from '../reply/sentences.ts';

const SITE = 'shop';
const ROUNDS = 4;
const VISITORS = 40;
/** Messages come at this pace, however long replies take. */
const EVERY_MS = 8;
const WARM_UP_MS = 4_000;
const PHASE_MS = 10_000;
/** A phase with changes has one at its beginning and one in its middle: a training and a swap take a good part of each half. */
const CHANGE_EVERY_MS = 5_000;
const STUCK_MS = 10_000;
const LEARNED_WITHIN_MS = 30_000;

/**
 * How long visitors wait for the bot's reply while a model is trained and swapped, beside how long they wait otherwise:
 * phases of either kind take turns, so that both see the machine at the same time.
 */
export async function benchReload(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const texts = readPhrasings(demoSite()).map(({ text }) => text);
  const server = await startServer({ ...scratch, port: await freePort(), core: cores.server });
  progress('learning the FAQs');
  await awaitBot(server.url, SITE, texts[0]!);
  const visitors: VisitorSocket[] = [];
  for (let made = 0; made < VISITORS; made += 1) visitors.push((await connectVisitor(server.url, SITE)).socket);
  const file = join(scratch.sitesDir, SITE, 'faq', 'returns.json');
  const models = join(scratch.dataDir, 'models');
  await talk(visitors, texts, WARM_UP_MS);

  const repeats = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const idle = await talk(visitors, texts, PHASE_MS);
    const since = Date.now();
    const changes = changeRepeatedly(file, round);
    const busy = await talk(visitors, texts, PHASE_MS);
    const changed = changes.stop();
    const learned = countModels(models, since);
    // What is learned late would make the next phase a busy one.
    await awaitModels(models, since, changed);
    const repeat = { p99Ratio: p99(busy) / p99(idle), p99Ms: p99(busy), idleP99Ms: p99(idle), learned };
    progress(
      `round ${round}: p99 ${repeat.p99Ms.toFixed(1)} ms while ${learned} of ${changed} changes were learned, ` +
        `${repeat.idleP99Ms.toFixed(1)} ms otherwise`,
    );
    repeats.push(repeat);
  }
  for (const visitor of visitors) visitor.disconnect();
  await server.stop();
  scratch.remove();
  const { idleP99Ms, ...figures } = medians(repeats);
  return {
    name: 'reload',
    figures,
    control: { idleP99Ms: idleP99Ms! },
    runs: ROUNDS,
    repeats,
    targets: judge(
      [
        { figure: 'p99Ratio', atMost: 1.5 },
        // Less would say that little was going on while it was measured.
        { figure: 'learned', atLeast: 2 },
      ],
      figures,
    ),
  };
}

/** Adds a phrasing every few seconds, as an owner who saves: each is another book, so that each is learned. */
function changeRepeatedly(file: string, round: number): { stop(): number } {
  const content = readFileSync(file, 'utf8');
  let changed = 0;
  const change = () => {
    changed += 1;
    const book = JSON.parse(content) as { faqs: { phrasings: { en: string[] } }[] };
    book.faqs[0]!.phrasings.en.push(`sending it back, question ${round} of ${changed}`);
    writeFileSync(file, JSON.stringify(book, null, 2));
  };
  change();
  const timer = setInterval(change, CHANGE_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return changed;
    },
  };
}

/** How many models the server has stored since. */
function countModels(folder: string, since: number): number {
  return readdirSync(folder).filter((name) => name.endsWith('.model') && statSync(join(folder, name)).mtimeMs >= since)
    .length;
}

async function awaitModels(folder: string, since: number, count: number): Promise<void> {
  const deadline = performance.now() + LEARNED_WITHIN_MS;
  while (countModels(folder, since) < count) {
    if (performance.now() > deadline) throw new Error(`the server did not learn ${count} changes`);
    await pause(200);
  }
  await pause(1_000);
}

/** Visitors take turns to ask, each only once the last question was answered. @returns milliseconds from question to reply */
async function talk(visitors: readonly VisitorSocket[], texts: readonly string[], ms: number): Promise<number[]> {
  const times: number[] = [];
  const free = [...visitors];
  const underWay = new Set<Promise<void>>();
  const end = performance.now() + ms;
  for (let asked = 0; performance.now() < end; asked += 1) {
    const visitor = free.shift();
    if (visitor !== undefined) {
      const one = ask(visitor, texts[(asked * 37) % texts.length]!).then((took) => {
        times.push(took);
        free.push(visitor);
        underWay.delete(one);
      });
      underWay.add(one);
    }
    await pause(EVERY_MS);
  }
  await Promise.all(underWay);
  return times;
}

function ask(visitor: VisitorSocket, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const stuck = setTimeout(() => reject(new Error('the bot did not reply in time')), STUCK_MS);
    visitor.on('events', function hear({ events }) {
      if (!events.some(({ type }) => type === 'bot_message')) return;
      visitor.off('events', hear);
      clearTimeout(stuck);
      resolve(performance.now() - from);
    });
    visitor.emit('message', { clientId: randomUUID(), text }, (answer) => {
      if (!answer.ok) reject(new Error(`${answer.error.kind}: ${answer.error.message}`));
    });
  });
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((first, second) => first - second);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
