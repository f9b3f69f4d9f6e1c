import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeskServer } from '../fixtures/desk-server.ts';
import type { HostServer } from '../fixtures/host-server.ts';
import type { Browser } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));

/** The README's own pictures with PICTURES=1; else they stay with the results of the run. */
async function placeFor(name: string): Promise<string> {
  const path = process.env.PICTURES === '1' ? join(DOCS, name) : test.info().outputPath(name);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

interface Shopper {
  path?: '/' | '/zh';
  /** Signed in at the shop. */
  userId?: string;
}

async function visitor(browser: Browser, desk: DeskServer, host: HostServer, who: Shopper = {}): Promise<WidgetPage> {
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: { width: 500, height: 740 } });
  const widget = new WidgetPage(await context.newPage(), host);
  await widget.visit(who.path);
  if (who.userId !== undefined) {
    const proof = [who.userId, await desk.signUser('shop', who.userId)] as const;
    await expect(widget.bubble).toBeVisible();
    await widget.page.evaluate(([id, hash]) => window.Solodesk('setUser', id, {}, hash), proof);
  }
  await widget.open();
  return widget;
}

/** Puts panels side by side on paper of the mocks' colour. */
async function sideBySide(browser: Browser, panels: Buffer[], path: string): Promise<void> {
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: { width: 900, height: 740 } });
  const page = await context.newPage();
  const images = panels.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}" alt="">`).join('');
  await page.setContent(`<style>
    body { margin: 0; height: 740px; display: flex; gap: 40px; align-items: center; justify-content: center; background: #eeece7 }
    img { width: 376px; height: 620px; border-radius: 18px; box-shadow: 0 12px 40px #1d1b262e }
  </style>${images}`);
  await page.screenshot({ path });
  await context.close();
}

test('the pictures of the README show a real conversation', async ({ ownDesk, ownHost, browser }) => {
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: { width: 1440, height: 860 } });
  const owner = await ConsolePage.enter(await context.newPage(), ownDesk);
  await owner.makeIdentitySecret();
  await owner.visit();

  const shopper = await visitor(browser, ownDesk, ownHost);
  await shopper.say('do you ship to Switzerland?');
  await expect(shopper.said('Assistant').last()).toBeVisible();

  const lin = await visitor(browser, ownDesk, ownHost, { path: '/zh', userId: '林薇' });
  await lin.say('退货期限是几天？');
  await expect(lin.said('助手', '收到货后 30 天内')).toBeVisible();
  await lin.say('怎么付款？');
  await expect(lin.said('助手')).toHaveCount(2);

  const jonas = await visitor(browser, ownDesk, ownHost, { userId: 'Jonas Brandt' });
  await jonas.say('how long do I have to send it back?');
  await jonas.expectAnswer('30 days from delivery');
  await jonas.askForPerson();
  await jonas.tell('My shirt came with a torn sleeve.');
  await owner.openWaiting('torn sleeve');
  await owner.button('Take over').click();
  await owner.say("Oh no, I'm sorry! Shall I send you a new one, or your money back?");
  await expect(jonas.said('Mei', 'Oh no')).toBeVisible();
  await jonas.tell('A new one would be great');
  await owner.say('Done. It leaves today, and you get the tracking number by mail.');
  await expect(jonas.said('Mei', 'Done.')).toBeVisible();

  const late = await visitor(browser, ownDesk, ownHost, { path: '/zh' });
  await late.choose('转人工');
  await late.say('订单 1042 收到的时候已经破了');
  await expect(owner.waiting('订单 1042')).toBeVisible();
  await owner
    .button('Live')
    .or(owner.page.getByRole('button', { name: /^Live \d/ }))
    .first()
    .click();
  await expect(owner.log).toContainText(/You · .* · seen/);
  await expect(owner.page.locator('.toast')).toHaveCount(0);

  await owner.page.mouse.move(0, 0);
  await owner.page.screenshot({ path: await placeFor('console.png') });
  const shots: Buffer[] = [];
  for (const widget of [lin, jonas]) {
    await widget.box.blur();
    shots.push(await widget.page.locator('solodesk-chat iframe').screenshot());
  }
  await sideBySide(browser, shots, await placeFor('widget.png'));

  // On the owner's phone: what to do next, and a conversation.
  const pocket = await browser.newContext({
    ...{ deviceScaleFactor: 2, viewport: { width: 376, height: 620 }, colorScheme: 'dark' },
    storageState: await owner.page.context().storageState(),
  });
  const phone = new ConsolePage(await pocket.newPage(), ownDesk);
  await phone.visit();
  await expect(phone.waiting('订单 1042')).toBeVisible();
  const pocketShots = [await phone.page.screenshot()];
  await phone.waiting('订单 1042').click();
  await expect(phone.log).toContainText('订单 1042');
  pocketShots.push(await phone.page.screenshot());
  await sideBySide(browser, pocketShots, await placeFor('phone.png'));
  await pocket.close();

  await owner.page.goto(`${ownDesk.url}/console/#/site/shop`);
  const preview = owner.page
    .frameLocator('.setting-preview-box iframe:not(.setting-preview-next)')
    .frameLocator('iframe');
  await expect(preview.getByText('Ask me anything').first()).toBeVisible();
  await owner.page.screenshot({ path: await placeFor('settings.png') });
  for (const { page } of [shopper, lin, jonas, late, owner]) await page.context().close();
});
