import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

const PROACTIVE = [{ page: '*', after: 1, text: { en: 'Questions about linen? Ask me.', zh: '想了解亚麻？问我吧。' } }];

test('something is said beside the bubble once, stores nothing and connects to nothing before a click, and never comes back to who closed it', async ({
  ownDesk,
  ownHost,
  page,
}) => {
  await ownDesk.editSite('shop', { proactive: PROACTIVE });
  await ownDesk.kill();
  await ownDesk.start();
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const widget = new WidgetPage(page, ownHost);
  await widget.visit();
  const message = page.locator('solodesk-message');
  await expect(message.getByText('Questions about linen?')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('proactive.png') });
  expect(sockets).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);

  await message.getByRole('button', { name: 'Close this message' }).click();
  await expect(message).toHaveCount(0);
  await widget.visit();
  await expect(widget.bubble).toBeVisible();
  await page.waitForTimeout(2_500);
  await expect(message).toHaveCount(0);
});

test('a press on what is said beside the bubble opens the chat, and it goes', async ({ ownDesk, ownHost, page }) => {
  await ownDesk.editSite('shop', { proactive: PROACTIVE });
  await ownDesk.kill();
  await ownDesk.start();
  const widget = new WidgetPage(page, ownHost);
  await widget.visit();
  const message = page.locator('solodesk-message');
  await message.getByRole('button', { name: 'Questions about linen?' }).click();
  await expect(widget.panel).toBeVisible();
  await expect(message).toHaveCount(0);
});

test('a known problem is told at the top of the chat and by the bot, and who waits hears when it is fixed', async ({
  ownDesk,
  ownHost,
  page,
  browser,
}) => {
  const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), ownDesk);
  const widget = new WidgetPage(page, ownHost);
  await widget.start();
  await owner.go('Settings');
  const row = owner.page.locator('.site-row').filter({ hasText: 'widget/shop.js' });
  await row.getByText('Known problems').click();
  await row.getByRole('button', { name: 'Tell of a problem' }).click();
  await row.getByLabel('What is broken (English)').fill('Card payments fail since nine.');
  await row.getByLabel('What is broken (中文)').fill('九点起无法刷卡付款。');
  await row.getByLabel('Words that ask about it').fill('payment fail*');
  await owner.page.screenshot({ path: test.info().outputPath('console-problem.png'), fullPage: true });
  await row.getByRole('button', { name: 'Show it now' }).click();

  // The chat that is open hears of it at once.
  const banner = widget.frame.getByRole('region', { name: 'Known problem' });
  await expect(banner).toContainText('Card payments fail since nine.');
  await widget.say('my payment failed, why?');
  await expect(widget.said('Assistant', 'Card payments fail since nine.')).toBeVisible();
  await banner.getByRole('button', { name: 'Tell me when it is fixed' }).click();
  await banner.getByRole('textbox').fill('not an address');
  await banner.getByRole('button', { name: 'Notify me' }).click();
  await expect(banner).toContainText('does not look like an e-mail');
  await banner.getByRole('textbox').fill('ann@example.com');
  await page.screenshot({ path: test.info().outputPath('banner.png') });
  await banner.getByRole('button', { name: 'Notify me' }).click();
  await expect(banner).toContainText('You will hear when it is fixed');

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.screenshot({ path: test.info().outputPath('banner-dark-360.png') });

  await row.getByRole('button', { name: 'Mark as fixed' }).click();
  await row.getByLabel('What those who wait are told (English)').fill('Cards work again.');
  await row.getByRole('button', { name: 'It is fixed: tell them' }).click();
  await expect(widget.said('Assistant', 'Cards work again.')).toBeVisible();
  await expect(banner).toHaveCount(0);
  await owner.page.setViewportSize({ width: 360, height: 740 });
  await owner.page.screenshot({ path: test.info().outputPath('console-360.png'), fullPage: true });
  await owner.page.context().close();
});
