import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Frame, Page } from '@playwright/test';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown; failureSummary?: string }[];
}

declare global {
  interface Window {
    axe: {
      run(context: object | string, options: object): Promise<{ violations: Violation[] }>;
    };
  }
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs axe-core in a page or frame, and expects nothing serious or critical.
 *
 * @param within a CSS selector; by default the whole document
 */
export async function expectAccessible(where: Page | Frame, within = 'html'): Promise<void> {
  // The debugger's evaluate is not bound by the page's own policy. Half a megabyte is read once a page.
  if (!(await where.evaluate(() => 'axe' in window))) await where.evaluate(await source);
  const violations = await where.evaluate(
    // What moves or fades in would be measured half-way, and so would a button that becomes one of another colour while it is looked at.
    async (selector) => {
      const atOnce = new CSSStyleSheet();
      atOnce.replaceSync('*, ::before, ::after { transition: none !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, atOnce];
      try {
        await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
        const { violations } = await window.axe.run(selector, { iframes: false, resultTypes: ['violations'] });
        return violations;
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== atOnce);
      }
    },
    within,
  );
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${String(target)}: ${failureSummary}`),
  }));
  expect(told).toEqual([]);
}
