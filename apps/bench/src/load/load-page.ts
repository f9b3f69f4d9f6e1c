import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { withSnippet } from '../size/browser.ts';
import { longestTaskOf } from './script-tasks.ts';
import type { TraceEvent } from './script-tasks.ts';

export interface PageLoad {
  /** Of the page's own thread, so that what else the machine does is not counted. */
  scriptMs: number;
  layoutShift: number;
}

/** How many times slower the processor is made to look. */
export const THROTTLE = 4;
/** Until nothing happens any more by itself. */
const SETTLE_MS = 1500;

/** Runs in the page, before its own scripts. */
function observeShifts(): void {
  const observed = { layoutShift: 0 };
  Object.assign(window, { observed });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observed.layoutShift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Loads the shop page once with an empty cache, with or without the snippet, and touches nothing. */
export async function loadPage(browser: Browser, url: string, snippet: boolean): Promise<PageLoad> {
  const { context, page, devtools } = await openPage(browser, url, snippet);
  await page.addInitScript(observeShifts);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await settle(page, url);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const scriptSeconds = metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? 0;
  const { layoutShift } = await page.evaluate(() => (window as unknown as { observed: PageLoad }).observed);
  await context.close();
  return { scriptMs: scriptSeconds * 1000, layoutShift };
}

/** Loads the shop page with the snippet under a trace. Resolves to the longest task that the loader takes part in. */
export async function longestLoaderTask(browser: Browser, url: string): Promise<number> {
  const { context, page } = await openPage(browser, url, true);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await settle(page, url);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await context.close();
  const longest = longestTaskOf('/widget/', trace.traceEvents);
  if (longest === 0) throw new Error('the loader is not in the trace');
  return longest;
}

interface Opened {
  context: BrowserContext;
  page: Page;
  devtools: CDPSession;
}

async function openPage(browser: Browser, url: string, snippet: boolean): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await withSnippet(page, `${url}/`, snippet);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return { context, page, devtools };
}

async function settle(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
}
