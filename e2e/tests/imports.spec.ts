import { DeskServer } from '../fixtures/desk-server.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';

const ROWS = 100_000;
/** `姓名,邮箱` and a row 王芳, in GB18030. */
const GB = Buffer.from('d0d5c3fb2cd3cacfe40acdf5b7bc2c77616e67406f6e652e6578616d706c650a', 'hex');

const csv = (name: string, content: string | Buffer) => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(content) },
});

test('a hundred thousand customers come in from one file, while it says how far it is', async ({ browser }, info) => {
  // On a desk of its own: nobody else's lists are to have so many.
  const desk = await DeskServer.create([], {}, { LIMITS: 'off' });
  try {
    const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), desk);
    const { page } = owner;
    const lines = Array.from(
      { length: ROWS },
      (_, at) => `C-${at},Customer ${at},c${at}@mail.example,+49 30 ${100_000 + at}`,
    );
    lines[77_777] = 'C-77777,Nobody,no address,';
    await page.evaluate(() => (location.hash = '#/contacts/imports'));
    await page
      .getByLabel('Choose a CSV file')
      .setInputFiles(csv('all.csv', ['id,name,email,phone', ...lines].join('\n')));
    await page.getByLabel('What is in it?').selectOption('customers');
    const began = Date.now();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText(/^Importing … /)).toBeVisible();
    await expect(page.getByText('100,000 rows read: 99,999 added, 0 changed, 0 the same.')).toBeVisible({
      timeout: 240_000,
    });
    info.annotations.push({ type: 'import of 100,000 rows', description: `${Date.now() - began} ms` });
    await expect(page.getByText('1 row was refused')).toBeVisible();
    await expect(page.getByText('Line 77779')).toBeVisible();
    await page.evaluate(() => (location.hash = '#/contacts'));
    await page.getByRole('searchbox').first().fill('c99999@mail.example');
    await expect(page.getByRole('button', { name: /c99999@mail\.example/ })).toBeVisible({ timeout: 30_000 });
    await page.context().close();
  } finally {
    await desk.dispose();
  }
});

test('files as spreadsheets in China save them, with a mark before them, and with a quote that is never closed', async ({
  owner,
}, info) => {
  const { page } = owner;
  await owner.visit();
  await page.evaluate(() => (location.hash = '#/contacts/imports'));
  const choose = page.getByLabel('Choose a CSV file');
  const begin = page.getByRole('button', { name: 'Import', exact: true });
  const next = page.getByRole('button', { name: 'Another file' });

  await choose.setInputFiles(csv('客户.csv', GB));
  await page.getByLabel('What is in it?').selectOption('customers');
  await expect(page.getByLabel('Holds: 姓名')).toHaveValue('name');
  await expect(page.getByLabel('Holds: 邮箱')).toHaveValue('email');
  await expect(page.getByRole('cell', { name: '王芳' }).first()).toBeVisible();
  await begin.click();
  await expect(page.getByText('1 row read: 1 added, 0 changed, 0 the same.')).toBeVisible();
  await next.click();

  await choose.setInputFiles(csv('marked.csv', '\ufeffid;name;email\nBOM-1;李雷;lilei@one.example\n'));
  await page.getByLabel('What is in it?').selectOption('customers');
  // The mark is no part of the first column's name.
  await expect(page.getByLabel('Holds: id')).toHaveValue('id');
  await begin.click();
  await expect(page.getByText('1 row read: 1 added, 0 changed, 0 the same.')).toBeVisible();
  await next.click();

  const rows = [
    'id,name,email',
    'Q-1,Ann,ann@quote.example',
    'Q-2,"Bob,bob@quote.example',
    'Q-3,Cid,cid@quote.example',
  ];
  await choose.setInputFiles(csv('broken.csv', rows.join('\n')));
  await page.getByLabel('What is in it?').selectOption('customers');
  await begin.click();
  await expect(page.getByText('Line 3')).toBeVisible();
  await expect(page.getByText(/a " is opened and never closed/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('broken.png') });
  // What stands before the quote is in.
  await expect(page.getByText(/^1 row read: 1 added/)).toBeVisible();
});
