import type { DeskServer } from '../fixtures/desk-server.ts';
import { consoleOf, hangUp, tell, visitorWho } from '../fixtures/queue-people.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import type { Page } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import type { ConsolePage } from '../pages/console-page.ts';

test.afterEach(hangUp);

/** Somebody who waits, a ticket, a promise about to break, a call, and a question that the bot could not answer. */
async function fillDesk(desk: DeskServer, owner: RawOwner): Promise<void> {
  const key = await owner.makeKey('shop', ['tickets:write', 'customers:write', 'appointments:write']);
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const response = await fetch(`${desk.url}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  await post('customers', { id: 'K-1', name: 'Anna Weiß', phone: '+49 30 901820' });
  // Before midnight wherever this runs, or it is tomorrow’s.
  const startsAt = Date.now() + 2 * 60_000;
  const span = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 60_000).toISOString() };
  await post('appointments', { id: 'A-1', service: 'Fitting at home', customer: 'K-1', ...span });
  await post('tickets', { subject: 'Still nothing on my account, I want my refund', category: 'returns' });
  const dueAt = new Date(Date.now() + 40 * 60_000).toISOString();
  await post('tickets', { subject: 'Where is my refund? You promised', category: 'returns', dueAt });
  await visitorWho(desk, 'purple elephants flying backwards');
  await visitorWho(desk, '转人工', '订单 1042 收到的时候已经破了');
}

const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });
const rows = (owner: ConsolePage) => owner.page.locator('.next');
const order = (owner: ConsolePage) => owner.page.locator('.next .item-name').allTextContents();

test('the owner works the queue from the keyboard to its end, and another device keeps step', async ({
  ownDesk,
  browser,
}) => {
  const raw = RawOwner.of(ownDesk);
  await fillDesk(ownDesk, raw);
  const owner = await consoleOf(browser, ownDesk, raw, { viewport: { width: 1440, height: 860 } });
  const phone = await consoleOf(browser, ownDesk, raw, { viewport: { width: 360, height: 740 } });
  const { keyboard } = owner.page;
  await expect(rows(owner)).toHaveCount(5);
  await expect(rows(phone)).toHaveCount(5);
  // Who waits and tells of trouble in no good mood, a refund with a promise that is about to break 15 + 25, a call within the hour 40, …
  expect(await order(owner)).toEqual([
    ...[expect.stringMatching(/^Visitor /), 'SHOP-T2', 'Anna Weiß', 'SHOP-T1'],
    '1 question the bot could not answer',
  ]);
  expect(await order(phone)).toEqual(await order(owner));
  await expect(owner.page.locator('.queue-head small')).toHaveText(/^5 to do · next promise /);
  await expect(rows(owner).nth(1)).toContainText('promise in under 1 h +25, refund +15');
  await expect(rows(owner).first()).toContainText('complaint');
  await expect(rows(owner).filter({ hasText: '订单 1042' })).toContainText('wants to talk to a person +25');
  await expect(rows(owner).filter({ hasText: 'Anna Weiß' }).getByRole('link')).toHaveAttribute(
    'href',
    'tel:+4930901820',
  );
  await expectAccessible(owner.page);

  for (const title of ['SHOP-T1', 'Anna Weiß']) {
    await owner.page.locator('.next .item', { hasText: title }).click();
    await expect(owner.page.getByRole('article')).toContainText('Why it is here');
  }
  await picture(owner.page, 'next-up');
  await keyboard.press('s');
  await expect(owner.page.getByRole('dialog')).toContainText('When should it come back?');
  await expectAccessible(owner.page);
  await picture(owner.page, 'snooze');
  await keyboard.press('2');
  await expect(owner.page.getByRole('status').last()).toContainText('Anna Weiß comes back');
  await expect(rows(phone)).toHaveCount(4);

  await owner.page.locator('.next .item', { hasText: 'SHOP-T1' }).click();
  await keyboard.press('d');
  await expect(rows(owner)).toHaveCount(3);
  await expect(rows(phone)).toHaveCount(3);
  await keyboard.press('u');
  await expect(rows(owner)).toHaveCount(4);
  await expect(rows(phone)).toHaveCount(4);

  for (let left = 4; left > 0; left--) {
    await expect(rows(owner)).toHaveCount(left);
    await keyboard.press('j');
    await keyboard.press('d');
  }
  await expect(owner.page.getByText('All done', { exact: true })).toBeVisible();
  await expect(phone.page.getByText('All done', { exact: true })).toBeVisible();
  await expectAccessible(owner.page);
  await picture(owner.page, 'all-done');
  await phone.page.getByRole('button', { name: /^Later \d/ }).click();
  await expect(rows(phone)).toHaveCount(5);
  await picture(phone.page, 'later-phone');
  await phone.page.getByRole('button', { name: 'Bring back' }).first().click();
  await expect(rows(owner)).toHaveCount(1);
  for (const { page } of [owner, phone]) await page.context().close();
});

test('with a thumb: put off, ticked off, taken back, and opened where it is done', async ({ ownDesk, browser }) => {
  const raw = RawOwner.of(ownDesk);
  await fillDesk(ownDesk, raw);
  const phone = await consoleOf(browser, ownDesk, raw, {
    ...{ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  });
  const { page } = phone;
  await expect(rows(phone)).toHaveCount(5);
  await page.getByRole('button', { name: 'Later: SHOP-T2' }).tap();
  await page.getByRole('button', { name: 'In an hour' }).tap();
  // Its promise breaks in 40 minutes: it comes back before, whatever was asked for.
  await expect(page.getByRole('status').last()).toContainText('SHOP-T2 comes back');
  await expect(rows(phone)).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(rows(phone).nth(1)).toContainText('SHOP-T2');
  await page.getByRole('button', { name: 'Done: Anna Weiß' }).tap();
  await expect(rows(phone)).toHaveCount(4);
  await picture(page, 'toast-phone');
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(rows(phone)).toHaveCount(5);

  await page.getByRole('button', { name: 'Open ticket: SHOP-T2' }).tap();
  await expect(page.getByRole('region', { name: /^SHOP-T2/ })).toContainText('You promised');
  await page.goBack();
  await page.getByRole('button', { name: /^Answer: 1 question/ }).tap();
  await expect(page.getByText('purple elephants flying backwards').first()).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: /^Reply: Visitor/ }).tap();
  await expect(phone.log).toContainText('订单 1042 收到的时候已经破了');

  await page.getByRole('main').getByRole('button', { name: 'Back', exact: true }).tap();
  for (let left = 5; left > 0; left--) {
    await expect(rows(phone)).toHaveCount(left);
    await rows(phone).first().getByRole('button', { name: /^Done/ }).tap();
  }
  await expect(page.getByText('All done', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'all-done-phone');
  await page.context().close();
});

test('says when the queue could not be read, reads it when asked again, and brings back what could not be put away', async ({
  ownDesk,
  browser,
}) => {
  const raw = RawOwner.of(ownDesk);
  await visitorWho(ownDesk, 'I want to talk to a person');
  const owner = await consoleOf(browser, ownDesk, raw, { viewport: { width: 360, height: 740 } });
  await expect(rows(owner)).toHaveCount(1);
  let isWrong = true;
  // Whichever way it asks, it asks for a site that is not there.
  const spoil = (packet: string) =>
    isWrong ? packet.replace(/\["(queue|queue_put)",\{"site":"shop"/, '["$1",{"site":"none"') : packet;
  await owner.page.route(/socket\.io/, (route) =>
    route.continue({ postData: spoil(route.request().postData() ?? '') }),
  );
  await owner.page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    line.onMessage((packet) => server.send(spoil(String(packet))));
  });
  await owner.page.reload();
  await expect(owner.page.getByRole('alert')).toContainText('What there is to do could not be read.');
  await expect(owner.page.getByText('All done', { exact: true })).toBeHidden();
  await expectAccessible(owner.page);
  await picture(owner.page, 'unread-phone');
  isWrong = false;
  await owner.page.getByRole('button', { name: 'Try again' }).click();
  await expect(rows(owner)).toHaveCount(1);
  await expect(owner.page.getByRole('alert')).toBeHidden();

  // What is refused is put away at once all the same, and comes back in sight.
  isWrong = true;
  for (const width of [360, 1280]) {
    await owner.page.setViewportSize({ width, height: 740 });
    await rows(owner).getByRole('button', { name: /^Done/ }).click();
    await expect(owner.page.getByText('Putting it away did not work.').last()).toBeVisible();
    await expect(rows(owner)).toHaveCount(1);
    await owner.button('Dismiss').click();
    await expect(owner.page.getByText('Putting it away did not work.')).toHaveCount(0);
  }
  await owner.page.context().close();
});

test('a visitor’s next word brings back what was done, and Reply leads into the chat', async ({ ownDesk, browser }) => {
  const raw = RawOwner.of(ownDesk);
  const visitor = await visitorWho(ownDesk, 'I want to talk to a person');
  const owner = await consoleOf(browser, ownDesk, raw);
  await rows(owner).getByRole('button', { name: /^Done/ }).click();
  await expect(rows(owner)).toHaveCount(0);
  await tell(visitor, 'hello? is anybody there?');
  await expect(rows(owner)).toContainText('hello? is anybody there?');
  await rows(owner)
    .getByRole('button', { name: /^Reply/ })
    .click();
  await expect(owner.log).toContainText('is anybody there?');
  await owner.say('Here I am.');
  await expect(rows(owner)).toHaveCount(0);
  await owner.page.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone, in Chinese and ${colorScheme}, nothing is cut off and nothing overlaps`, async ({
    ownDesk,
    browser,
  }) => {
    const raw = RawOwner.of(ownDesk);
    await fillDesk(ownDesk, raw);
    const owner = await consoleOf(browser, ownDesk, raw, { colorScheme, viewport: { width: 360, height: 740 } });
    await expect(rows(owner)).toHaveCount(5);
    await picture(owner.page, `phone-${colorScheme}`);
    await owner.page.evaluate(() =>
      localStorage.setItem('solodesk.console.preferences', JSON.stringify({ locale: 'zh' })),
    );
    await owner.page.goto(`${ownDesk.url}/console/#/settings`);
    await owner.page.getByRole('button', { name: '中文' }).first().click();
    await owner.page.goto(`${ownDesk.url}/console/#/desk/shop`);
    await expect(owner.page.locator('.queue-head small')).toContainText('5 项待办');
    await expectAccessible(owner.page);
    await picture(owner.page, `phone-zh-${colorScheme}`);
    const { scroll, client } = await owner.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scroll: scrollWidth, client: clientWidth };
    });
    expect(scroll).toBeLessThanOrEqual(client);
    for (const box of await owner.page.locator('.next-icon').all()) {
      expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await owner.page.context().close();
  });
}
