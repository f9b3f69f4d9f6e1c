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
import type { Server } from '../desk/start-server.ts';
import { talkBeside, visitorsAt } from '../desk/talk-beside.ts';
import { talk } from '../desk/visitors-talk.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { forgetResults, writeHistory } from './history.ts';

const SITE = 'shop';
const HISTORY = { days: 60, talks: 300 };
/** After the server's own first look at what is due. */
const WARM_UP_MS = 35_000;
const FIRST_PHASE_MS = 5_000;

/**
 * How long visitors wait for the bot while the batch works through sixty days, beside how long they wait otherwise (`talkBeside`). The server has one core for itself and for what it starts.
 */
export async function benchChat(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const file = join(scratch.dataDir, 'solodesk.sqlite');
  const texts = readPhrasings(demoSite()).map(({ text }) => text);
  // The first start makes the tables.
  const options = { ...scratch, core: cores.server };
  await (await startServer({ ...options, port: await freePort() })).stop();
  const events = writeHistory(file, SITE, HISTORY);
  const server = await startServer({ ...options, port: await freePort() });
  const runBatch = await batchOf(server);
  await awaitBot(server.url, SITE, texts[0]!);
  const visitors = await visitorsAt(server.url, SITE);
  progress('warming up, with one whole run of the batch');
  await talk(
    visitors,
    texts,
    Promise.all([pause(WARM_UP_MS), runBatch()]).then(() => undefined),
  );
  const measured = await talkBeside({
    ...{ visitors, texts, firstPhaseMs: FIRST_PHASE_MS, doing: 'while the batch ran' },
    work() {
      forgetResults(file);
      return runBatch();
    },
  });
  for (const { socket } of visitors) socket.disconnect();
  await server.stop();
  scratch.remove();
  return {
    name: 'chat',
    ...measured,
    control: { ...measured.control, historyEvents: events },
    targets: judge([{ figure: 'p99Ratio', atMost: 1.25 }], measured.figures),
  };
}

/** Signs in as an owner, who may have the batch run now. */
async function batchOf(server: Server): Promise<() => Promise<void>> {
  const token = /#setup=(\S+)/.exec(server.output())?.[1];
  if (token === undefined) throw new Error('the server printed no link to set it up');
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', 'x-solodesk': '1', origin: server.url, cookie };
    const response = await fetch(`${server.url}/console/api/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return response;
  };
  const owner = { name: 'Mara', email: 'mara@one.example', password: 'a long bench password 7', device: 'bench' };
  const signedIn = await post('setup', { token, ...owner });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return async () => {
    const { ok } = (await (await post(`insights/${SITE}/run`, {}, cookie)).json()) as { ok: boolean };
    if (!ok) throw new Error(`the batch failed: ${server.output().slice(-500)}`);
  };
}
