import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

const SITE = { name: 'Paint & Brush', languages: ['en', 'zh'], colors: { accent: '#4338ca' }, _why: 'ask Mara' };

test('the settings of a site are edited beside the widget as it will look, saved into its file, and taken back', async ({
  owner,
  desk,
}) => {
  const { page } = owner;
  await desk.writeSite('paint', { site: SITE }, []);
  const file = () => readFile(join(desk.sitesDir, 'paint/site.json'), 'utf8');
  const before = await file();
  await owner.visit();
  await expect(async () => {
    await page.goto(`${desk.url}/console/#/site/paint/look`);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Settings of Paint & Brush' })).toBeVisible({ timeout: 2000 });
  }).toPass();

  const preview = page.frameLocator('.setting-preview-box iframe:not(.setting-preview-next)');
  const panel = preview.frameLocator('solodesk-chat iframe').getByRole('dialog');
  await expect(panel.getByRole('heading')).toHaveText('Paint & Brush');
  const name = page.getByLabel('Name of the business');
  await page.getByRole('button', { name: '#0f766e' }).click();
  await page.getByLabel('First message of the bot (English)').fill('Good to see you.');
  await page.getByLabel('Side of the page').selectOption('left');
  await name.fill('Oil & Canvas');
  await expect(panel.getByRole('heading')).toHaveText('Oil & Canvas');
  await expect(panel.getByText('Good to see you.')).toBeVisible();
  await expect(preview.locator('solodesk-chat > button.b')).toHaveCSS('background-color', 'rgb(15, 118, 110)');
  // Whoever types goes on typing: the widget in the preview takes no focus.
  await expect(name).toBeFocused();
  await panel.getByRole('textbox').fill('Hello?');
  await panel.getByRole('textbox').press('Enter');
  await expect(panel.getByText('This is a preview')).toBeVisible();

  await name.fill('');
  await expect(page.getByText('must not be empty')).toBeVisible();
  await expect(owner.button('Save')).toBeDisabled();
  await name.fill('Oil & Canvas');
  await page.reload();
  await expect(page.getByText('What you had not saved is still here.')).toBeVisible();
  await expect(name).toHaveValue('Oil & Canvas');
  await expectAccessible(page);
  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  expect(await file()).toContain('"_why":"ask Mara"');
  expect(JSON.parse(await file())).toMatchObject({
    name: 'Oil & Canvas',
    position: 'left',
    greeting: { en: 'Good to see you.' },
  });
  await owner.button('Undo the last save').click();
  await expect(name).toHaveValue('Paint & Brush');
  expect(await file()).toBe(before);

  // Somebody else writes the file while it is being edited.
  await page.getByLabel('Your name').fill('Ida');
  await desk.editSite('paint', { name: 'Theirs' });
  await expect(owner.button('Save')).toBeEnabled();
  await owner.button('Save').click();
  const both = page.getByRole('alert', { name: /changed by somebody else/ });
  await expect(both).toContainText('Theirs');
  await expect(both).toContainText('Ida');
  await both.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.getByText('All saved')).toBeVisible();
  expect(JSON.parse(await file())).toMatchObject({ name: 'Theirs', ownerName: 'Ida' });
});

test('hours and JSON are edited on a phone, and mistakes are named at their place', async ({ owner, desk }) => {
  const { page } = owner;
  await desk.writeSite('phone-paint', { site: SITE }, []);
  await page.setViewportSize({ width: 360, height: 740 });
  await owner.visit();
  await expect(async () => {
    await page.goto(`${desk.url}/console/#/site/phone-paint/hours`);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Settings of Paint & Brush' })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole('group', { name: 'Saturday' }).getByRole('checkbox').check();
  await page.getByLabel('Saturday, to').fill('14:00');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await owner.button('Actions').click();
  await owner.button('Actions as JSON').click();
  const json = page.getByRole('textbox', { name: /^Actions/ });
  await json.fill('[\n  { "name": "x" "do": "call" }\n]');
  await expect(page.getByText('Line 2, column 17')).toBeVisible();
  await expect(page.getByText('a comma is missing before this')).toBeVisible();
  await json.fill('');
  await owner.button('Preview').click();
  await expect(
    page
      .frameLocator('.setting-preview-box iframe:not(.setting-preview-next)')
      .frameLocator('solodesk-chat iframe')
      .getByRole('dialog'),
  ).toBeVisible();
  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  const file = JSON.parse(await readFile(join(desk.sitesDir, 'phone-paint/site.json'), 'utf8')) as object;
  expect(file).toMatchObject({ hours: { mon: ['09:00-17:00'], sat: ['09:00-14:00'] } });
});
