import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

/** A real Chromium: the one of `CHROMIUM_PATH`, else Debian's. Runs on the core of the process that starts it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

const SNIPPET = /<script\b[^>]*\/widget\/[^>]*>\s*<\/script>/g;

/**
 * Serves the shop's page as it is, or without the snippet. Both go through the same route, so that the two differ in
 * nothing else. @throws when the page does not have the snippet exactly once.
 */
export async function withSnippet(page: Page, url: string, wanted: boolean): Promise<void> {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    if (html.match(SNIPPET)?.length !== 1) throw new Error('the shop page does not have the snippet exactly once');
    await route.fulfill({ response, body: wanted ? html : html.replace(SNIPPET, '') });
  });
}
