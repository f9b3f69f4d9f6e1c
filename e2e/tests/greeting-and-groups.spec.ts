import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { openSettings } from '../pages/open-settings.ts';

const SITE = { name: 'Paint & Brush', languages: ['en', 'zh'], greeting: { en: 'Hi!', zh: '您好！' } };

for (const [size, width, height] of [
  ['desktop', 1280, 800],
  ['phone', 360, 740],
] as const) {
  test(`greetings for some visitors and groups of customers are filled in on a ${size}`, async ({ owner, desk }) => {
    const { page } = owner;
    await desk.writeSite('greets', { site: SITE }, []);
    const file = async () =>
      JSON.parse(await readFile(join(desk.sitesDir, 'greets/site.json'), 'utf8')) as Record<string, unknown>;
    const before = await file();
    await page.setViewportSize({ width, height });
    await owner.visit();
    await openSettings(page, `${desk.url}/console/#/site/greets/look`, 'Settings of Paint & Brush');

    const some = page.getByRole('region', { name: 'Said instead to some visitors (English)' });
    await some.getByRole('button', { name: '+ Greeting' }).click();
    await some.getByLabel('What is said then').fill('{{oops');
    await expect(some.getByText('has braces at')).toBeVisible();
    await some.getByLabel('What is said then').fill('Welcome back, {{name|there}}!');
    await some.getByLabel('Opening hours').selectOption('during opening hours');
    await some.getByLabel('Buttons under it').selectOption('My own');
    await some.getByLabel('Button 1', { exact: true }).fill('Where is my order?');
    await some.getByLabel('Button 1 asks for').selectOption('a person');
    await expect(some.getByText('during opening hours').first()).toBeVisible();
    await expect(page.getByText('1 unsaved change')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await page.locator('.site-settings-sections').getByRole('button', { name: 'Customers' }).click();
    const groups = page.getByRole('region', { name: 'Segments' });
    await groups.getByRole('button', { name: '+ Group' }).click();
    await groups.getByLabel('What you call it (English)').fill('Big spenders');
    await groups.getByLabel('Spent at least').fill('-5');
    await expect(groups.getByText('must be at least 0')).toBeVisible();
    await expect(owner.button('Save')).toBeDisabled();
    await groups.getByLabel('Spent at least').fill('500');
    await groups.getByLabel('Currency').fill('CNY');
    await groups.getByLabel('Active').check();
    await expect(groups.getByText('Active, spent 500 CNY or more')).toBeVisible();
    await expect(page.getByText('2 unsaved changes')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await owner.button('Save').click();
    await expect(page.getByText('All saved')).toBeVisible();
    expect(await file()).toMatchObject({
      greeting: {
        zh: '您好！',
        en: {
          text: 'Hi!',
          variants: [
            {
              when: { returning: true, open: true },
              text: 'Welcome back, {{name|there}}!',
              quickReplies: [{ label: 'Where is my order?', intent: 'solodesk.person' }],
            },
          ],
        },
      },
      segments: [
        {
          name: 'group',
          title: { en: 'Big spenders' },
          where: { stage: ['active'], spent: { atLeast: 500, currency: 'CNY' } },
        },
      ],
    });
    await owner.button('Undo the last save').click();
    await expect(page.getByText('Taken back')).toBeVisible();
    expect(await file()).toEqual(before);
  });
}
