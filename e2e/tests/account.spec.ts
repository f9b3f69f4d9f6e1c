import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { connectNewVisitor } from '../fixtures/raw-visitor.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Page } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage, OWNER } from '../pages/console-page.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

const ANOTHER = 'cotton irons well at two hundred';

/** Turns the second factor on. @returns the app that has it, and the codes for a day without it */
async function addFactor(page: Page, password: string): Promise<{ app: TOTP; codes: string[] }> {
  await page.getByText('Turn the second factor on').click();
  const form = page.locator('details').filter({ hasText: 'Turn the second factor on' });
  await form.getByLabel('Current password').fill(password);
  await form.getByRole('button', { name: 'Next' }).click();
  await expect(form.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'second-factor');
  const key = await form.locator('code').textContent();
  const app = new TOTP({ secret: Secret.fromBase32((key ?? '').replaceAll(' ', '')) });
  await form.getByLabel('Code from the app').fill(app.generate());
  await form.getByRole('button', { name: 'Turn on' }).click();
  const codes = await page.getByRole('region', { name: 'Recovery codes' }).textContent();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes left')).toBeVisible();
  return { app, codes: codes?.split('\n') ?? [] };
}

/** Each code works once: the next one is half a minute away, and taken a little early. */
const laterCode = (app: TOTP) => app.generate({ timestamp: Date.now() + 30_000 });

async function giveCode(owner: ConsolePage, code = ''): Promise<void> {
  await owner.page.getByLabel('Code').fill(code);
  await owner.button('Sign in').click();
  await expect(owner.page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function changePassword(page: Page): Promise<void> {
  await page.getByText('Change the password').click();
  const form = page.locator('details').filter({ hasText: 'Change the password' });
  await form.getByLabel('Current password').fill(OWNER.password);
  await form.getByLabel('New password').fill('short');
  await form.getByRole('button', { name: 'Change' }).click();
  await expect(form.getByRole('textbox', { name: 'New password' })).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('New password').fill(ANOTHER);
  await form.getByRole('button', { name: 'Change' }).click();
  await expect(form.getByText('The password is changed', { exact: false })).toBeVisible();
}

test('the password is changed, and a second factor turned on by a QR code, asked for, and replaced by a recovery code', async ({
  ownDesk,
  page,
  browser,
}) => {
  const owner = await ConsolePage.enter(page, ownDesk);
  await owner.go('Settings');
  await changePassword(page);
  const { app, codes } = await addFactor(page, ANOTHER);
  expect(codes).toHaveLength(10);

  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const phone = new ConsolePage(await context.newPage(), ownDesk);
  await phone.page.goto(`${ownDesk.url}/console/`);
  await phone.signIn(ANOTHER);
  await expect(phone.page.getByLabel('Code')).toBeFocused();
  await expectAccessible(phone.page);
  await phone.page.getByLabel('Code').fill('abcd');
  await phone.button('Sign in').click();
  await expect(phone.page.getByText('This code is wrong')).toBeVisible();
  await picture(phone.page, 'code');
  await giveCode(phone, codes[0]);

  // Each of the two ways in is gone on each device.
  await phone.signOut();
  await phone.signIn(ANOTHER);
  await giveCode(phone, laterCode(app));
  await owner.signOut();
  await owner.signIn(ANOTHER);
  await giveCode(owner, codes[1]);
  await owner.go('Settings');
  await expect(page.getByText('8 recovery codes left')).toBeVisible();
  await context.close();
});

test('a session revoked on a phone while in use shows nothing more, at once, and comes back with password and code', async ({
  ownDesk,
  page,
  browser,
}) => {
  const owner = await ConsolePage.enter(page, ownDesk);
  await page.setViewportSize({ width: 360, height: 740 });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const lost = new ConsolePage(await context.newPage(), ownDesk);
  await lost.page.goto(`${ownDesk.url}/console/`);
  await lost.signIn();
  await expect(lost.heading('Next up')).toBeVisible();

  await owner.go('Settings');
  const devices = page.getByRole('list', { name: 'Signed-in devices' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').first()).toContainText('this one');
  await expectAccessible(page);
  await picture(page, 'sessions');
  await devices.getByRole('button', { name: /^Sign out/ }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  // Nothing was touched there: it is told.
  await expect(lost.heading('Sign in')).toBeVisible();
  await expect(lost.heading('Next up')).toBeHidden();

  await changePassword(page);
  const { app } = await addFactor(page, ANOTHER);
  expect((await strayScroll(page)).beside).toBe(0);
  await lost.signIn(ANOTHER);
  await giveCode(lost, laterCode(app));
  await context.close();
});

test('what was being written when a session was revoked is there again after signing in', async ({
  ownDesk,
  page,
  browser,
}) => {
  const owner = await ConsolePage.enter(page, ownDesk);
  const visitor = await connectNewVisitor(ownDesk.url, 'shop');
  const message = { clientId: randomUUID(), text: 'I want to talk to a person' };
  const { conversation } = (await visitor.timeout(15_000).emitWithAck('message', message)) as { conversation: string };
  const lost = new ConsolePage(await browser.newPage({ viewport: { width: 360, height: 740 } }), ownDesk);
  await lost.page.goto(`${ownDesk.url}/console/`);
  await lost.signIn();
  await expect(lost.heading('Next up')).toBeVisible();
  await lost.read(conversation);
  await lost.reply.fill('Half an answer');
  await owner.go('Settings');
  await page
    .getByRole('list', { name: 'Signed-in devices' })
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(lost.heading('Sign in')).toBeVisible();
  await lost.signIn();
  await expect(lost.reply).toHaveValue('Half an answer');
  visitor.disconnect();
});

test('nothing typed is lost when a session is revoked while settings or an FAQ are being saved', async ({
  ownDesk,
  page,
  browser,
}) => {
  const owner = await ConsolePage.enter(page, ownDesk);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const lost = new ConsolePage(await context.newPage(), ownDesk);
  const file = join(ownDesk.sitesDir, 'shop/site.json');
  const before = await readFile(file, 'utf8');
  /** Ends the other device's session while what it sends is on its way. */
  const revokeDuring = async (path: string, act: () => Promise<void>) => {
    let gone: () => void = () => undefined;
    const revoked = new Promise<void>((resolve) => (gone = resolve));
    await lost.page.route(`**/console/api/${path}`, async (route) => {
      await revoked;
      await route.continue();
    });
    const sent = lost.page.waitForRequest(`**/console/api/${path}`);
    await act();
    await sent;
    await owner.go('Settings');
    await page.reload();
    const devices = page.getByRole('list', { name: 'Signed-in devices' });
    await devices.getByRole('button', { name: /^Sign out/ }).click();
    await expect(devices.getByRole('listitem')).toHaveCount(1);
    gone();
    await expect(lost.heading('Sign in')).toBeVisible();
    await lost.page.unroute(`**/console/api/${path}`);
    await lost.signIn();
  };

  await lost.page.goto(`${ownDesk.url}/console/`);
  await lost.signIn();
  await expect(lost.heading('Next up')).toBeVisible();
  await lost.page.goto(`${ownDesk.url}/console/#/site/shop/look`);
  const name = lost.page.getByLabel('Your name');
  await name.fill('Mei Lindqvist');
  await expect(lost.button('Save')).toBeEnabled();
  await revokeDuring('settings/shop/save', () => lost.button('Save').click());
  // The same page, with what was typed; the file is as it was until it is saved again.
  await expect(name).toHaveValue('Mei Lindqvist');
  expect(await readFile(file, 'utf8')).toBe(before);
  await lost.button('Save').click();
  await expect(lost.page.getByText('All saved')).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ ownerName: 'Mei Lindqvist' });

  await lost.page.goto(`${ownDesk.url}/console/#/faqs/+`);
  const questions = lost.page.getByLabel('Question', { exact: true });
  await expect(questions.first()).toBeVisible();
  await lost.page.getByLabel('Subject', { exact: true }).selectOption({ label: 'The shop' });
  for (const field of await questions.all()) await field.fill('Do you repair glass?');
  for (const field of await lost.page.getByLabel('Answer', { exact: true }).all()) await field.fill('No, sorry.');
  await revokeDuring('faqs/shop/check', () => lost.button('Save').click());
  await expect(questions.first()).toHaveValue('Do you repair glass?');
  await expect(lost.page.getByLabel('Answer', { exact: true }).first()).toHaveValue('No, sorry.');
  await context.close();
});

/** Kept with the results of the run, in both themes and languages where they matter. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`), fullPage: true });
  }
}
