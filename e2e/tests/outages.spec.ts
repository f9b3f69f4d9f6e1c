import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test.describe('nothing is lost', () => {
  test('when the server is killed in mid-conversation and starts again', async ({
    ownDesk,
    ownHost,
    page,
    browser,
  }) => {
    const widget = new WidgetPage(page, ownHost);
    const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), ownDesk);
    await widget.start();
    await widget.askForPerson();
    await owner.read(await widget.conversation());
    await owner.say('I am here');
    await expect(widget.said('Mei', 'I am here')).toBeVisible();

    await ownDesk.kill();
    // Whose fault it is not is not told so.
    await expect(widget.frame.getByRole('status')).toContainText("We can't be reached just now.");
    await widget.say('said while the server was down');
    await expect(widget.said('You', 'said while the server was down')).toContainText('Queued');
    await owner.say('and an answer to nobody');
    await ownDesk.start();

    await expect(widget.said('Mei', 'and an answer to nobody')).toBeVisible({ timeout: 30_000 });
    await widget.expectDelivered('said while the server was down');
    await expect(widget.said('You', 'said while the server was down')).toHaveCount(1);
    await expect(widget.said('Mei', 'I am here')).toHaveCount(1);
    await expect(owner.log).toContainText('said while the server was down');
    await expect(widget.frame.getByRole('status')).toHaveCount(0);
    await owner.page.context().close();
  });

  test('when the visitor is offline for a while', async ({ widget, context }) => {
    await widget.start();
    await widget.tell('before the tunnel');
    await context.setOffline(true);
    await expect(widget.frame.getByRole('status')).toContainText("You're offline", { timeout: 30_000 });
    await widget.say('how many days do I have to send it back?');
    await expect(widget.said('You', 'how many days')).toContainText('Queued');
    await context.setOffline(false);
    await widget.expectAnswer('30 days from delivery');
    await expect(widget.said('You', 'how many days')).toHaveCount(1);
    await widget.expectDelivered('how many days');
  });

  test('what was written offline is still there after the page was closed, and is sent then', async ({
    widget,
    context,
    host,
  }) => {
    await widget.start();
    await widget.tell('before the tunnel');
    await context.setOffline(true);
    await widget.say('how many days do I have to send it back?');
    await expect(widget.said('You', 'how many days')).toContainText(/Queued|Sending/);
    await widget.page.close();
    await context.setOffline(false);
    const later = new WidgetPage(await context.newPage(), host);
    await later.visit();
    await later.expectAnswer('30 days from delivery');
    await expect(later.said('You', 'how many days')).toHaveCount(1);
  });
});

test.describe('with WebSocket blocked', () => {
  test('the chat runs on long polling', async ({ widget, owner }) => {
    const polls: string[] = [];
    widget.page.on('request', (request) => {
      if (request.url().includes('transport=polling')) polls.push(request.url());
    });
    await widget.page.addInitScript(() => {
      const Real = window.WebSocket;
      // Nobody listens there, and the frame's policy forbids it: the browser says no, as behind a strict proxy.
      window.WebSocket = class extends Real {
        constructor() {
          super('ws://127.0.0.1:9/');
        }
      };
    });
    await widget.start();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    await widget.askForPerson();
    await widget.tell('polling all along');
    await owner.visit();
    await owner.openWaiting('polling all along');
    await owner.say('I hear you');
    await expect(widget.said('Mei', 'I hear you')).toBeVisible();
    expect(polls.length).toBeGreaterThan(0);
  });

  test('also when its connections are swallowed on the way, without a word', async ({ widget }) => {
    await widget.page.routeWebSocket(/.*/, () => undefined);
    await widget.start();
    await widget.box.fill('how many days do I have to send it back?');
    await widget.box.press('Enter');
    await expect(widget.said('Assistant', '30 days from delivery')).toBeVisible({ timeout: 30_000 });
  });
});
