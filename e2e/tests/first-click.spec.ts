import { expect, test } from '../fixtures/test.ts';

test.describe('before the first click', () => {
  test('there is one request, nothing is stored, and no connection is made', async ({
    widget,
    desk,
    host,
    context,
  }) => {
    const requests: string[] = [];
    const sockets: string[] = [];
    context.on('request', (request) => void (request.url().startsWith(desk.url) && requests.push(request.url())));
    widget.page.on('websocket', (socket) => sockets.push(socket.url()));
    await widget.visit();
    await expect(widget.bubble).toBeVisible();
    await widget.page.waitForLoadState('networkidle');
    expect(requests).toEqual([`${desk.url}/widget/shop.js`]);
    expect(sockets).toEqual([]);
    expect(await widget.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    const { cookies, origins } = await context.storageState();
    expect(cookies).toEqual([]);
    expect(origins.filter(({ origin }) => origin !== host.url)).toEqual([]);

    await widget.open();
    await expect(widget.log).toBeVisible();
    await expect.poll(() => sockets.length).toBeGreaterThan(0);
  });

  test('hovering and the keyboard’s focus connect and store nothing either', async ({ widget, desk, context }) => {
    const requests: string[] = [];
    context.on('request', (request) => void (request.url().startsWith(desk.url) && requests.push(request.url())));
    await widget.visit();
    await widget.bubble.hover();
    await widget.bubble.focus();
    await widget.page.waitForLoadState('networkidle');
    // Static files may come ahead of the click, and nothing else.
    for (const url of requests.slice(1)) expect(url).toMatch(/\/assets\/[^/]+\.(js|css)$/);
    expect(await widget.page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('what the page tracks is kept in memory, and sent with the click', async ({ widget, desk }) => {
    const sent: string[] = [];
    widget.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    const requests: string[] = [];
    widget.page.on('request', (request) => void (request.url().startsWith(desk.url) && requests.push(request.url())));
    await widget.visit('/api');
    await expect(widget.bubble).toBeVisible();
    await widget.page.waitForLoadState('networkidle');
    expect(requests).toHaveLength(1);
    await widget.open();
    await expect.poll(() => sent.some((frame) => /"track".*"view".*"shirt"/.test(frame))).toBe(true);
  });
});

test.describe('before “agree”', () => {
  test('nothing is sent or stored; after it the chat works, and the owner sees version and time', async ({
    widget,
    owner,
    context,
    desk,
  }) => {
    const sockets: string[] = [];
    const polls: string[] = [];
    widget.page.on('websocket', (socket) => sockets.push(socket.url()));
    context.on('request', (request) => void (request.url().includes('/socket.io/') && polls.push(request.url())));
    await widget.start('/', 'clinic');
    await expect(widget.panel).toContainText('We keep what you write for a year.');
    await expect(widget.box).toHaveCount(0);
    await widget.page.waitForLoadState('networkidle');
    expect([sockets, polls]).toEqual([[], []]);
    const frame = await widget.innerFrame();
    expect(await frame.evaluate(() => localStorage.length)).toBe(0);
    expect(await widget.page.evaluate(() => localStorage.length)).toBe(0);

    await widget.frame.getByRole('button', { name: 'No, thanks' }).click();
    await expect(widget.panel).toBeHidden();
    expect([sockets, polls]).toEqual([[], []]);

    await widget.open();
    await widget.agree.click();
    await widget.say('When do you open?');
    await widget.expectAnswer('From eight to six.');
    await expect.poll(() => sockets.length).toBeGreaterThan(0);
    expect(desk.url).toBeTruthy();

    await owner.read(await widget.conversation(), 'clinic');
    await expect(owner.customer).toContainText(/Version 2026-11, .*\d\d:\d\d/);

    await widget.page.reload();
    await expect(widget.said('You', 'When do you open?')).toBeVisible();
  });
});
