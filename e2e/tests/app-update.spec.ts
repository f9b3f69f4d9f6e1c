import { expect, test } from '../fixtures/test.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

test('a tab that is older than the server says so, keeps what is being written, and goes on after a reload', async ({
  owner,
  widget,
}) => {
  const { page } = owner;
  await owner.visit();
  await widget.start();
  await widget.askForPerson();
  await widget.tell('Is the red one back?');
  await owner.openWaiting('Is the red one back?');
  await owner.reply.fill('Half an answer');

  // A deploy: another release is served, and the files of this one are gone.
  await page.route('**/console/release.json', (route) =>
    route.fulfill({ json: { entry: '/console/assets/index-of-tomorrow.js' } }),
  );
  await page.route('**/console/assets/site-settings-*', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const banner = page.getByText('A new version is there. What you are writing is kept.');
  await expect(banner).toBeVisible();
  await expect(owner.reply).toHaveValue('Half an answer');
  const talk = page.url();

  await page.evaluate(() => (location.hash = '#/site/shop/look'));
  await expect(owner.heading('This part could not be loaded')).toBeVisible();
  await page.goto(talk);
  await page.unroute('**/console/release.json');
  await page.unroute('**/console/assets/site-settings-*');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(owner.reply).toHaveValue('Half an answer');
  await expect(banner).toBeHidden();
  await page.evaluate(() => (location.hash = '#/site/shop/look'));
  await expect(owner.heading('Settings of Teal & Linen')).toBeVisible();
});

test('the console can be installed', async ({ desk, page }) => {
  await page.goto(`${desk.url}/console/`);
  const address = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await page.request.get(address)).json()) as { icons: { src: string; sizes: string }[] };
  for (const { src, sizes } of manifest.icons) {
    const real = await page.evaluate(async (path) => {
      const image = new Image();
      image.src = path;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (sizes !== 'any') expect(real).toBe(sizes);
  }
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

for (const [size, viewport] of Object.entries({
  desktop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
})) {
  test(`the line for a page is copied on a ${size}, where it was asked for is shown, and only pages of the internet are checked`, async ({
    owner,
    desk,
    host,
    widget,
  }) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.url });
    await widget.start();
    await page.goto(`${desk.url}/console/#/site/shop/install`);
    await owner.button('Copy').first().click();
    await expect(page.getByText('Copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`src="${desk.url}/widget/shop.js"`);
    await expect(page.getByRole('region', { name: 'Snippet: Teal & Linen' })).toContainText('/widget/shop.js');
    await expect(page.locator('.install-seen')).toContainText(new URL(host.url).origin);
    await page.getByLabel('Address of a page with the widget').fill(host.url);
    await owner.button('Check').click();
    await expect(page.getByText('only https pages of the public internet')).toBeVisible();
    expect((await strayScroll(page)).beside).toBe(0);
  });
}
