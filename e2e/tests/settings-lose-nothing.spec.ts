import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { openSettings } from '../pages/open-settings.ts';

const SITE = { name: 'Paint & Brush', ownerName: 'Ida' };
const TITLE = 'Settings of Paint & Brush';

test('what was changed in forms outlives a file that somebody breaks, and says so', async ({ owner, desk }) => {
  const { page } = owner;
  await desk.writeSite('broken', { site: SITE }, []);
  const file = join(desk.sitesDir, 'broken/site.json');
  await owner.visit();
  const look = `${desk.url}/console/#/site/broken/look`;
  await openSettings(page, look, TITLE);
  await page.getByLabel('Your name').fill('Ida Lund');
  await expect(page.getByText('1 unsaved change')).toBeVisible();

  const good = await readFile(file, 'utf8');
  await writeFile(file, `${good.slice(0, -1)},oops`);
  await page.reload();
  await expect(page.getByText('The file cannot be read at present')).toBeVisible();
  await expect(page.getByText('What you had changed in the forms is kept')).toBeVisible();
  await page.reload();
  await expect(page.getByText('What you had changed in the forms is kept')).toBeVisible();
  await page.getByLabel('site.json', { exact: true }).fill(good);
  await owner.button('Save').click();
  await expect(page.getByText('What you had not saved is still here')).toBeVisible();
  await expect(page.getByText('1 unsaved change')).toBeVisible();
  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ ownerName: 'Ida Lund' });
});

test('two tabs with different drafts ask before one is written over the other; offline nothing is lost', async ({
  owner,
  desk,
}) => {
  const { page } = owner;
  await desk.writeSite('tabs', { site: SITE }, []);
  const ownerName = async () =>
    (JSON.parse(await readFile(join(desk.sitesDir, 'tabs/site.json'), 'utf8')) as { ownerName: string }).ownerName;
  await owner.visit();
  const look = `${desk.url}/console/#/site/tabs/look`;
  await openSettings(page, look, TITLE);
  const other = await page.context().newPage();
  await other.goto(look);
  await page.getByLabel('Your name').fill('First');
  await other.getByLabel('Your name').fill('Second');
  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  await expect(other.getByText('1 unsaved change')).toBeVisible();
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('The file was changed by somebody else meanwhile')).toBeVisible();
  expect(await ownerName()).toBe('First');

  await other.close();
  await page.getByLabel('Your name').fill('Third');
  await expect(owner.button('Save')).toBeEnabled();
  await page.context().setOffline(true);
  await owner.button('Save').click();
  await expect(page.getByText('It could not be checked')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Third');
  await page.context().setOffline(false);
  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  expect(await ownerName()).toBe('Third');
});
