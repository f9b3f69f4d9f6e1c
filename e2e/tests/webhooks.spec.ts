import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerWith, HttpsListener, LOCALHOST } from '@solodesk/notify/testing';
import { DeskServer } from '../fixtures/desk-server.ts';
import { SITES } from '../fixtures/sites.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

/** More calls than one short talk makes. */
const ALL = 40;

/** A desk that may call a real HTTPS server on this machine, and trusts its certificate. */
const test = base.extend<{ system: HttpsListener; callingDesk: DeskServer }>({
  system: async ({}, use) => {
    const system = await HttpsListener.start();
    await use(system);
    await system.stop();
  },
  callingDesk: async ({ system, ownHost }, use, info) => {
    const certificate = info.outputPath('system.pem');
    writeFileSync(certificate, LOCALHOST.cert);
    const desk = await DeskServer.create([ownHost.url], SITES, {
      LIMITS: 'off',
      OUTGOING_ALLOW: `localhost:${system.port}`,
      NODE_EXTRA_CA_CERTS: certificate,
    });
    ownHost.deskUrl = desk.url;
    await use(desk);
    await desk.dispose();
  },
});

test('a call that was given up is shown with its reason in the owner’s language, and goes out again when told to', async ({
  system,
  callingDesk,
  ownHost,
  page,
  browser,
}) => {
  const context = await browser.newContext();
  const owner = await ConsolePage.enter(await context.newPage(), callingDesk);
  await owner.go('Settings');
  const hooks = owner.page.getByRole('region', { name: /^Webhooks: Teal/ });
  await hooks.locator('summary').filter({ hasText: 'Add a webhook' }).click();
  await hooks.getByLabel('Address', { exact: true }).fill(`${system.origin}/hook`);
  await hooks.getByRole('button', { name: 'Add a webhook' }).click();
  await expect(hooks.locator('.webhook')).toHaveCount(1);

  // Gone for good, it says: nobody tries again by itself.
  for (let one = 0; one < ALL; one++) system.answers.push(answerWith(410));
  const widget = new WidgetPage(page, ownHost);
  await widget.start();
  await widget.say('how many days do I have to send it back?');
  await widget.expectAnswer('30 days from delivery');
  await expect.poll(() => system.heard.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);

  const chinese = await browser.newContext({ locale: 'zh-CN', storageState: await context.storageState() });
  const other = await chinese.newPage();
  const show = async (view: typeof other) => {
    await view.goto(`${callingDesk.url}/console/#/settings`);
    await view.reload();
    await expect(view.locator('.webhook-failures')).toBeVisible({ timeout: 20_000 });
  };
  await show(owner.page);
  await expect(hooks.locator('.webhook-failures').getByText('it answered 410').first()).toBeVisible();
  await hooks.locator('.webhook').screenshot({ path: join(test.info().outputDir, 'given-up.png') });
  await show(other);
  await expect(other.locator('.webhook-failures').getByText('对方返回 410').first()).toBeVisible();
  await other.locator('.webhook').screenshot({ path: join(test.info().outputDir, 'given-up-zh.png') });
  await chinese.close();

  // Its owner has put it right.
  system.answers.length = 0;
  const refused = system.heard.length;
  const ids = system.heard.map(({ headers }) => headers['x-solodesk-delivery']);
  await hooks.getByRole('button', { name: 'Send again' }).click();
  await expect(hooks.locator('.webhook').getByRole('status')).toContainText('on their way again');
  await expect.poll(() => system.heard.length, { timeout: 20_000 }).toBe(2 * refused);
  // The same calls under the same names, so that their receiver can tell repeats.
  expect(new Set(system.heard.slice(refused).map(({ headers }) => headers['x-solodesk-delivery']))).toEqual(
    new Set(ids),
  );
  await owner.page.reload();
  await expect(hooks.locator('.webhook')).toHaveCount(1);
  await expect(hooks.locator('.webhook-failures')).toHaveCount(0);
  await context.close();
});
