import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

/** Every screen that the menu and its screens lead to, by its address. */
const SCREENS = [
  'desk/shop/next',
  'desk/shop/open',
  'tickets',
  'unanswered',
  'faqs',
  'faqs/+',
  'faqs/-',
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
const LANGUAGES = { 'en-GB': 'Loading…', 'zh-CN': '正在加载…' };

// A screen is light in one language and dark in the other, the other way round in the other size, and so from screen to screen: each is
// seen in all four ways, and drawn only once for each.
for (const [ofSize, [size, viewport]] of Object.entries(SIZES).entries()) {
  for (const [ofLanguage, [locale, loading]] of Object.entries(LANGUAGES).entries()) {
    test(`each screen of the console fits, breaks nothing and can be read: ${size}, ${locale}, light and dark in turns`, async ({
      browser,
      desk,
      ownerState,
    }) => {
      const context = await browser.newContext({ storageState: ownerState, viewport, locale });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      for (const [at, screen] of SCREENS.entries()) {
        const colorScheme = (ofSize + ofLanguage + at) % 2 === 0 ? 'light' : 'dark';
        await page.emulateMedia({ colorScheme });
        await page.goto(`${desk.url}/console/#/${screen}`);
        await expect(page.getByRole('heading').first()).toBeVisible();
        // It stands where something still comes.
        await expect(page.getByText(loading, { exact: true })).toHaveCount(0);
        expect(await strayScroll(page), screen).toEqual({ beside: 0, below: 0 });
        await expectAccessible(page);
        const name = screen.replace(/[^a-z]+/g, '-');
        await page.screenshot({ path: test.info().outputPath(`${name}-${size}-${locale}-${colorScheme}.png`) });
      }
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}
