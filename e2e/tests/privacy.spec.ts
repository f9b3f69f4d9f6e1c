import { readFileSync } from 'node:fs';
import { apiCaller } from '../fixtures/console-api.ts';
import { CLINIC_ZONE } from '../fixtures/sites.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

const SECRET = 'my cat is called Zqxjkv';

test('a customer who is erased while chatting sees an ended chat, and begins anew', async ({ widget, owner }) => {
  const { page } = owner;
  await owner.visit();
  await widget.start();
  await widget.askForPerson();
  await widget.tell(SECRET);
  await owner.openWaiting(SECRET);
  await expect(owner.log).toContainText(SECRET);

  const theirs = page.waitForEvent('download');
  await owner.customer.getByRole('link', { name: 'Download their data' }).click();
  expect((await theirs).suggestedFilename()).toMatch(/^person-.*\.zip$/);
  await owner.customer.getByRole('button', { name: 'Erase this person …' }).click();
  const form = page.getByRole('form', { name: 'Erase this person?' });
  await expect(form).toContainText('Messages and events');
  const [, word] = /type: ([0-9a-f]{6})/.exec((await form.textContent()) ?? '') ?? [];
  await form.getByRole('textbox').fill('somebody else');
  await form.getByRole('button', { name: 'Erase for good' }).click();
  await expect(form.getByText('That is not what stands above.')).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('textbox').fill(word ?? '');
  await form.getByRole('button', { name: 'Erase for good' }).click();

  await expect(page.getByText('Erased. The receipt is under Settings → Privacy.')).toBeVisible();
  await expect(owner.waiting(SECRET)).toHaveCount(0);
  await expect(widget.panel).toContainText('This chat has ended, and what was said in it was erased.');
  await expect(widget.log).not.toContainText(SECRET);

  await widget.tell('hello, somebody new');
  await expect(widget.panel).not.toContainText('This chat has ended');
  await widget.page.reload();
  await expect(widget.log).toContainText('hello, somebody new');
  await expect(widget.log).not.toContainText(SECRET);
  await page.reload();
  await expect(owner.heading('Next up')).toBeVisible();
  await expect(page.getByText(SECRET)).toHaveCount(0);
});

test('a contact is erased with what belongs to them, and a receipt is shown, on a phone too', async ({
  owner,
  desk,
}) => {
  const { page } = owner;
  await page.setViewportSize({ width: 360, height: 740 });
  await owner.visit();
  const secret = await owner.makeOrderKey('Till');
  const customer = { email: 'zed@one.example', name: '张 <i>Zed</i>' };
  const order = { number: 'TL-99', customer, total: 4_200, currency: 'EUR', placedAt: '2026-11-20T10:00:00Z' };
  const sent = await fetch(`${desk.url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify(order),
  });
  expect(sent.status).toBe(201);

  await page.evaluate(() => (location.hash = '#/contacts'));
  await page.getByRole('button', { name: /Zed/ }).click();
  const zip = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download their data' }).click();
  expect((await zip).suggestedFilename()).toMatch(/^person-.*\.zip$/);
  await page.getByRole('button', { name: 'Erase this person …' }).click();
  const form = page.getByRole('form', { name: 'Erase 张 <i>Zed</i>?' });
  await expect(form).toContainText('Orders keep number, day, goods and amounts');
  await form.getByRole('textbox').fill('张 <i>Zed</i>');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Erase for good' }).click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText('张 <i>Zed</i> was erased');
  await expect(receipt).toContainText('Profiles 1');
  await expectAccessible(page);
  await owner.go('Contacts');
  await expect(page.getByRole('button', { name: /Zed/ })).toHaveCount(0);

  await page.evaluate(() => (location.hash = '#/privacy'));
  // Others were erased at the same desk.
  const line = page.getByText(/rows erased, 3 made anonymous/).first();
  const whole = page.locator('details').filter({ has: line }).first().getByText('No. ');
  await expect(line).toBeVisible();
  await expect(whole).toBeHidden();
  await line.click();
  await expect(whole).toBeVisible();
  await page.getByLabel('What', { exact: true }).selectOption('Orders');
  const table = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const file = await table;
  expect(file.suggestedFilename()).toMatch(/^shop-orders-.*\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('TL-99');
  expect(text).not.toContain('zed@one.example');
  await expect(page.getByText('took along the data of somebody who was erased').first()).toBeVisible();
  await expectAccessible(page);
});

for (const [size, viewport] of Object.entries({
  desktop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
})) {
  test(`how long data are kept is set and tried out, and texts and looks are listed, on a ${size}`, async ({
    owner,
    desk,
  }) => {
    const { page } = owner;
    const name = `Ana <b> ${size}`;
    await page.setViewportSize(viewport);
    await owner.visit('clinic');
    await owner.go('Settings');
    await owner.button('Open privacy').click();
    // The day's own run would take out what is to be shown as going: it is over soon after the server's start.
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: CLINIC_ZONE }).format(new Date());
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(`Last done on ${today}`)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 90_000 });
    const call = await apiCaller(page, desk, 'clinic', ['customers:write', 'feedback:write']);
    await call('POST', 'customers', { id: size, name, email: `ana@${size}.example` });
    const said = { source: 'google', id: size, text: 'It came late.', author: 'Mia', rating: 2 };
    await call('POST', 'feedback', { ...said, at: '2020-01-02T10:00:00Z' });
    await owner.button('Change how long').click();
    await page.getByLabel('Days until a feedback from elsewhere').fill(String(viewport.width));
    await owner.button('Save').click();
    await expect(page.getByText('All saved')).toBeVisible();

    await owner.go('Contacts');
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await expect(owner.heading(`${name} verified`)).toBeFocused();
    await owner.go('Settings');
    await owner.button('Open privacy').click();
    await expect(owner.heading('Privacy: Clinic')).toBeVisible();
    await expect(page.getByRole('row', { name: /^Words and names of feedback/ })).toHaveText(
      new RegExp(`${viewport.width} days\\s*[12]$`),
    );
    await page.getByText('Version 2026-11, since').click();
    await expect(page.getByText('We keep what you write for a year.')).toBeVisible();
    expect((await strayScroll(page)).beside).toBe(0);
    await expectAccessible(page);
    await page.getByLabel('What', { exact: true }).selectOption('Feedback from elsewhere');
    const table = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const file = await table;
    expect(file.suggestedFilename()).toMatch(/^clinic-feedback-.*\.csv$/);
    // With the mark by which Excel knows Chinese, as it is chosen.
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\ufeff[^]*It came late\./);
    const look = page.getByRole('listitem').filter({ hasText: `Mei opened the profile of ${name}` });
    await look.getByRole('button', { name }).click();
    await expect(owner.heading(`${name} verified`)).toBeVisible();
  });
}
