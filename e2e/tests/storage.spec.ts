import type { Browser, Page } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';
import { WidgetPage } from '../pages/widget-page.ts';

/** Before anything of ours runs, the page taps every way by which something could come out of the frame. */
async function spy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const spied: string[] = (window.spied = []);
    const note = (value: unknown) => {
      try {
        spied.push(JSON.stringify(value) ?? '');
      } catch {
        spied.push(String(value));
      }
    };
    window.addEventListener('message', ({ data }) => note(data), true);
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...said: unknown[]) {
      note(said[0]);
      return (postMessage as (...given: unknown[]) => void).apply(this, said);
    } as typeof postMessage;
    const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')!;
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      set(this: MessagePort, listener: (event: MessageEvent) => void) {
        set!.call(this, (event: MessageEvent) => {
          note(event.data);
          listener(event);
        });
      },
    });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
      note([key, value]);
      setItem.call(this, key, value);
    };
  });
}

/** Everything that the page's scripts can read, as one text: storage, cookies, what was overheard, every property. */
function everythingThePageCanRead(page: Page): Promise<string> {
  return page.evaluate(() => {
    const seen = new Set<unknown>();
    const found: string[] = [document.cookie, document.documentElement.outerHTML, ...window.spied];
    const walk = (value: unknown, depth: number): void => {
      if (typeof value === 'string') found.push(value);
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
      if (seen.has(value) || depth > 6) return;
      seen.add(value);
      for (const key of Reflect.ownKeys(value)) {
        try {
          walk((value as Record<PropertyKey, unknown>)[key], depth + 1);
        } catch (error) {
          found.push(String(error));
        }
      }
    };
    for (const storage of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...storage }));
    walk(document.querySelector('solodesk-chat'), 0);
    walk(window, 2);
    for (let n = 0; n < window.length; n++) walk(window[n], 4);
    return found.join('\n');
  });
}

test.describe('where the frame may store', () => {
  test('the page’s scripts can read the visitor’s token nowhere', async ({ widget }) => {
    await spy(widget.page);
    await widget.start();
    await widget.tell('a word in confidence');
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    const token = await widget.token();
    expect(token.length).toBeGreaterThan(30);
    for (const look of ['before', 'after'] as const) {
      if (look === 'after') {
        await widget.page.reload();
        await expect(widget.said('You', 'a word in confidence')).toBeVisible();
      }
      const readable = await everythingThePageCanRead(widget.page);
      // The spy hears the port: it is no wonder that it finds nothing, if it hears nothing.
      expect(readable).toContain('"solodesk":"shop"');
      expect(readable).not.toContain(token);
      expect(readable).not.toContain('a word in confidence');
      expect(readable).not.toContain('30 days from delivery');
    }
    expect(await widget.page.evaluate(() => ({ ...localStorage }))).toEqual({ 'solodesk:shop': 'open' });
  });
});

test.describe('where the browser lets no foreign frame store anything', () => {
  test('the chat works, and goes on after a reload, with the page’s help', async ({ strictBrowser, desk, host }) => {
    const widget = await visitor(strictBrowser, host);
    await widget.start();
    expect(await tryToStore(widget)).toContain('SecurityError');
    await widget.tell('blocked but here');
    await widget.box.fill('half written');
    await widget.page.reload();
    await expect(widget.said('You', 'blocked but here')).toBeVisible();
    await expect(widget.box).toHaveValue('half written');
    await widget.tell('thank you');
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    expect(desk.url).not.toBe(host.url);
    await widget.page.context().close();
  });

  test('and the site forbids the page’s help, the chat works for as long as the page does, and the page gets no token', async ({
    strictBrowser,
    desk: _running,
    host,
  }) => {
    const widget = await visitor(strictBrowser, host);
    await spy(widget.page);
    await widget.start('/', 'bakery');
    expect(await tryToStore(widget)).toContain('SecurityError');
    await widget.say('Do you have rye bread?');
    await widget.expectAnswer('Rye bread on Mondays.');
    const readable = await everythingThePageCanRead(widget.page);
    expect(readable).toContain('"solodesk":"bakery"');
    expect(readable).not.toContain('token');
    await widget.page.reload();
    await expect(widget.log).toBeVisible();
    await expect(widget.said('You')).toHaveCount(0);
    await widget.page.context().close();
  });
});

async function visitor(browser: Browser, host: { url: string }): Promise<WidgetPage> {
  const context = await browser.newContext();
  return new WidgetPage(await context.newPage(), host);
}

async function tryToStore(widget: WidgetPage): Promise<string> {
  return (await widget.innerFrame()).evaluate(() => {
    try {
      localStorage.setItem('probe', '1');
      return 'stored';
    } catch (error) {
      return String(error);
    }
  });
}
