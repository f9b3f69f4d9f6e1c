import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

test('a shop sends orders with a key of its own, and its owner finds the customer by name', async ({ owner, desk }) => {
  const { page } = owner;
  await owner.visit();
  await owner.go('Settings');
  await page.getByText(/^API keys of Teal/).click();
  const form = page.locator('.api-keys').filter({ hasText: 'Teal' });
  await form.getByRole('button', { name: 'Make a key' }).click();
  await expect(form.getByText('Please choose at least one.')).toBeVisible();
  await form.getByLabel('What it is for').fill('Web shop');
  await form.getByLabel('Send orders').check();
  await form.getByRole('button', { name: 'Make a key' }).click();
  const secret = await form.getByRole('region', { name: 'The key' }).textContent();
  await expectAccessible(page);

  const order = {
    ...{ number: 'TL-77', status: 'shipped', total: 9_980, currency: 'EUR', placedAt: '2026-11-20T10:00:00Z' },
    customer: { email: 'ada@one.example', name: 'Ada <b>Löwe</b>' },
    lines: [{ name: '亚麻衬衫', quantity: 2, price: 4_990 }],
  };
  const sent = await fetch(`${desk.url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify(order),
  });
  expect(sent.status).toBe(201);

  await owner.go('Contacts');
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('nobody at all');
  await expect(page.getByText('Nobody is found for “nobody at all”')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('LÖWE');
  await page.getByRole('button', { name: /Ada <b>Löwe<\/b>/ }).click();
  await expect(owner.heading('Ada <b>Löwe</b> Customer verified')).toBeFocused();
  await expect(page.getByText('2 × 亚麻衬衫')).toBeVisible();
  const orders = page.getByRole('region', { name: 'Orders' });
  await expect(orders.getByText('€99.80')).toBeVisible();
  await expect(orders.getByText('On its way')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('On its way · €99.80');

  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Search contacts' })).toHaveValue('LÖWE');
});

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`two contacts of one person are merged after a look, and parted again, and the key they came by is revoked, on a ${size}`, async ({
    owner,
    desk,
  }) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    await owner.visit();
    const secret = await owner.makeOrderKey(`Till on a ${size}`);
    const at = viewport.width;
    const phone = `+49307008${at}`;
    const orders = [
      { number: `TL-81-${at}`, customer: { email: `ida@${size}.example`, name: `Ida Falk ${size}`, phone } },
      { number: `TL-82-${at}`, customer: { email: `ida.work@${size}.example`, name: 'Ida F.', phone } },
    ];
    for (const order of orders) {
      const placed = { status: 'shipped', total: 100, currency: 'EUR', placedAt: '2026-11-20T10:00:00Z', lines: [] };
      const sent = await fetch(`${desk.url}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ ...placed, ...order }),
      });
      expect(sent.status).toBe(201);
    }
    await owner.go('Contacts');
    await page.getByRole('button', { name: `Ida Falk ${size}` }).click();
    await page.getByRole('button', { name: 'Preview the merge' }).click();
    await expect(page.getByText('Orders: 1', { exact: true })).toBeVisible();
    await expect(page.getByText('Also recognised by')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    const numbers = page.getByRole('region', { name: 'Orders' });
    await expect(numbers).toContainText(`TL-82-${at}`);
    await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(`TL-82-${at}`);
    await expect(page.getByText('Ida F., on')).toBeVisible();
    expect((await strayScroll(page)).beside).toBe(0);
    await page.getByRole('button', { name: 'Undo the merge with Ida F.' }).click();
    await expect(page.getByText('Ida F. is a contact again, as before.')).toBeVisible();
    await expect(numbers).not.toContainText(`TL-82-${at}`);

    await owner.revokeOrderKey(`Till on a ${size}`);
    expect((await strayScroll(page)).beside).toBe(0);
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath('revoked.png') });
    const again = await fetch(`${desk.url}/api/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(again.status).toBe(401);
  });

  test(`the duplicate of whoever chats is merged from the conversation’s menu, on a ${size}`, async ({
    widget,
    owner,
    desk,
  }) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    const mergeDuplicates = async () => {
      await owner.button('More actions').click();
      await owner.button('Merge duplicates').click();
    };
    await widget.start();
    await widget.askForPerson();
    await widget.tell('Where is my order?');
    await owner.read(await widget.conversation());
    await mergeDuplicates();
    await expect(page.getByText('Nothing is known yet of who this is')).toBeVisible();

    await owner.visit();
    const secret = await owner.makeOrderKey(`Till for a ${size}`);
    const sendOrder = async (number: string, customer: object) => {
      const order = { number, status: 'shipped', total: 100, currency: 'EUR', placedAt: '2026-11-20T10:00:00Z' };
      const sent = await fetch(`${desk.url}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ ...order, lines: [], customer }),
      });
      expect(sent.status).toBe(201);
    };
    const id = `una-${size}`;
    const phone = `+49307009${viewport.width}`;
    await sendOrder(`TL-83-${viewport.width}`, { id, name: `Una ${size}`, phone });
    await sendOrder(`TL-84-${viewport.width}`, { email: `una@${size}.example`, name: 'Una F.', phone });
    await owner.makeIdentitySecret();
    const hash = await desk.signUser('shop', id);
    await widget.page.evaluate(([user, signature]) => window.Solodesk('setUser', user!, {}, signature), [id, hash]);
    await widget.tell('It is TL-83');
    await owner.read(await widget.conversation());
    await expect(async () => {
      await mergeDuplicates();
      await expect(page.getByText('The one contact afterwards')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    const numbers = page.getByRole('region', { name: 'Orders' });
    await expect(numbers).toContainText(`TL-84-${viewport.width}`);
    await owner.button('Undo').click();
    await expect(numbers).not.toContainText(`TL-84-${viewport.width}`);
  });

  test(`somebody who called is typed in on a ${size}, put right, noted down, tagged and taken back`, async ({
    owner,
  }) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    await owner.visit();
    await page.evaluate(() => (location.hash = '#/contacts'));
    await owner.button('Add a contact').click();
    const form = page.getByRole('form', { name: 'New contact' });
    await form.getByLabel('Name').fill('Runa <i>Falk</i>');
    await form.getByLabel('Telephone').fill('12');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('This is no telephone number.')).toBeVisible();
    await expectAccessible(page);
    await form.getByLabel('Telephone').fill(`+49 30 700 700 ${viewport.width}`);
    await form.getByLabel('Is a customer').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(owner.heading('Runa <i>Falk</i> Customer verified')).toBeFocused();

    await owner.button('Change').click();
    await page.getByLabel('E-mail').fill(`runa@${size}.example`);
    await owner.button('Save').click();
    await expect(page.getByRole('link', { name: `runa@${size}.example` })).toBeVisible();
    await owner.button('Undo').click();
    await expect(page.getByRole('link', { name: `runa@${size}.example` })).toHaveCount(0);

    const attribute = page.getByRole('form', { name: 'Note an attribute' });
    await attribute.getByLabel('What').fill('Size');
    await attribute.getByLabel('Value').fill('L <b>');
    await attribute.getByRole('button', { name: 'Add' }).click();
    const tagging = page.locator('form').filter({ has: page.getByLabel('Add a tag') });
    await tagging.getByLabel('Add a tag').fill('wholesale');
    await tagging.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText('Tag “wholesale” added.')).toBeVisible();
    const allowed = page.getByLabel(/^May get marketing mails/);
    await allowed.check();
    await expect(page.getByText(/^ · allowed since /)).toBeVisible();
    await page.reload();
    await expect(page.getByText('L <b>')).toBeVisible();
    await expect(allowed).toBeChecked();
    const tag = owner.button('Remove the tag wholesale');
    await tag.click();
    await expect(page.getByText('No tags yet.')).toBeVisible();
    await owner.button('Undo').click();
    await expect(tag).toBeVisible();
    if (size === 'phone') expect((await tag.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await tag.scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('tagged.png') });
    await expectAccessible(page);

    // Who has that number already is found, and not written over.
    await page.evaluate(() => (location.hash = '#/contacts/new'));
    await form.getByLabel('Name').fill('Somebody else');
    await form.getByLabel('Telephone').fill(`+4930700700${viewport.width}`);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Nothing was changed.')).toBeVisible();
    await expect(owner.heading('Runa <i>Falk</i> Customer verified')).toBeVisible();
  });
}
