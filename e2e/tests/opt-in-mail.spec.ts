import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/mail-desk.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';

test('a new customer who allowed it is welcomed by the mail that was set up on the screen, and leaves by its link', async ({
  mails,
  mailDesk,
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const owner = await ConsolePage.enter(await context.newPage(), mailDesk);
  const { page } = owner;
  const addressOf = 'runa@customer.example';
  await owner.go('Settings');
  await page.evaluate(() => (location.hash = '#/site/shop/customers'));
  await owner.button('+ Welcome').click();
  await page.getByLabel('Days later').fill('0');
  for (const [language, subject, text] of [
    ['English', 'Welcome', 'Hello {name}, good to have you.'],
    ['Chinese', '欢迎', '{name}，欢迎您。'],
  ] as const) {
    await page.getByLabel(`Subject (${language})`).fill(subject);
    await page.getByLabel(`Text (${language})`).fill(text);
  }
  const arrives = page.frameLocator('iframe[title="The mail in English"]');
  await expect(arrives.getByText('good to have you.')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('welcome.png') });
  for (const name of ['+ How is it?', '+ Win back']) await owner.button(name).click();
  await page.screenshot({ path: test.info().outputPath('three.png'), fullPage: true });
  await owner.button('Save').click();
  await expect(page.getByText('All saved')).toBeVisible();
  const file = JSON.parse(await readFile(join(mailDesk.sitesDir, 'shop/site.json'), 'utf8')) as object;
  expect(file).toMatchObject({ messages: [{ name: 'welcome' }, { name: 'how-is-it' }, { name: 'win-back' }] });
  await page.evaluate(() => (location.hash = '#/contacts/new'));
  const form = page.getByRole('form', { name: 'New contact' });
  await form.getByLabel('Name').fill('Runa <b>Falk</b>');
  await form.getByLabel('E-mail').fill(addressOf);
  await form.getByRole('button', { name: 'Save' }).click();
  const allowed = page.getByLabel(/^May get marketing mails/);
  await allowed.check();
  await expect(page.getByText(/^ · allowed since /)).toBeVisible();

  // An order makes a new customer of them, at once or after they were first looked at.
  const secret = await owner.makeOrderKey('Till');
  const order = { number: 'TL-91', status: 'paid', total: 4_990, currency: 'EUR', lines: [] };
  const sent = await fetch(`${mailDesk.url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ ...order, placedAt: new Date().toISOString(), customer: { email: addressOf } }),
  });
  expect(sent.status).toBe(201);
  const welcomes = () => mails.mails.filter(({ subject }) => subject === 'Welcome');
  await expect.poll(() => welcomes().length, { timeout: 40_000 }).toBe(1);
  const [mail] = welcomes();
  expect(mail?.text).toContain('Hello Runa <b>Falk</b>, good to have you.');
  expect(mail?.html).toContain('Hello Runa &lt;b&gt;Falk&lt;/b&gt;, good to have you.');

  // The link only shows what it would do: a mail scanner that opens it unsubscribes nobody.
  const link = /http:\S+unsubscribe\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const customer = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await customer.goto(link);
  const leave = customer.getByRole('button');
  await expect(leave).toBeVisible();
  await expectAccessible(customer);
  await page.evaluate(() => (location.hash = '#/contacts'));
  await page.getByRole('button', { name: /Runa/ }).click();
  await expect(allowed).toBeChecked();
  await customer.screenshot({ path: test.info().outputPath('leaving.png') });
  await leave.click();
  await expect(leave).toBeHidden();
  await customer.screenshot({ path: test.info().outputPath('left.png') });
  await page.reload();
  await expect(allowed).not.toBeChecked();
  await customer.context().close();
  await context.close();
});
