import type { Page } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';

type Call = [command: string, ...given: unknown[]];

/** Calls `window.Solodesk`, as a page's own script would. */
async function call(page: Page, ...given: Call): Promise<void> {
  await page.evaluate((args) => window.Solodesk(...args), given);
}

test.describe('window.Solodesk', () => {
  test('loses no early call, and tells a late listener that it is ready', async ({ widget }) => {
    await widget.visit('/api');
    await expect(widget.bubble).toBeVisible();
    expect(await widget.page.evaluate(() => window.heard)).toEqual(['ready']);
    await widget.page.evaluate(() => window.Solodesk('ready', () => window.heard.push('late')));
    await widget.page.evaluate(() => window.Solodesk('on', 'ready', () => window.heard.push('later')));
    await widget.open();
    expect(await widget.page.evaluate(() => window.heard)).toEqual(['ready', 'late', 'later', 'open']);
  });

  test('shows, hides and toggles, and stops telling who said off', async ({ widget }) => {
    await widget.visit('/api');
    await expect(widget.bubble).toBeVisible();
    await widget.page.evaluate(() => {
      const listen = () => window.heard.push('close');
      window.Solodesk('on', 'close', listen);
      window.Solodesk('on', 'off-test', listen);
    });
    await call(widget.page, 'show');
    await expect(widget.panel).toBeVisible();
    await call(widget.page, 'hide');
    await expect(widget.panel).toBeHidden();
    await call(widget.page, 'toggle');
    await expect(widget.panel).toBeVisible();
    await call(widget.page, 'off', 'close');
    await call(widget.page, 'toggle');
    await expect(widget.panel).toBeHidden();
    expect(await widget.page.evaluate(() => window.heard)).toEqual(['ready', 'open', 'close', 'open']);
  });

  test('survives a wrong command', async ({ widget }) => {
    await widget.visit('/api');
    await expect(widget.bubble).toBeVisible();
    const errors: string[] = [];
    widget.page.on('pageerror', (error) => errors.push(error.message));
    await call(widget.page, 'no such thing', 1);
    await widget.open();
    await widget.tell('hello');
    expect(errors).toHaveLength(1);
  });

  test('boots by hand, in the language, at the side and from the launcher that the page wants', async ({ widget }) => {
    await widget.page.addInitScript(() => {
      window.SolodeskSettings = { defer: 'manual' };
    });
    await widget.visit();
    await expect.poll(() => widget.page.evaluate(() => typeof window.Solodesk)).toBe('function');
    await expect(widget.bubble).toHaveCount(0);
    await call(widget.page, 'boot', { locale: 'zh', position: 'left', hideLauncher: true, launcherSelector: 'h1' });
    await expect(widget.bubble).toBeHidden();
    await widget.page.getByRole('heading', { name: 'A page of mine' }).click();
    await expect(widget.panel).toBeVisible();
    await expect(widget.log).toContainText('我是小店的机器人助手');
    expect((await widget.panel.boundingBox())!.x).toBe(20);
    await call(widget.page, 'setLocale', 'en');
    await expect(widget.log).toContainText("I'm the shop's assistant");
  });

  test('forgets the visitor at shutdown, in the page, in the frame and for the next one', async ({ widget }) => {
    await widget.visit('/api');
    await widget.open();
    await widget.tell('my secret');
    const token = await widget.token();
    await call(widget.page, 'shutdown');
    await expect(widget.panel).toBeHidden();
    await expect(widget.bubble).toBeHidden();
    await expect.poll(() => widget.page.evaluate(() => localStorage.length)).toBe(0);
    await widget.visit('/api');
    await widget.open();
    await widget.tell('somebody else');
    await expect(widget.log).not.toContainText('my secret');
    expect(await widget.token()).not.toBe(token);
  });
});

test.describe('setUser', () => {
  test('with a wrong signature leaves the visitor unverified, and shows what the page claims as claims', async ({
    widget,
    owner,
  }) => {
    await widget.visit('/api');
    await call(widget.page, 'setUser', 'user-41', { name: 'Lin', plan: 'gold' }, '0'.repeat(64));
    await widget.open();
    await widget.tell('hello, I am user 41');
    await owner.read(await widget.conversation());
    await expect(owner.customer).toContainText('unverified');
    await expect(owner.customer).toContainText('What the page claims');
    await expect(owner.customer).toContainText('gold');
  });

  test('with the right signature makes the visitor verified', async ({ widget, owner, desk }) => {
    await owner.makeIdentitySecret();
    await widget.visit('/api');
    await call(widget.page, 'setUser', 'user-42', { name: 'Lin' }, await desk.signUser('shop', 'user-42'));
    await widget.open();
    await widget.tell('hello, I am user 42');
    await owner.read(await widget.conversation());
    await expect(owner.customer.getByText('verified', { exact: true })).toBeVisible();
    await expect(owner.customer).toContainText('user-42');
  });

  test('is needed where a site talks to known people only: the others are told to sign in', async ({
    widget,
    otherWidget,
    owner,
    desk,
  }) => {
    await owner.makeIdentitySecret();
    await otherWidget.start('/', 'club');
    await expect(otherWidget.frame.getByRole('status')).toContainText('Please sign in on this page to chat');
    await expect(otherWidget.box).toBeDisabled();

    await widget.visit('/', 'club');
    await expect(widget.bubble).toBeVisible();
    await call(widget.page, 'setUser', 'member-1', {}, await desk.signUser('club', 'member-1'));
    await widget.open();
    await widget.say('How do I book a room?');
    await widget.expectAnswer('Rooms are booked at the front desk.');
  });

  test('is taken while the chat is open, too', async ({ widget, owner, desk }) => {
    await owner.makeIdentitySecret();
    await widget.visit('/api');
    await widget.open();
    await widget.tell('hello, I am nobody yet');
    await call(widget.page, 'setUser', 'user-43', {}, await desk.signUser('shop', 'user-43'));
    await widget.tell('now I am somebody');
    await owner.read(await widget.conversation());
    await expect(owner.customer).toContainText('user-43');
    await expect(owner.customer.getByText('verified', { exact: true })).toBeVisible();
  });
});
