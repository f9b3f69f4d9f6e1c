import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchResult } from '../command/bench-result.ts';
import { judge } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { demoSite, makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { talkBeside, visitorsAt } from '../desk/talk-beside.ts';
import { talk } from '../desk/visitors-talk.ts';
import { readPhrasings } from '../reply/sentences.ts';

const SITE = 'shop';
const WARM_UP_MS = 4_000;
/** Changes in a phase, one after the other, so that a model is being trained or swapped all the time; the phase without changes is as long. */
const CHANGES = 3;
/** About as long as three changes take. */
const FIRST_PHASE_MS = 9_000;
/** What a swap takes at most once its model is stored. */
const SWAP_MS = 500;
const LEARNED_WITHIN_MS = 30_000;

/**
 * How long visitors wait for the bot's reply while a model is trained and swapped, beside how long they wait otherwise (`talkBeside`). The server has a core for
 * itself and for what it starts, which is the worst case: on a machine with a free core the training would not meet it.
 */
export async function benchReload(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const texts = readPhrasings(demoSite()).map(({ text }) => text);
  const server = await startServer({ ...scratch, port: await freePort(), core: cores.server });
  progress('learning the FAQs');
  await awaitBot(server.url, SITE, texts[0]!);
  const visitors = await visitorsAt(server.url, SITE);
  const file = join(scratch.sitesDir, SITE, 'faq', 'returns.json');
  const models = join(scratch.dataDir, 'models');
  await talk(visitors, texts, pause(WARM_UP_MS));

  const measured = await talkBeside({
    ...{ visitors, texts, firstPhaseMs: FIRST_PHASE_MS, doing: `while ${CHANGES} changes were learned` },
    work: (round) => change(file, models, round),
  });
  for (const { socket } of visitors) socket.disconnect();
  await server.stop();
  scratch.remove();
  return { name: 'reload', ...measured, targets: judge([{ figure: 'p99Ratio', atMost: 1.5 }], measured.figures) };
}

/** Adds a phrasing, again and again, as an owner who saves: each is another book, so that each is learned. */
async function change(file: string, models: string, round: number): Promise<void> {
  const content = readFileSync(file, 'utf8');
  for (let changed = 1; changed <= CHANGES; changed += 1) {
    const began = Date.now();
    const book = JSON.parse(content) as { faqs: { phrasings: { en: string[] } }[] };
    book.faqs[0]!.phrasings.en.push(`sending it back, question ${round} of ${changed}`);
    writeFileSync(file, JSON.stringify(book, null, 2));
    await awaitModel(models, began);
    await pause(SWAP_MS);
  }
}

/** Waits until the server has stored a model; it is swapped right after. */
async function awaitModel(folder: string, since: number): Promise<void> {
  const isNew = (name: string) => name.endsWith('.model') && statSync(join(folder, name)).mtimeMs >= since;
  while (!readdirSync(folder).some(isNew)) {
    if (Date.now() > since + LEARNED_WITHIN_MS) throw new Error('the server did not learn a change in time');
    await pause(100);
  }
}
