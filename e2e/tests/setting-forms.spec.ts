import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

const SITE = {
  name: 'Paint & Brush',
  languages: ['en', 'zh'],
  routing: [
    { name: 'Night', _why: 'Ida sleeps', hours: 'closed', to: 'owner' },
    { name: 'Frames', category: ['frame*'], to: { name: 'Lee', address: 'lee@frames.example' } },
  ],
};

test('rules and mails are changed in forms on a phone: order, points, words and how a mail arrives', async ({
  owner,
  desk,
}) => {
  const { page } = owner;
  await desk.writeSite('forms', { site: SITE }, []);
  const file = async () =>
    JSON.parse(await readFile(join(desk.sitesDir, 'forms/site.json'), 'utf8')) as Record<string, unknown>;
  const before = await file();
  await page.setViewportSize({ width: 360, height: 740 });
  await owner.visit();
  await expect(async () => {
    await page.goto(`${desk.url}/console/#/site/forms/rules`);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Settings of Paint & Brush' })).toBeVisible({ timeout: 2000 });
  }).toPass();

  await page.getByLabel('paying customer').fill('35');
  const routing = page.getByRole('region', { name: 'Who settles what' });
  await expect(routing.getByRole('listitem')).toHaveText([/1 Night.*you/, /2 Frames.*Lee/]);
  const frames = routing.getByRole('button', { name: /^2 Frames/ });
  await frames.focus();
  await frames.press('Alt+ArrowUp');
  await expect(routing.getByRole('button', { name: /^1 Frames/ })).toBeFocused();
  await routing.getByRole('button', { name: /^1 Frames/ }).press('Enter');
  await routing.getByLabel('E-mail address').fill('lee@');
  await expect(routing.getByText('must be a mail address')).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await routing.getByLabel('E-mail address').fill('lee@frames.example');

  await owner.button('Customers').click();
  await page.getByLabel('Days without an order until somebody is at risk').fill('200');
  await expect(page.getByText('must be more than')).toBeVisible();
  await page.getByLabel('Days without an order until somebody is lost').fill('400');
  await expect(page.getByText('Last order 200 to 400 days ago.')).toBeVisible();
  await owner.button('+ Welcome').click();
  const mail = page.frameLocator('iframe[title="The mail in English"]');
  await expect(mail.getByText('Hello Ana,')).toBeVisible();
  await page.getByLabel('Subject (English)').fill('Hello from the shop');
  await expect(mail.getByRole('heading', { name: 'Hello from the shop' })).toBeVisible();
  await page.getByLabel('As for somebody whose name is not known').check();
  await expect(mail.getByText('Hello,')).toBeVisible();
  await expect(page.frameLocator('iframe[title="The mail in Chinese"]').getByText('您好')).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  expect(await file()).toMatchObject({
    priority: { rules: [{ name: 'paying', points: 35 }] },
    routing: [SITE.routing[1], SITE.routing[0]],
    lifeCycle: { atRiskDays: 200, churnedDays: 400 },
    messages: [{ name: 'welcome', when: { stage: 'new' }, subject: { en: 'Hello from the shop' } }],
  });
  await owner.button('Undo the last save').click();
  await expect(page.getByText('Taken back')).toBeVisible();
  expect(await file()).toEqual(before);
});
