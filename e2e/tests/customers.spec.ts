import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiCaller } from '../fixtures/console-api.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Page } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

for (const { size, viewport, filter } of [
  { size: 'desktop', viewport: { width: 1280, height: 800 }, filter: 'Orders at least' },
  // Not the other's: who filters as a segment does has that segment before them, and they may be at one desk.
  { size: 'phone', viewport: { width: 360, height: 740 }, filter: 'Spent at least' },
]) {
  test(`a file is looked at, mapped, taken and taken back; its customers have a stage and make a segment, on a ${size}`, async ({
    owner,
    desk,
  }, info) => {
    const { page } = owner;
    const file = join(info.outputDir, `${size}.csv`);
    const mail = `imp@${size}.example`;
    const rows = `IM-${size}-1;${mail};9,50;EUR\nIM-2;no address;1;EUR\n`;
    await mkdir(info.outputDir, { recursive: true });
    await writeFile(file, `\ufeffBestell;Mail;Summe;Currency\n${rows}`);
    await page.setViewportSize(viewport);
    await owner.visit();
    // Known before they order: ordering is a move.
    const api = await apiCaller(page, desk, 'shop', ['customers:write']);
    await api('POST', 'customers', { id: `I-${size}`, email: mail });
    const them = page.getByRole('button', { name: new RegExp(mail) });
    await page.evaluate(() => (location.hash = '#/contacts'));
    await them.click();
    await askWhy(page);
    await page.evaluate(() => (location.hash = '#/contacts/imports'));
    await page.getByLabel('Choose a CSV file').setInputFiles(file);
    await page.getByLabel('What is in it?').selectOption('orders');
    await expect(page.getByText('Needed: Order number.')).toBeVisible();
    await page.getByLabel('Holds: Bestell').selectOption('number');
    await page.getByLabel('Holds: Summe').selectOption('total');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('1 row was refused')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the refused rows' }).click();
    expect((await download).suggestedFilename()).toBe('refused.csv');

    await page.evaluate(() => (location.hash = '#/contacts'));
    await page.getByText(/^Filters/).click();
    await page.getByLabel(filter).fill('1');
    await page.getByLabel(filter).press('Tab');
    await expect(them).toBeVisible({ timeout: 30_000 });
    expect((await strayScroll(page)).beside).toBe(0);
    await page.getByLabel('Name of the segment').fill(`Fresh, ${size}`);
    await page.getByRole('button', { name: 'Save as segment' }).click();
    await expect(page.getByText(`Segment “Fresh, ${size}” saved.`)).toBeVisible();
    await them.click();
    await expect(async () => {
      await askWhy(page);
      await expect(page.getByText('New: First order in the last 30 days.')).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await expectAccessible(page);
    await page.evaluate(() => (location.hash = '#/contacts/life'));
    await expect(them).toContainText(/Contact.*New/);

    await page.evaluate(() => (location.hash = '#/contacts/imports'));
    await page.getByRole('button', { name: `Take it back: ${size}.csv` }).click();
    await expect(page.getByText(/^Taken back: /)).toBeVisible();
  });
}

/** Where they stand is worked out behind the chats, a few seconds later. */
async function askWhy(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await page.getByText('Why?').click({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}
