import type { Socket } from 'socket.io-client';
import { RawOwner } from '../fixtures/raw-owner.ts';
import { connectNewVisitor } from '../fixtures/raw-visitor.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Page } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';

const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });

async function says(socket: Socket, text: string): Promise<void> {
  const ack = (await socket.timeout(30_000).emitWithAck('message', { clientId: crypto.randomUUID(), text })) as object;
  expect(ack).toMatchObject({ ok: true });
}

async function keep(page: Page, name: string, en: string, zh: string): Promise<void> {
  const part = page.getByRole('region', { name: 'Canned replies, Teal & Linen' });
  await part.getByRole('button', { name: 'Add a reply' }).click();
  await part.getByLabel('Name', { exact: true }).fill(name);
  await part.getByLabel('In English').fill(en);
  await part.getByLabel('In Chinese').fill(zh);
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(part.getByText(name, { exact: true })).toBeVisible();
}

test('a reply is kept once, found by a slash, and sent in the customer’s language by an owner who does not read it', async ({
  ownDesk,
  browser,
}) => {
  const raw = RawOwner.of(ownDesk);
  const visitor = await connectNewVisitor(ownDesk.url, 'shop');
  await says(visitor, '转人工');
  await says(visitor, '我的包裹晚到了三天');
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 860 } });
  await context.addCookies([raw.session]);
  const owner = new ConsolePage(await context.newPage(), ownDesk);
  const { page } = owner;
  await owner.visit('shop');
  await owner.go('Settings');
  await keep(page, 'Late parcel', 'I am sorry, {name}. It arrives tomorrow.', '很抱歉，{name}。包裹明天送到。');
  await keep(page, 'Thanks', 'Thank you for shopping at {site}!', '感谢您在 {site} 购物！');
  await expectAccessible(page);
  await page.getByRole('heading', { name: 'Canned replies' }).scrollIntoViewIfNeeded();
  await picture(page, 'settings');
  await page.getByRole('button', { name: 'Remove Thanks' }).click();
  await expect(page.getByText('Thanks', { exact: true })).toBeHidden();
  await owner.button('Undo').click();
  await expect(page.getByText('Thanks', { exact: true })).toBeVisible();

  await owner.visit('shop');
  await owner.openWaiting('我的包裹晚到了三天');
  await owner.reply.press('/');
  await expect(page.getByRole('option').first()).toContainText('Late parcel');
  await expect(page.getByRole('option').first()).toContainText('It arrives tomorrow.');
  await expect(page.getByRole('option').filter({ hasText: 'FAQ' }).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'menu');
  await owner.reply.pressSequentially('thank');
  await expect(page.getByRole('option').first()).toContainText('Thanks');
  await owner.reply.press('Enter');
  await expect(owner.reply).toHaveValue('感谢您在 Teal & Linen 购物！');
  await expect(page.getByText('It says: Thank you for shopping')).toBeVisible();
  await owner.reply.press('Enter');
  await expect(owner.log).toContainText('感谢您在 Teal & Linen 购物！');

  await owner.reply.pressSequentially('/late');
  await expect(page.getByRole('option')).toContainText(['Late parcel']);
  await owner.reply.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Fill in {name} before it is sent.');
  await expect(page.getByRole('button', { name: 'Send', exact: false }).last()).toBeDisabled();
  await picture(page, 'fill-in');

  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await owner.reply.fill('');
  await page.getByRole('button', { name: 'Canned replies (/)' }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture(page, 'menu-phone');
  visitor.disconnect();
  await context.close();
});
