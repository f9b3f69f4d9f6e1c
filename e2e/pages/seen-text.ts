import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const WITHIN_MS = 45_000;

/**
 * Expects texts to be seen on a screen as they are: as words that are drawn, or in a field that is. What is folded is opened on the way,
 * all inside of the page: a hundred questions from outside would take a hundred times as long.
 */
export async function expectSeen(page: Page, wanted: readonly (string | undefined)[]): Promise<void> {
  const missing = await page.evaluate(
    async ({ wanted, withinMs }) => {
      const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
      const left = new Map(wanted.map((text) => [fold(text), text]));
      const fields = () => [...document.querySelectorAll<HTMLInputElement>('main input, main textarea, main select')];
      const look = () => {
        const values = fields().filter((one) => one.checkVisibility()).map(({ value }) => value); // prettier-ignore
        const seen = [document.body.innerText, ...values].map(fold);
        for (const one of left.keys()) if (seen.some((text) => text.includes(one))) left.delete(one);
      };
      const open = () => {
        for (const one of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) one.open = true;
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button')];
        for (const one of buttons) if (/^(More$|Show )|more wording/.test(one.innerText.trim())) one.click();
      };
      const pause = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
      for (const until = performance.now() + withinMs; left.size > 0 && performance.now() < until;) {
        look();
        open();
        await pause();
        look();
        // Of rules that can be changed one stands open at a time.
        for (const head of document.querySelectorAll<HTMLElement>('main .rule-head')) {
          if (left.size === 0) break;
          if (head.getAttribute('aria-expanded') !== 'true') head.click();
          await pause();
          look();
        }
      }
      return [...left.values()];
    },
    { wanted: wanted.map((text) => text ?? ''), withinMs: WITHIN_MS },
  );
  expect(missing).toEqual([]);
}
