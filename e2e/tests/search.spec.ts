import { connectNewVisitor } from '../fixtures/raw-visitor.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

test('what was said is found by two Chinese characters of it, from the keyboard alone', async ({ widget, owner }) => {
  const { page } = owner;
  await owner.visit();
  await widget.start();
  await widget.askForPerson();
  await widget.tell('我收到的玻璃花瓶碎了 <b>9731</b>');
  await owner.findWaiting('我收到的玻璃花瓶碎了');

  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Search everything of this site' });
  await expect(field).toBeFocused();
  await field.fill('no such words anywhere');
  await expect(page.getByText('Nothing found for “no such words anywhere”')).toBeVisible();
  await field.fill('花瓶');
  const hit = page.getByRole('option').filter({ hasText: '9731' });
  await expect(hit).toContainText('Visitor: 我收到的玻璃花瓶碎了 <b>9731</b>');
  await expect(hit.locator('mark')).toHaveText('花瓶');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(page);
  // It is open, and of today.
  await page.getByRole('combobox', { name: 'State' }).selectOption('done');
  await expect(hit).toHaveCount(0);
  await page.getByRole('combobox', { name: 'State' }).selectOption('open');
  await page.getByRole('combobox', { name: 'When' }).selectOption('7');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  await expect(hit).toBeVisible();
  await expectAccessible(page);
  for (let tries = 0; tries < 20 && (await hit.getAttribute('aria-selected')) !== 'true'; tries++) {
    await field.press('ArrowDown');
  }
  await field.press('Enter');
  await expect(owner.log).toContainText('我收到的玻璃花瓶碎了 <b>9731</b>');

  await page.keyboard.press('Control+k');
  await expect(field).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

for (const [size, viewport] of [
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test(`a message far back in a long talk is found, shown and marked on a ${size}`, async ({ owner, desk }, info) => {
    const word = `麝香葡萄 ${size}`;
    const socket = await connectNewVisitor(desk.url, 'shop');
    const tell = async (text: string) => {
      const ack = (await socket.timeout(30_000).emitWithAck('message', { clientId: crypto.randomUUID(), text })) as {
        ok: boolean;
      };
      expect(ack.ok).toBe(true);
    };
    await tell(word);
    // The bot is silent from then on, which is quicker.
    await tell('I want to talk to a person');
    for (let n = 1; n <= 110; n++) await tell(`And ${size} line ${n} of many`);
    socket.disconnect();

    const { page } = owner;
    await page.setViewportSize(viewport);
    await owner.visit();
    const find = async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search everything of this site' }).fill(word);
      const hit = page.getByRole('option').filter({ hasText: word });
      await expect(hit).toBeVisible();
      await page.keyboard.press('Enter');
    };
    await find();
    const said = owner.log.locator('.said').filter({ hasText: word }).first();
    await expect(said).toBeFocused();
    await expect(said).toBeInViewport();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath('found.png') });
    // The keys go on from there, and the same hit leads there again.
    await page.keyboard.press('End');
    await expect(said).not.toBeInViewport();
    await find();
    await expect(said).toBeInViewport();
  });

  test(`an order of nobody who is known is found and shown on a ${size}`, async ({
    owner,
    desk,
    ownerState: _,
  }, info) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    await owner.visit();
    const key = await owner.makeOrderKey(`orders ${size}`);
    const number = `NOBODY-${size === 'phone' ? 2 : 1}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const body = JSON.stringify({ number, total: 4900, currency: 'EUR', lines: [{ name: 'Vase <b>', price: 4900 }] });
    expect((await fetch(`${desk.url}/api/orders`, { method: 'POST', headers, body })).ok).toBe(true);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search everything of this site' }).fill(number.toLowerCase());
    await expect(page.getByRole('option', { name: number })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(owner.heading(`Order ${number}`)).toBeFocused();
    await expect(page.getByText('1 × Vase <b>')).toBeVisible();
    await expect(page.getByText('Nobody is known for it')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath('order.png') });
  });
}
