import type { Browser, Page, Response } from '@playwright/test';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { makeScratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { launchBrowser, withSnippet } from './browser.ts';
import { gzipBytes, measureFloor } from './floor.ts';

const SITE = 'shop';
const REPEATS = 3;
/** The longest that anything which is to be requested by itself may wait. */
const SETTLE_MS = 2500;

/** How many bytes the widget costs a page before and after it is opened. */
export async function benchSize(): Promise<BenchResult> {
  const cores = pickCores();
  pinThisProcess(cores.load);
  const scratch = makeScratch([SITE]);
  const server = await startServer({ ...scratch, port: await freePort(), core: cores.server, demo: true });
  const browser = await launchBrowser();
  const floorBytes = await measureFloor();
  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const loader = await fetch(`${server.url}/widget/${SITE}.js`, { headers: { 'accept-encoding': 'identity' } });
    if (!loader.ok) throw new Error(`the loader was answered with ${loader.status}`);
    const loaderBytes = gzipBytes(Buffer.from(await loader.arrayBuffer()));
    const without = await requestsOfPage(browser, server.url, false);
    const visit = await requestsOfPage(browser, server.url, true);
    progress(`round ${round}: ${[...visit.files].map(([file, bytes]) => `${file} ${bytes} B`).join(', ')}`);
    repeats.push({
      loaderBytes,
      requestsBeforeClick: visit.beforeClick - without.beforeClick,
      openedBytes: visit.openedBytes,
      openedFiles: visit.files.size,
      requestsOfThePageAlone: without.beforeClick,
    });
  }
  await browser.close();
  await server.stop();
  scratch.remove();
  const { requestsOfThePageAlone, ...figures } = medians(repeats);
  return {
    name: 'size',
    figures,
    control: { floorBytes, requestsOfThePageAlone: requestsOfThePageAlone! },
    runs: REPEATS,
    repeats,
    targets: judge(
      [
        { figure: 'loaderBytes', atMost: 3000 },
        { figure: 'requestsBeforeClick', atMost: 1 },
        { figure: 'openedBytes', atMost: 35_000 },
      ],
      figures,
    ),
  };
}

async function requestsOfPage(browser: Browser, url: string, snippet: boolean) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await withSnippet(page, `${url}/`, snippet);
  await page.goto(`${url}/`, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const beforeClick = responses.length;
  let files = new Map<string, number>();
  if (snippet) {
    await openWidget(page);
    // Only what comes with the widget: the loader, and everything after the page itself.
    files = await codeOf([...responses.filter(isLoader), ...responses.slice(beforeClick)]);
  }
  await context.close();
  const openedBytes = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { beforeClick, openedBytes, files };
}

/** Opens the widget as a visitor does, and waits until it can be written in. */
async function openWidget(page: Page): Promise<void> {
  await page.locator('solodesk-chat').getByRole('button').first().click();
  await page.frameLocator('solodesk-chat iframe').getByRole('textbox').waitFor({ timeout: 15_000 });
  await page.waitForTimeout(SETTLE_MS);
}

const isLoader = (response: Response) => new URL(response.url()).pathname === `/widget/${SITE}.js`;

/** Scripts and style sheets by their path, each once, in bytes after gzip. */
async function codeOf(responses: readonly Response[]): Promise<Map<string, number>> {
  const files = new Map<string, number>();
  for (const response of responses) {
    const type = (await response.headerValue('content-type')) ?? '';
    const file = new URL(response.url()).pathname;
    if (!response.ok() || !/javascript|css/.test(type) || files.has(file)) continue;
    files.set(file, gzipBytes(await response.body()));
  }
  return files;
}
