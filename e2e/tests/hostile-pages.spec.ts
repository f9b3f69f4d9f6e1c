import { expect, test } from '../fixtures/test.ts';

const HOSTILE = {
  '/strict-csp': 'with a strict content security policy',
  '/unset': 'that unsets every style, with !important',
  '/reset': 'with a global reset that hides frames and buttons',
  '/overrides': 'that breaks JSON and postMessage, and stops every message event',
  '/quirks': 'in quirks mode',
};

test.describe('on a page', () => {
  for (const [path, what] of Object.entries(HOSTILE)) {
    test(`${what}, the bubble is there, opens, and the chat works`, async ({ widget }) => {
      const refusals: string[] = [];
      widget.page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) refusals.push(message.text());
      });
      await widget.page.setViewportSize({ width: 1000, height: 800 });
      await widget.visit(path);
      await expect(widget.bubble).toBeVisible();
      expect(await widget.bubble.boundingBox()).toEqual({ x: 924, y: 724, width: 56, height: 56 });
      await widget.open();
      expect(await widget.panel.boundingBox()).toEqual({ x: 604, y: 88, width: 376, height: 620 });
      await widget.say('how many days do I have to send it back?');
      await widget.expectAnswer('30 days from delivery');
      await widget.tell('退货 <b>bold</b> "quoted"');
      await widget.bubble.click();
      await expect(widget.panel).toBeHidden();
      await widget.open();
      await expect(widget.said('You', 'how many days')).toBeVisible();
      expect(await widget.page.evaluate(() => window.overheard)).toBeUndefined();
      expect(refusals).toEqual([]);
    });
  }

  test('that unsets every style the conversation survives a reload all the same', async ({ widget }) => {
    await widget.start('/unset');
    await widget.tell('hello');
    await widget.page.reload();
    await expect(widget.said('You', 'hello')).toBeVisible();
  });

  test('that overhears every message event, nothing of the chat is told', async ({ widget }) => {
    await widget.page.addInitScript(() => {
      if (window !== window.top) return;
      window.overheard = [];
      window.addEventListener('message', (event) => window.overheard!.push(event.data), true);
    });
    await widget.start();
    await widget.tell('a word in confidence');
    await widget.expectAnswer(/./);
    expect(await widget.page.evaluate(() => window.overheard)).toEqual([]);
  });

  test('another frame cannot speak to the chat in the page’s name', async ({ widget, host }) => {
    await widget.start();
    await widget.tell('hello');
    await widget.page.evaluate((url) => {
      const intruder = document.createElement('iframe');
      intruder.src = `${url}/quirks`;
      intruder.id = 'intruder';
      document.body.append(intruder);
    }, host.url);
    const inside = widget.page.frameLocator('#intruder');
    await inside.locator('h1').evaluate(() => {
      const forged = {
        solodesk: 'shop',
        languages: [],
        tracks: [],
        open: true,
        focus: true,
        forget: true,
        page: { url: 'http://forged/', title: '' },
      };
      for (let n = 0; n < window.top!.length; n++) {
        window.top![n]!.postMessage(forged, '*', [new MessageChannel().port2]);
      }
    });
    await widget.tell('still me');
    await expect(widget.said('You', 'hello')).toBeVisible();
  });
});
