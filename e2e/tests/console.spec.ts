import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test.describe('the console', () => {
  test('shows who waits, for how long and what they said last, and counts them in its title', async ({
    widget,
    owner,
  }) => {
    await owner.visit();
    await widget.start();
    await widget.askForPerson();
    await widget.tell('the zip of my cushion is broken');
    const item = await owner.findWaiting('the zip of my cushion is broken');
    await expect(item).toContainText('waits');
    await expect(item).toContainText('wants to talk to a person');
    await expect(item).toContainText('· online');
    await expect(item).toContainText('unverified');
    await expect(owner.page).toHaveTitle(/^\(\d+\) /);
    await widget.page.close();
    await expect(item).not.toContainText('· online');
  });

  test('shows what the bot did, and why', async ({ widget, owner }) => {
    await widget.start();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    await widget.say('purple elephants flying backwards');
    await widget.expectAnswer("I don't know the answer");
    await owner.read(await widget.conversation());
    await expect(owner.log).toContainText(/answered returns\.period · \d+ %/);
    await expect(owner.log).toContainText('was not sure');
    await expect(owner.customer).toContainText('Home');
    await expect(owner.customer).toContainText('Europe/Berlin');
  });

  test('closes a conversation; the visitor’s next message opens it again', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await owner.read(await widget.conversation());
    await owner.button('Close').click();
    await owner.button('Undo').click();
    await expect(owner.button('Take over')).toBeVisible();
    await owner.button('Close').click();
    await expect(owner.button('Close')).toHaveCount(0);
    await expect(widget.event('The chat was closed')).toHaveCount(0);
    await expect(widget.event('The chat was closed')).toBeVisible();
    await expect(owner.log).toContainText('Closed ·');
    await widget.tell('wait, one more thing');
    await expect(owner.log).toContainText('Open again');
  });

  test('shows what is closed also when the page is opened there', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell('that was all, thank you');
    await owner.read(await widget.conversation());
    await owner.button('Close').click();
    await expect(widget.event('The chat was closed')).toBeVisible({ timeout: 20_000 });
    await owner.visit('shop', 'closed');
    await owner.page.reload();
    await expect(owner.button('Closed')).toHaveAttribute('aria-pressed', 'true');
    await owner.findWaiting('that was all, thank you');
  });

  test('cuts a blocked visitor off at once, and lets them in again', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell('buy my pills');
    await owner.read(await widget.conversation());
    await owner.more('Block visitor');
    await expect(widget.frame.getByRole('status')).toContainText('This chat is not available to you');
    await expect(widget.box).toBeDisabled();
    await widget.page.reload();
    await expect(widget.frame.getByRole('status')).toContainText('This chat is not available to you');
    await expect(owner.customer).toContainText('This visitor is blocked');
    await owner.more('Unblock visitor');
    await expect(owner.customer).not.toContainText('This visitor is blocked');
    await widget.frame.getByRole('button', { name: 'Try again' }).click();
    await widget.tell('I am sorry');
    await expect(owner.log).toContainText('I am sorry');

    // And from the list of all who are blocked.
    await owner.more('Block visitor');
    await expect(widget.box).toBeDisabled();
    const { page } = owner;
    await owner.go('Contacts');
    await owner.button('Blocked').click();
    const them = page.getByRole('listitem').filter({ hasText: 'I am sorry' });
    await expect(them).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('blocked.png') });
    await them.getByRole('button', { name: 'Unblock' }).click();
    await expect(them).toHaveCount(0);
    await widget.frame.getByRole('button', { name: 'Try again' }).click();
    await widget.tell('I really am');
  });

  test('tells visitors whether a person is there, by the owner’s own switch', async ({
    ownDesk,
    ownHost,
    page,
    browser,
  }) => {
    const widget = new WidgetPage(await (await browser.newContext()).newPage(), ownHost);
    const owner = await ConsolePage.enter(page, ownDesk);
    await owner.visit();
    await widget.start();
    for (const [mode, told] of [
      ['Away', /Mei is (away|back)/],
      ['Here', 'Mei is here'],
    ] as const) {
      await page.getByRole('button', { name: /^You: / }).click();
      await page.getByRole('button', { name: new RegExp(`^${mode} `) }).click();
      await expect(widget.header).toContainText(told);
    }
    await widget.page.context().close();
  });

  test('works with keys alone: next, take over, reply, hand back, close', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell('keys only please');
    await owner.read(await widget.conversation());
    await expect(owner.button('Take over')).toBeVisible();
    await owner.page.keyboard.press('t');
    await expect(widget.event('Mei joined')).toBeVisible();
    await expect(owner.reply).toBeFocused();
    await owner.page.keyboard.press('Escape');
    await owner.page.keyboard.press('r');
    await expect(owner.reply).toBeFocused();
    await owner.page.keyboard.type('typed, with b e t inside');
    await owner.page.keyboard.press('Enter');
    await expect(widget.said('Mei', 'typed, with b e t inside')).toBeVisible();
    await owner.page.keyboard.press('Escape');
    await owner.page.keyboard.press('b');
    await expect(widget.event('The assistant goes on')).toBeVisible();
    await owner.page.keyboard.press('e');
    await expect(widget.event('The chat was closed')).toBeVisible();
  });
});

test.describe('two consoles', () => {
  test('stay in step, also after one of them was cut off for a while', async ({
    widget,
    owner,
    browser,
    desk,
    ownerState,
  }) => {
    const context = await browser.newContext({ storageState: ownerState });
    const second = new ConsolePage(await context.newPage(), desk);
    await widget.start();
    await widget.askForPerson();
    await widget.tell('a question for two');
    const conversation = await widget.conversation();
    await owner.read(conversation);
    await second.visit();
    await second.openWaiting('a question for two');

    await owner.say('answered by the first');
    await expect(second.log).toContainText('answered by the first');
    await expect(second.log).toContainText('took over');
    await expect(second.button('Hand back')).toBeVisible();

    await context.setOffline(true);
    await expect(second.page.getByRole('status').filter({ hasText: 'Reconnecting' })).toBeVisible({ timeout: 30_000 });
    await widget.tell('said while the second slept');
    await owner.say('and answered');
    await second.say('written while asleep');
    await owner.button('Hand back').click();
    await expect(widget.event('The assistant goes on')).toBeVisible();
    await context.setOffline(false);

    await expect(second.log).toContainText('said while the second slept', { timeout: 30_000 });
    await expect(second.log).toContainText('and answered');
    await expect(second.log).toContainText('Handed back to the bot');
    await expect(widget.said('Mei', 'written while asleep')).toBeVisible();
    await expect(owner.log).toContainText('written while asleep');
    await expect(owner.button('Hand back')).toBeVisible();
    await expect(second.button('Hand back')).toBeVisible();
    const texts = (log: ConsolePage['log']) => log.locator('.said').allInnerTexts();
    const plain = (lines: string[]) => lines.map((line) => line.replace(/ · (seen|sent)$/, ''));
    await expect(async () => expect(plain(await texts(second.log))).toEqual(plain(await texts(owner.log)))).toPass();
    await context.close();
  });

  test('signing out on one cuts its own line at once, and not the other’s', async ({ ownDesk, page, browser }) => {
    const first = await ConsolePage.enter(page, ownDesk);
    const context = await browser.newContext();
    const second = new ConsolePage(await context.newPage(), ownDesk);
    await second.page.goto(`${ownDesk.url}/console/`);
    await second.signIn();
    const tab = new ConsolePage(await page.context().newPage(), ownDesk);
    await tab.visit();
    await first.go('Settings');
    await first.button('Sign out').click();
    await expect(tab.page.getByText('You were signed out.')).toBeVisible();
    await expect(tab.heading('Sign in')).toBeVisible();
    await expect(tab.heading('Next up')).toHaveCount(0);
    await second.visit();
    await expect(second.page.getByText('You were signed out.')).toHaveCount(0);
    await context.close();
  });
});
