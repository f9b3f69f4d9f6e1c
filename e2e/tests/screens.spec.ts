import { expect, test } from '../fixtures/test.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

/** Every screen that the menu and its screens lead to, by its address. */
const SCREENS = [
  'desk/shop/next',
  'desk/shop/open',
  'tickets',
  'unanswered',
  'faqs',
  'faqs/+',
  'contacts',
  'contacts/new',
  'contacts/life',
  'contacts/blocked',
  'contacts/imports',
  'insights',
  'feedback',
  'settings',
  'site/shop',
  'site/shop/hours',
  'site/shop/actions',
  'site/shop/customers',
  'privacy',
];
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 360, height: 740 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const [colorScheme, locale, loading] of [
    ['light', 'en-GB', 'Loading…'],
    ['dark', 'zh-CN', '正在加载…'],
  ] as const) {
    test(`each screen of the console fits and breaks nothing: ${size}, ${colorScheme}, ${locale}`, async ({
      browser,
      desk,
      ownerState,
    }) => {
      const context = await browser.newContext({ storageState: ownerState, viewport, colorScheme, locale });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      for (const screen of SCREENS) {
        await page.goto(`${desk.url}/console/#/${screen}`);
        await expect(page.getByRole('heading').first()).toBeVisible();
        // It stands where something still comes.
        await expect(page.getByText(loading, { exact: true })).toHaveCount(0);
        expect(await strayScroll(page), screen).toEqual({ beside: 0, below: 0 });
        const name = screen.replace(/[^a-z]+/g, '-');
        await page.screenshot({ path: test.info().outputPath(`${name}-${size}-${colorScheme}.png`) });
      }
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}
