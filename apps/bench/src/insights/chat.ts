import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { connectVisitor } from '../desk/connect.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { demoSite, makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import type { Server } from '../desk/start-server.ts';
import { p50, p99, talk, visitorOf } from '../desk/visitors-talk.ts';
import type { Visitor } from '../desk/visitors-talk.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { forgetResults, writeHistory } from './history.ts';

const SITE = 'shop';
const ROUNDS = 5;
const VISITORS = 40;
const HISTORY = { days: 60, talks: 300 };
/** After the server's own first look at what is due. */
const WARM_UP_MS = 35_000;

/**
 * How long visitors wait for the bot while the batch works through sixty days, beside how long they wait otherwise: phases of either kind
 * take turns under the same load, each as long as the other. The server has one core for itself and for what it starts.
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
  const visitors: Visitor[] = [];
  for (let made = 0; made < VISITORS; made++) visitors.push(visitorOf((await connectVisitor(server.url, SITE)).socket));
  progress('warming up, with one whole run of the batch');
  await talk(
    visitors,
    texts,
    Promise.all([pause(WARM_UP_MS), runBatch()]).then(() => undefined),
  );
  const repeats = [];
  let phaseMs = 5_000;
  for (let round = 1; round <= ROUNDS; round++) {
    const idleFirst = round % 2 === 1;
    const before = idleFirst ? await talk(visitors, texts, pause(phaseMs)) : null;
    forgetResults(file);
    const busy = await talk(visitors, texts, runBatch());
    phaseMs = busy.ms;
    const idle = before ?? (await talk(visitors, texts, pause(phaseMs)));
    const repeat = {
      p99Ratio: p99(busy.times) / p99(idle.times),
      p99Ms: p99(busy.times),
      idleP99Ms: p99(idle.times),
      p50Ms: p50(busy.times),
      idleP50Ms: p50(idle.times),
      batchSeconds: busy.ms / 1_000,
      replies: busy.times.length,
    };
    progress(
      `round ${round}: p99 ${repeat.p99Ms.toFixed(1)} ms while the batch ran ${repeat.batchSeconds.toFixed(1)} s, ${repeat.idleP99Ms.toFixed(1)} ms otherwise`,
    );
    repeats.push(repeat);
  }
  for (const { socket } of visitors) socket.disconnect();
  await server.stop();
  scratch.remove();
  const { idleP99Ms, idleP50Ms, ...figures } = medians(repeats);
  return {
    name: 'chat',
    figures,
    control: { idleP99Ms: idleP99Ms!, idleP50Ms: idleP50Ms!, historyEvents: events },
    runs: ROUNDS,
    repeats,
    targets: judge([{ figure: 'p99Ratio', atMost: 1.25 }], figures),
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
