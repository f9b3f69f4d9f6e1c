import type { BenchResult } from '../command/bench-result.ts';
import { judge, median, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { launchBrowser } from '../size/browser.ts';
import { loadPage, longestLoaderTask, THROTTLE } from './load-page.ts';
import type { PageLoad } from './load-page.ts';

const SITE = 'shop';
const REPEATS = 3;
/** Loads of each kind a repeat, in turns. */
const LOADS = 5;
const TRACED_LOADS = 3;

/** What the snippet costs the shop page before anybody clicks, on a processor that is four times slower. */
export async function benchLoad(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const server = await startServer({ ...scratch, port: await freePort(), core: cores.server, demo: true });
  const browser = await launchBrowser();
  await loadPage(browser, server.url, true);
  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const loads: Record<'with' | 'without', PageLoad[]> = { with: [], without: [] };
    for (let turn = 0; turn < LOADS; turn++) {
      loads.without.push(await loadPage(browser, server.url, false));
      loads.with.push(await loadPage(browser, server.url, true));
    }
    const tasks: number[] = [];
    for (let turn = 0; turn < TRACED_LOADS; turn++) tasks.push(await longestLoaderTask(browser, server.url));
    const scriptMs = (kind: 'with' | 'without') => median(loads[kind].map((load) => load.scriptMs));
    const shift = (kind: 'with' | 'without') => median(loads[kind].map((load) => load.layoutShift));
    const repeat = {
      addedScriptMs: scriptMs('with') - scriptMs('without'),
      longestTaskMs: median(tasks),
      addedLayoutShift: shift('with') - shift('without'),
      scriptMsWithout: scriptMs('without'),
      layoutShiftWithout: shift('without'),
    };
    progress(`round ${round}: ${repeat.addedScriptMs.toFixed(1)} ms more script time`);
    repeats.push(repeat);
  }
  await browser.close();
  await server.stop();
  scratch.remove();
  const { scriptMsWithout, layoutShiftWithout, ...figures } = medians(repeats);
  return {
    name: 'load',
    figures,
    control: { scriptMsWithout: scriptMsWithout!, layoutShiftWithout: layoutShiftWithout!, throttle: THROTTLE },
    runs: REPEATS,
    repeats,
    targets: judge(
      [
        { figure: 'addedScriptMs', atMost: 15 },
        { figure: 'longestTaskMs', atMost: 50 },
        { figure: 'addedLayoutShift', atMost: 0 },
      ],
      figures,
    ),
  };
}
