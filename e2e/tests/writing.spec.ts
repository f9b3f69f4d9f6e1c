import { expect, test } from '../fixtures/test.ts';
import type { Locator } from '../fixtures/test.ts';

/** What a browser sends while somebody chooses a Chinese word and confirms it with Enter. */
async function confirmWord(box: Locator, how: { isComposing: boolean; keyCode: number }): Promise<void> {
  await box.evaluate((element, key) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    // Safari has ended the composition by then, and tells by the key code alone.
    if (!key.isComposing) element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, ...key }),
    );
    if (key.isComposing) element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  }, how);
}

const KEYS = {
  'while a word is composed': { isComposing: true, keyCode: 229 },
  'as Safari tells it': { isComposing: false, keyCode: 229 },
};

test.describe('Enter', () => {
  for (const [when, key] of Object.entries(KEYS)) {
    test(`never sends a visitor’s message ${when}`, async ({ widget }) => {
      await widget.start();
      await widget.box.fill('退货期限是几天');
      await confirmWord(widget.box, key);
      await expect(widget.box).toHaveValue('退货期限是几天');
      await widget.tell('a marker');
      await expect(widget.said('You')).toHaveCount(1);
    });

    test(`never sends an owner’s reply ${when}`, async ({ widget, owner }) => {
      await widget.start();
      await widget.askForPerson();
      await owner.read(await widget.conversation());
      await owner.reply.fill('我马上来');
      await confirmWord(owner.reply, key);
      await expect(owner.reply).toHaveValue('我马上来');
      await owner.say('a marker');
      await expect(widget.said('Mei', 'a marker')).toBeVisible();
      await expect(widget.said('Mei')).toHaveCount(1);
    });
  }

  test('sends, and with Shift begins a new line', async ({ widget }) => {
    await widget.start();
    await widget.box.fill('one');
    await widget.box.press('Shift+Enter');
    await widget.box.pressSequentially('two');
    await expect(widget.box).toHaveValue('one\ntwo');
    await widget.box.press('Enter');
    await expect(widget.said('You', 'one')).toContainText('two');
  });
});

test.describe('a message', () => {
  test('of 4,000 characters is sent, counted as people count; one more is not', async ({ widget }) => {
    await widget.start();
    await widget.box.fill('😀'.repeat(4001));
    await expect(widget.frame.getByRole('status')).toContainText(/\b1\b/);
    await widget.box.press('Enter');
    await expect(widget.box).not.toHaveValue('');
    await widget.box.fill('😀'.repeat(4000));
    await widget.box.press('Enter');
    await expect(widget.box).toHaveValue('');
    await widget.expectDelivered('😀😀😀');
  });
});
