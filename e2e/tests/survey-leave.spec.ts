import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/mail-desk.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';

const SURVEY = {
  survey: 'spring',
  title: { en: 'Your spring order', zh: '您的春季订单' },
  sendTo: 'contacts',
  questions: [{ name: 'overall', type: 'score', csi: true, prompt: { en: 'All in all?', zh: '总体如何？' } }],
};

test('who gets a survey says in its mail that they want none, changes their mind, and the owner sees it', async ({
  mails,
  mailDesk,
  browser,
}) => {
  const owner = await ConsolePage.enter(await browser.newPage(), mailDesk);
  const { page } = owner;
  await mkdir(join(mailDesk.sitesDir, 'shop/surveys'), { recursive: true });
  await writeFile(join(mailDesk.sitesDir, 'shop/surveys/spring.json'), JSON.stringify(SURVEY));
  await page.evaluate(() => (location.hash = '#/desk/shop/next'));
  await expect(page).toHaveURL(/desk\/shop/);
  await owner.go('Settings');
  await page.evaluate(() => (location.hash = '#/contacts/new'));
  const form = page.getByRole('form', { name: 'New contact' });
  await form.getByLabel('Name').fill('王芳');
  await form.getByLabel('E-mail').fill('wang@customer.example');
  await form.getByRole('combobox').selectOption('zh');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'wang@customer.example' })).toBeVisible();

  await page.evaluate(() => (location.hash = '#/feedback/spring'));
  await expect(async () => {
    await page.reload();
    await owner.button('Send this survey').click({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await owner.button('Send it now').click();
  const survey = () => mails.mails.find(({ subject }) => subject?.startsWith('您的春季订单'));
  await expect.poll(() => survey()?.text, { timeout: 40_000 }).toContain('不再询问');

  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await phone.goto(/http:\S+\/rate\/leave#\S+/.exec(survey()?.text ?? '')?.[0] ?? '');
  await expect(phone.getByRole('heading')).toHaveText(/^不再接收 .* 的问卷？$/);
  await expectAccessible(phone);
  await phone.getByRole('button', { name: '不再询问' }).click();
  await expect(phone.getByRole('status')).toHaveText('好的，不会再通过邮件询问您。');
  await expectAccessible(phone);

  await page.evaluate(() => (location.hash = '#/contacts'));
  await page.getByRole('button', { name: /王芳/ }).click();
  const told = page.getByText(/by the link in a mail, that they want no more surveys/);
  await expect(told).toBeVisible();
  await phone.getByRole('button', { name: '恢复接收' }).click();
  await expect(phone.getByRole('button', { name: '不再询问' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'wang@customer.example' })).toBeVisible();
  await expect(told).toBeHidden();
  await phone.context().close();
});
