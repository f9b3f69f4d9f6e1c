import type { DeskServer } from '../fixtures/desk-server.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Browser, Page } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { expectAccessible } from '../pages/axe.ts';

const HOUR = 3_600_000;
const SUBJECTS = [
  ['The invoice shows the wrong address', 'general'],
  ['I want my refund for order 1042', 'returns'],
  ['床单有破损，要求退货', 'returns'],
  ['Can the curtains be shortened?', 'question'],
  ['Where is the second parcel?', 'general'],
  ['Two of six glasses arrived broken', 'damage'],
] as const;

async function fill(desk: DeskServer): Promise<RawOwner> {
  const owner = RawOwner.of(desk);
  const key = await owner.makeKey('shop', ['tickets:write']);
  for (const [index, [subject, category]] of SUBJECTS.entries()) {
    const dueAt = index === 1 ? { dueAt: new Date(Date.now() - HOUR).toISOString() } : {};
    const response = await fetch(`${desk.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ subject, category, ...dueAt }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
  return owner;
}

async function listOf(browser: Browser, desk: DeskServer, owner: RawOwner, how: object = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...how });
  await context.addCookies([owner.session]);
  const page = await context.newPage();
  await new ConsolePage(page, desk).visit('shop');
  await page.goto(`${desk.url}/console/#/tickets`);
  await expect(page.locator('.record-item')).toHaveCount(SUBJECTS.length);
  return page;
}

const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });

test('tickets are sieved, the choice is kept on every device, and many are changed at once with second thoughts', async ({
  ownDesk,
  browser,
}) => {
  const owner = await fill(ownDesk);
  const page = await listOf(browser, ownDesk, owner, { viewport: { width: 1280, height: 860 } });
  const touch = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const phone = await listOf(browser, ownDesk, owner, touch);
  const rows = page.locator('.record-item');
  await page.getByText('Filters', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Category', exact: true }).selectOption('returns');
  await expect(rows).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save as a view' }).click();
  await page.getByLabel('Name of the view').fill('Returns');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Returns', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await picture(page, 'sieved');
  await phone.getByRole('button', { name: 'Returns', exact: true }).click();
  await expect(phone.locator('.record-item')).toHaveCount(2);

  // And the other way round.
  await phone.getByText(/^Filters/).tap();
  await phone.getByRole('button', { name: 'Clear filters' }).tap();
  await expect(phone.locator('.record-item')).toHaveCount(SUBJECTS.length);
  await phone.getByRole('combobox', { name: 'Answer due' }).selectOption('late');
  await expect(phone.locator('.record-item')).toHaveCount(1);
  await phone.getByRole('button', { name: 'Save as a view' }).tap();
  await phone.getByLabel('Name of the view').fill('Too late');
  await phone.getByRole('button', { name: 'Save', exact: true }).tap();
  const late = phone.getByRole('button', { name: 'Too late', exact: true });
  await expect(late).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(phone);
  await picture(phone, 'saved-phone');
  await phone.getByRole('button', { name: 'Returns', exact: true }).tap();
  await expect(phone.locator('.record-item')).toHaveCount(2);
  await late.tap();
  await expect(phone.locator('.record-item')).toHaveCount(1);
  await phone.getByRole('button', { name: 'Returns', exact: true }).tap();
  await expect(phone.locator('.record-item')).toHaveCount(2);
  await page.getByRole('button', { name: 'Too late', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows).toHaveCount(SUBJECTS.length);

  await page.getByLabel('Select SHOP-T1').check();
  await page.getByLabel('Select SHOP-T5').check();
  await expect(page.getByRole('toolbar')).toContainText('2 selected');
  await expectAccessible(page);
  await picture(page, 'selected');
  await page.getByRole('toolbar').getByRole('button', { name: 'Mark as solved' }).click();
  await expect(rows).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(6);
  for (const name of ['SHOP-T2', 'SHOP-T3']) await phone.getByLabel(`Select ${name}`).check();
  await phone.getByRole('toolbar').getByRole('button', { name: 'Mark as solved' }).click();
  await expect(phone.locator('.record-item')).toHaveCount(0);
  await phone.getByRole('button', { name: 'Undo' }).click();
  await expect(phone.locator('.record-item')).toHaveCount(2);
  for (const name of ['SHOP-T1', 'SHOP-T5']) await page.getByLabel(`Select ${name}`).check();
  await page.getByLabel('Give to …').selectOption({ index: 1 });
  await page.getByLabel('Select all 6').check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Mark as solved' }).click();
  await expect(rows).toHaveCount(0);
  await phone.getByRole('button', { name: 'Returns', exact: true }).click();
  await expect(phone.locator('.record-item')).toHaveCount(0, { timeout: 30_000 });
  await phone.getByRole('button', { name: /^Solved/ }).click();
  await expect(phone.locator('.record-item')).toHaveCount(6);
  for (const each of [page, phone]) await each.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone, in Chinese and ${colorScheme}, filters and bulk actions fit`, async ({ ownDesk, browser }) => {
    const owner = await fill(ownDesk);
    const page = await listOf(browser, ownDesk, owner, { colorScheme, viewport: { width: 360, height: 740 } });
    await page.goto(`${ownDesk.url}/console/#/settings`);
    await page.getByRole('button', { name: '中文' }).first().click();
    await page.goto(`${ownDesk.url}/console/#/tickets`);
    await page.getByText('筛选', { exact: true }).click();
    await page.getByLabel('处理人').selectOption('owner');
    await page.getByRole('button', { name: '存为视图' }).click();
    await expectAccessible(page);
    await picture(page, `filters-${colorScheme}`);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByText('筛选', { exact: true }).click();
    await page.getByLabel('全选 6 张').check();
    await expectAccessible(page);
    await picture(page, `bulk-${colorScheme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });
}
