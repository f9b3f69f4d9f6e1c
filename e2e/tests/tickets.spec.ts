import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';
import type { WidgetPage } from '../pages/widget-page.ts';

/** A return that is asked for in the chat. @returns the name of its ticket */
async function askForReturn(widget: WidgetPage, order: string): Promise<string> {
  await widget.start();
  await widget.say(`I want to return my order ${order}, it is too small`);
  await widget.choices.filter({ hasText: 'Money back' }).click();
  await widget.expectAnswer(/Which e-mail address/);
  await widget.say('ann@mail.example');
  await widget.choices.filter({ hasText: 'Send' }).click();
  await widget.expectAnswer(/Your request has the number/);
  return /SHOP-T\d+/.exec(await widget.said('Assistant', '').last().innerText())?.[0] ?? '';
}

async function fitsOnPhone({ page }: ConsolePage): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
}

test('a ticket is answered, solved after second thoughts, and rated; its score stands in the feedback', async ({
  widget,
  owner,
}) => {
  const name = await askForReturn(widget, 'TL-10431');
  const { page } = owner;
  await owner.visit();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Tickets' }).click();
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`${name} New`) })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Why it has this priority' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Your reply').fill('The label is on its way.');
  await owner.button('Send reply').click();
  await expect(widget.said('Mei', 'The label is on its way.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Waiting for the customer');

  await owner.button('Open the conversation').click();
  await expect(owner.customer.getByText('Why it has this priority')).toBeVisible();
  await expectAccessible(page);
  await owner.customer.getByRole('button', { name }).click();

  await owner.button('Mark as solved').click();
  await owner.button('Undo').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Waiting for the customer');
  await owner.button('Mark as solved').click();
  const nine = widget.frame.getByRole('button', { name: /^9/ });
  await expect(nine).toBeVisible({ timeout: 30_000 });
  await nine.click();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => (location.hash = '#/feedback'));
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await fitsOnPhone(owner);
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText('The customer gave 9 of 10')).toBeVisible();
  await fitsOnPhone(owner);

  // From the phone it is opened again, answered and solved.
  await owner.button('Open again').click();
  await page.getByLabel('Your reply').fill('One thing more: keep the box.');
  await owner.button('Send reply').click();
  await expect(widget.said('Mei', 'One thing more: keep the box.')).toBeVisible();
  await owner.button('Mark as solved').click();
  await owner.button('Undo').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Waiting for the customer');
});

test('a day off is written into the settings, with a phone, and taken back', async ({ ownDesk, browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const owner = await ConsolePage.enter(await context.newPage(), ownDesk);
  const { page } = owner;
  await owner.go('Settings');
  const holidays = page.locator('.site-row').filter({ hasText: 'widget/bakery.js' }).locator('.holidays');
  await holidays.getByText('Holidays', { exact: true }).click();
  await holidays.getByRole('button', { name: 'Add a holiday' }).click();
  await holidays.getByLabel('Name (English)').fill('Stocktaking');
  await holidays.getByLabel('First day').fill('2099-01-05');
  await holidays.getByLabel('Open for some hours').check();
  await fitsOnPhone(owner);
  await holidays.getByRole('button', { name: 'Save' }).click();
  await expect(holidays.getByText('Mon, 5 January 2099 · open 09:00–12:00')).toBeVisible();
  await fitsOnPhone(owner);
  await holidays.getByRole('button', { name: 'Remove Stocktaking' }).click();
  await expect(holidays.getByText('None yet')).toBeVisible();
  await owner.button('Undo').click();
  await expect(holidays.getByRole('button', { name: 'Remove Stocktaking' })).toBeVisible();
  await context.close();
});
