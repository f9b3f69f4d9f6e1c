import { expect, test } from '../fixtures/test.ts';

test.describe('unread messages', () => {
  test('are counted on the bubble and told to the page, until the visitor looks', async ({ widget, owner }) => {
    await widget.visit('/api');
    await widget.page.evaluate(() => {
      window.Solodesk('on', 'unread', (count: unknown) => window.heard.push(`unread ${String(count)}`));
      window.Solodesk('on', 'message', (message: unknown) => window.heard.push(JSON.stringify(message)));
    });
    await widget.open();
    await widget.askForPerson();
    await owner.read(await widget.conversation());
    await owner.say('one moment');
    await expect(widget.said('Mei', 'one moment')).toBeVisible();
    await widget.bubble.click();
    await expect(widget.panel).toBeHidden();
    await owner.say('here it is');
    await expect(widget.bubble).toHaveAccessibleName('Open chat, 1 unread');
    await owner.say('and one more');
    await expect(widget.badge).toHaveText('2');
    await expect(owner.log).toContainText(/You · .* · sent/);

    await widget.visit('/other');
    await expect(widget.bubble).toHaveAccessibleName('Open chat, 2 unread');
    await widget.open();
    await expect(widget.said('Mei', 'and one more')).toBeVisible();
    await expect(widget.badge).toBeEmpty();
    await expect(owner.log).toContainText(/You · .* · seen/);
  });

  test('are told without their words', async ({ widget }) => {
    await widget.visit('/api');
    await widget.page.evaluate(() =>
      window.Solodesk('on', 'message', (message: unknown) => window.heard.push(JSON.stringify(message))),
    );
    await widget.open();
    await widget.say('hello');
    await widget.expectAnswer(/./);
    await expect.poll(() => widget.page.evaluate(() => window.heard)).toContain('{"from":"bot"}');
  });
});
