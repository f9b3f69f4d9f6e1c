import { expect, test } from '../fixtures/test.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test.describe('a conversation goes on', () => {
  test('after a reload: with what was said, what was half written, and open as it was', async ({ widget }) => {
    await widget.start();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    await widget.box.fill('and what if I');
    await widget.page.reload();
    await expect(widget.panel).toBeVisible();
    await widget.expectAnswer('30 days from delivery');
    await expect(widget.said('You', 'how many days')).toHaveCount(1);
    await expect(widget.box).toHaveValue('and what if I');
  });

  test('on another page of the site', async ({ widget }) => {
    await widget.start();
    await widget.tell('hello from home');
    await widget.page.getByRole('link', { name: 'Another page' }).click();
    await expect(widget.page).toHaveURL(/other/);
    await expect(widget.panel).toBeVisible();
    await expect(widget.said('You', 'hello from home')).toBeVisible();
    await widget.tell('hello from the other page');
  });

  test('and stays closed on the next page when it was closed', async ({ widget }) => {
    await widget.start();
    await widget.tell('hello');
    await widget.bubble.click();
    await expect(widget.panel).toBeHidden();
    await widget.visit('/other');
    await expect(widget.bubble).toHaveAccessibleName(/^Open chat/);
    await expect(widget.panel).toBeHidden();
    await widget.open();
    await expect(widget.said('You', 'hello')).toBeVisible();
  });

  test('in a second tab, live in both', async ({ widget, context, host }) => {
    await widget.start();
    await widget.tell('from the first tab');
    const second = new WidgetPage(await context.newPage(), host);
    await second.visit('/other');
    await expect(second.said('You', 'from the first tab')).toBeVisible();
    await second.tell('from the second tab');
    await expect(widget.said('You', 'from the second tab')).toBeVisible();
    await widget.tell('and back');
    await expect(second.said('You', 'and back')).toBeVisible();
  });

  test('as one, when two tabs say their first words at once', async ({ widget, context, host, owner }) => {
    const second = new WidgetPage(await context.newPage(), host);
    await Promise.all([widget.visit(), second.visit()]);
    await widget.open();
    await second.open();
    await widget.box.fill('first tab first words');
    await second.box.fill('second tab first words');
    await Promise.all([widget.box.press('Enter'), second.box.press('Enter')]);
    for (const tab of [widget, second]) {
      await expect(tab.said('You', 'first tab first words')).toHaveCount(1);
      await expect(tab.said('You', 'second tab first words')).toHaveCount(1);
      await tab.expectDelivered('first tab first words');
      await tab.expectDelivered('second tab first words');
    }
    expect(await second.conversation()).toBe(await widget.conversation());
    await owner.read(await widget.conversation());
    await expect(owner.log).toContainText('first tab first words');
    await expect(owner.log).toContainText('second tab first words');
  });

  test('until the visitor ends it, and again with the next message', async ({ widget }) => {
    await widget.start();
    await widget.tell('hello');
    await widget.end();
    await expect(widget.event('You ended the chat. Write again whenever you like.')).toBeVisible();
    await widget.tell('one more thing');
    await expect(widget.event('The chat goes on')).toBeVisible();
  });

  test('and can be taken home as a text', async ({ widget }) => {
    await widget.start();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    const coming = widget.page.waitForEvent('download');
    await widget.choose('Download transcript');
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^shop-.*\.txt$/);
    const text = await readText(await download.createReadStream());
    expect(text).toContain('Teal & Linen');
    expect(text).toContain('You: how many days do I have to send it back?');
    expect(text).toContain('Assistant: 30 days from delivery');
  });
});

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
