import type { Browser } from '@playwright/test';
import type { HostServer } from '../fixtures/host-server.ts';
import { LEARNED } from '../fixtures/learning.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

/** A visitor of whom the page says something asks, and is told. */
async function hears(browser: Browser, host: HostServer, attributes: object, question: string, answer: string) {
  const widget = new WidgetPage(await browser.newPage(), host);
  await widget.visit('/', 'bakery');
  await widget.page.evaluate((said) => window.Solodesk('setAttributes', said), attributes);
  await widget.open();
  await widget.say(question);
  await expect(widget.log.getByRole('listitem').filter({ hasText: answer }).last()).toBeVisible();
  await widget.page.context().close();
}

test('what some visitors are told instead is written in the console on a phone, and told to them alone, in both languages', async ({
  ownDesk,
  ownHost,
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const owner = await ConsolePage.enter(await context.newPage(), ownDesk);
  const { page } = owner;
  await owner.visit('bakery');
  await page.evaluate(() => (location.hash = '#/faqs/bread.rye'));
  await page.getByRole('button', { name: /other answers for some visitors$/ }).click();
  const some = page.getByRole('region', { name: 'Said instead to some visitors' });
  await some.nth(0).getByRole('button', { name: 'Another answer for some' }).click();
  await some.nth(0).getByLabel('What they are told').fill('Dear {{name|partner}}, rye for cafés comes daily.');
  await owner.button('Save').click();
  await expect(page.getByRole('alert')).toHaveText(/^Answer 1 for some visitors \(English\) needs its text, and whom/);
  await some.nth(0).getByLabel('Only to these groups').fill('cafe');
  await some.nth(1).getByRole('button', { name: 'Another answer for some' }).click();
  await some.nth(1).getByLabel('What they are told').fill('{{name|您}}好，咖啡馆每天都有黑麦面包。');
  await some.nth(1).getByLabel('Only to these groups').fill('cafe');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.screenshot({ path: test.info().outputPath('variants.png'), fullPage: true });
  await owner.button('Save').click();
  await expect(page.getByText(/^Saved/)).toBeVisible(LEARNED);
  await expect(page.getByText(/another answer for some$/)).toBeVisible();

  await hears(
    browser,
    ownHost,
    { segment: 'cafe' },
    'Do you have rye bread?',
    'Dear partner, rye for cafés comes daily.',
  );
  await hears(browser, ownHost, { segment: 'cafe', name: '安' }, '有黑麦面包吗？', '安好，咖啡馆每天都有黑麦面包。');
  await hears(browser, ownHost, { segment: 'press' }, 'Do you have rye bread?', 'Rye bread on Mondays.');
  await context.close();
});
