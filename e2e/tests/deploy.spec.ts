import { AnotherRelease } from '../fixtures/another-release.ts';
import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test('a tab that was open before a real deploy says so, loses nothing, and is the new release after a reload', async ({
  ownDesk,
  ownHost,
  page,
  browser,
}) => {
  const release = await AnotherRelease.build('tomorrow');
  const widget = new WidgetPage(page, ownHost);
  const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), ownDesk);
  const desk = owner.page;
  const entry = () => desk.locator('script[type=module][src]').first().getAttribute('src');
  await widget.start();
  await widget.askForPerson();
  await owner.read(await widget.conversation());
  await owner.say('I am here');
  await owner.reply.fill('Half an answer');
  const before = await entry();

  await ownDesk.kill();
  ownDesk.deploy(release.apps);
  await ownDesk.start();
  try {
    const banner = desk.getByText('A new version is there. What you are writing is kept.');
    await expect(banner).toBeVisible({ timeout: 60_000 });
    await expect(owner.reply).toHaveValue('Half an answer');
    // What the old tab has not loaded yet is gone for good, and it says so.
    expect((await desk.request.get(`${ownDesk.url}${before}`)).status()).toBe(404);
    const talk = desk.url();
    await desk.evaluate(() => (location.hash = '#/site/shop/look'));
    await expect(owner.heading('This part could not be loaded')).toBeVisible();
    await desk.evaluate((address) => (location.href = address), talk);
    // The chat goes on meanwhile: both releases speak the same language.
    await widget.tell('Are you still there?');
    await expect(owner.log).toContainText('Are you still there?');
    await expect(owner.reply).toHaveValue('Half an answer');

    await desk.getByRole('button', { name: 'Reload' }).click();
    await expect(banner).toBeHidden();
    await expect(owner.reply).toHaveValue('Half an answer');
    expect(await entry()).not.toBe(before);
    await owner.reply.press('Enter');
    await expect(widget.said('Mei', 'Half an answer')).toBeVisible();
    await desk.evaluate(() => (location.hash = '#/site/shop/look'));
    await expect(owner.heading('Settings of Teal & Linen')).toBeVisible();
  } finally {
    await desk.context().close();
    await ownDesk.kill();
    await release.dispose();
  }
});
