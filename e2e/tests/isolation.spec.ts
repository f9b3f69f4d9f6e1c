import { welcomeOf } from '../fixtures/raw-visitor.ts';
import { expect, test } from '../fixtures/test.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test.describe('a visitor of one site', () => {
  test('sees nothing of it on another site, in the same browser on the same page', async ({
    widget,
    context,
    host,
  }) => {
    await widget.start('/', 'shop');
    await widget.tell('my secret of the shop');
    const elsewhere = new WidgetPage(await context.newPage(), host);
    await elsewhere.start('/', 'bakery');
    await elsewhere.say('Do you have rye bread?');
    await elsewhere.expectAnswer('Rye bread on Mondays.');
    await expect(elsewhere.log).not.toContainText('my secret of the shop');
    expect(await elsewhere.conversation()).not.toBe(await widget.conversation());
    expect(await elsewhere.token('bakery')).not.toBe(await widget.token('shop'));
    await expect(widget.log).not.toContainText('rye');
  });

  test('is nobody at another site: their token opens nothing there', async ({ widget, desk }) => {
    await widget.start('/', 'shop');
    await widget.tell('my secret of the shop');
    const token = await widget.token();
    const conversation = await widget.conversation();
    const ask = (site: string, body: object) =>
      fetch(`${desk.url}/api/receive_message`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ site, message: 'hello', ...body }),
      });
    expect((await ask('shop', { token, conversation })).status).toBe(200);
    const foreign = await ask('bakery', { token, conversation });
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    // The same answer as for a token that never was.
    const unknown = await ask('bakery', { token: 'a'.repeat(43), conversation });
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);

    const welcome = await welcomeOf(desk.url, 'bakery', token);
    expect(welcome.token).not.toBe(token);
    expect(welcome.conversation).toBeNull();
  });

  test('does not exist for another visitor of the same site', async ({ widget, otherWidget, desk }) => {
    await widget.start();
    await widget.tell('my secret of the shop');
    await otherWidget.start();
    await otherWidget.tell('hello from somebody else');
    await expect(otherWidget.log).not.toContainText('my secret');
    const answer = await fetch(`${desk.url}/api/receive_message`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        site: 'shop',
        message: 'hello',
        token: await otherWidget.token(),
        conversation: await widget.conversation(),
      }),
    });
    expect(answer.status).toBe(404);
  });

  test('cannot be had from a page that the site does not admit', async ({ desk, ownHost, page }) => {
    const refused = await fetch(`${desk.url}/api/receive_message`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: ownHost.url },
      body: JSON.stringify({ site: 'shop', message: 'hello' }),
    });
    expect(refused.status).toBe(404);
    await expect(welcomeOf(desk.url, 'shop', undefined, ownHost.url)).rejects.toThrow();

    // The loader is public, but the frame does not open on that page.
    ownHost.deskUrl = desk.url;
    const widget = new WidgetPage(page, ownHost);
    const blocked = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
    await widget.visit();
    await widget.bubble.click();
    await blocked;
    await expect(widget.box).toHaveCount(0);
  });
});
