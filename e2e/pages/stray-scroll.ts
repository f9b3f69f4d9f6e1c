import type { Page } from '@playwright/test';

/** How far the page itself can be scrolled, beside and below what is shown: its parts scroll, and it does not. */
export async function strayScroll(page: Page): Promise<{ beside: number; below: number }> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { beside: Math.max(0, scrollWidth - innerWidth), below: Math.max(0, scrollHeight - innerHeight) };
  });
}
