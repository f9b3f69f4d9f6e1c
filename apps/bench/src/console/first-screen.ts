import type { Browser, Response } from '@playwright/test';
import { gzipBytes } from '../size/floor.ts';
import { THROTTLE } from '../load/load-page.ts';

export interface FirstScreen {
  /** Scripts that were loaded until then, each once, after gzip. */
  jsBytes: number;
  /** From the start of the navigation until the queue can be read and the page answers a click. Milliseconds. */
  usableMs: number;
}

const WITHIN_MS = 30_000;

/** Runs in the page, before its own scripts: notes when the first item of the queue has been painted. */
function awaitQueue(): void {
  const noted = { usableMs: 0 };
  Object.assign(window, { noted });
  const look = () => {
    if (document.querySelector('.next-list [data-id]') === null) return void requestAnimationFrame(look);
    // After the frame that shows it, and all that is to be done before the page can answer a click.
    requestAnimationFrame(() => setTimeout(() => (noted.usableMs = performance.now()), 0));
  };
  requestAnimationFrame(look);
}

/** Opens the console of a signed-in owner once, with an empty cache, on a processor that is four times slower. */
export async function openFirstScreen(browser: Browser, url: string, cookie: string): Promise<FirstScreen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = cookie.split('; ')[0]?.split('=') ?? [];
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.addInitScript(awaitQueue);
  await page.goto(`${url}/console/`, { waitUntil: 'commit' });
  const usable = await page.waitForFunction(
    () => (window as unknown as { noted: { usableMs: number } }).noted.usableMs || null,
    null,
    { timeout: WITHIN_MS, polling: 100 },
  );
  const usableMs = (await usable.jsonValue()) ?? Number.POSITIVE_INFINITY;
  let jsBytes = 0;
  for (const script of scripts) jsBytes += gzipBytes(await script.body());
  await context.close();
  return { jsBytes, usableMs };
}
