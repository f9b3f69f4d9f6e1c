import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import type { WidgetPage } from '../pages/widget-page.ts';

/** A conversation with everything in it: answers, buttons, links, a person. */
async function talk(widget: WidgetPage, owner: ConsolePage): Promise<void> {
  await widget.say('how many days do I have to send it back?');
  await widget.expectAnswer('30 days from delivery');
  await widget.say('where is my order?');
  await expect(widget.said('Assistant')).toHaveCount(2);
  await widget.askForPerson();
  await owner.read(await widget.conversation());
  await owner.say('Here I am: https://shop.example/parcel');
  await expect(widget.said('Mei', 'Here I am')).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} mode axe finds nothing serious`, () => {
    test.use({ colorScheme });

    test('on bubble and widget, closed, open, with its menu, and while one is typing', async ({ widget, owner }) => {
      await widget.visit();
      await expect(widget.bubble).toBeVisible();
      await expectAccessible(widget.page, 'solodesk-chat');
      await widget.open();
      await expect(widget.choices.first()).toBeVisible();
      await expectAccessible(await widget.innerFrame());
      await widget.box.pressSequentially('send something back');
      await expect(widget.suggestions.first()).toBeVisible();
      await expectAccessible(await widget.innerFrame());
      await widget.box.clear();
      await talk(widget, owner);
      await expectAccessible(await widget.innerFrame());
      await widget.frame.getByRole('button', { name: 'More' }).click();
      await expect(widget.frame.getByRole('menu')).toBeVisible();
      await expectAccessible(await widget.innerFrame());
    });

    test('on the widget in Chinese, and before consent', async ({ widget }) => {
      await widget.start();
      await widget.frame.getByRole('button', { name: '中文' }).click();
      await widget.choices.first().click();
      await expect(widget.said('助手').first()).toBeVisible();
      await expectAccessible(await widget.innerFrame());
      await widget.start('/', 'clinic');
      await expect(widget.agree).toBeVisible();
      await expectAccessible(await widget.innerFrame());
    });

    test('on sign-in, inbox and conversation of the console', async ({ widget, owner, desk, browser }) => {
      await widget.start();
      await talk(widget, owner);
      const { page } = owner;
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      await owner.visit('shop', 'open');
      await expectAccessible(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      const stranger = await browser.newContext({ colorScheme });
      const door = await stranger.newPage();
      await door.goto(`${desk.url}/console/`);
      await expect(door.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await expectAccessible(door);
      await stranger.close();
    });

    test('on every step of the wizard', async ({ owner, desk }) => {
      const { page } = owner;
      await page.emulateMedia({ colorScheme });
      await page.goto(`${desk.url}/console/#/wizard/bakery`);
      for (const step of ['Step 1', 'Step 2', 'Step 3', 'Step 4', 'Step 5', 'Step 6', 'Step 7']) {
        await expect(page.getByText(`${step} of 7`, { exact: true })).toBeVisible();
        await expectAccessible(page);
        if (step !== 'Step 7') await page.locator('button[type=submit]').click();
      }
    });
  });
}

test.describe('with the keyboard alone', () => {
  test('the chat is opened, used and closed, and the focus comes back to the bubble', async ({ widget }) => {
    await widget.visit();
    await expect(widget.bubble).toBeVisible();
    await widget.bubble.focus();
    await widget.page.keyboard.press('Enter');
    await expect(widget.box).toBeFocused();
    await widget.page.keyboard.type('how many days do I have to send it back?');
    await widget.page.keyboard.press('Enter');
    await widget.expectAnswer('30 days from delivery');
    for (let tabs = 0; tabs < 15; tabs++) {
      await widget.page.keyboard.press('Tab');
      expect(await (await widget.innerFrame()).evaluate(() => document.hasFocus())).toBe(true);
    }
    await widget.page.keyboard.press('Escape');
    await expect(widget.panel).toBeHidden();
    await expect(widget.bubble).toBeFocused();
  });
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('lines tell the panel from the page, and the messages from each other', async ({ widget }) => {
    await widget.start();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    const messages = widget.log.locator('.m');
    for (const part of [widget.panel, messages.first(), messages.last()]) {
      await expect(part).toHaveCSS('border-top-width', '2px');
      await expect(part).toHaveCSS('border-top-style', 'solid');
    }
  });
});
