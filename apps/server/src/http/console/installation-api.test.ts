import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';

describe('the installation check', () => {
  let desk: TestDesk;
  let owner: Owner;
  let web: Server;
  let html = '';
  let policy = '';
  beforeEach(async () => {
    web = createServer((request, response) => {
      if (request.url === '/away') return void response.writeHead(302, { location: 'http://127.0.0.2:9/' }).end();
      if (policy) response.setHeader('content-security-policy', policy);
      response.end(html);
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const environment = { OUTGOING_ALLOW: `127.0.0.1:${(web.address() as AddressInfo).port}` };
    desk = await startDesk({ environment, sites: { shop: { origins: [origin()] }, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    [html, policy] = ['', ''];
  });
  afterEach(async () => {
    web.close();
    await desk.end();
  });

  const origin = () => `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const check = async (page = `${origin()}/`, site = 'shop') => {
    const response = await postToConsole(desk.url, `/installation/${site}`, { page }, owner.cookie);
    return (await response.json()) as Record<string, unknown>;
  };
  const home = () => `http://localhost:${desk.server.port}`;
  const snippet = (site = 'shop') => `<script async src="${home()}/widget/${site}.js"></script>`;

  it('finds the snippet of the right site, and says what the page’s policy lacks', async () => {
    expect(await check()).toMatchObject({ reached: true, status: 200, found: false, admitted: true });
    html = snippet();
    expect(await check()).toMatchObject({ found: true, blocked: [], seenAt: null });
    policy = "default-src 'self'";
    expect(await check()).toMatchObject({
      blocked: [
        { directive: 'script-src', source: home() },
        { directive: 'frame-src', source: home() },
      ],
    });
    html = snippet('bakery');
    expect(await check()).toMatchObject({ found: false, otherIds: ['bakery'] });
    html = snippet('bakery');
    expect(await check(undefined, 'bakery')).toMatchObject({ found: true, admitted: false });
  });

  it('says when a browser on that page last asked for the widget', async () => {
    html = snippet();
    await fetch(`${desk.url}/widget/shop.js`, { headers: { referer: `${origin()}/some/page?secret=1` } });
    await until(async () => (await desk.store.widgetSightings('shop')).length === 1, 'for a sighting');
    expect(await check()).toMatchObject({
      seenAt: expect.any(Number),
      seen: [{ origin: origin(), at: expect.any(Number) }],
    });
    expect(JSON.stringify(await desk.store.widgetSightings('shop'))).not.toContain('secret');
    await fetch(`${desk.url}/widget/shop.js`, { headers: { referer: 'javascript:alert(1)' } });
    await fetch(`${desk.url}/widget/bakery.js`);
    expect(await desk.store.widgetSightings('bakery')).toEqual([]);
  });

  it('calls no machine that is not public, not by a redirect either', async () => {
    for (const page of [
      'http://127.0.0.1:22/',
      'https://10.0.0.1/',
      '169.254.169.254',
      `${origin()}/away`,
      'file:///etc/passwd',
    ]) {
      expect(await check(page)).toMatchObject({ reached: false, fault: 'forbidden' });
    }
  });

  it('is the owner’s alone', async () => {
    const body = { page: `${origin()}/` };
    expect((await postToConsole(desk.url, '/installation/shop', body)).status).toBe(401);
    expect((await postToConsole(desk.url, '/installation/none', body, owner.cookie)).status).toBe(404);
    expect((await postToConsole(desk.url, '/installation/shop', { page: '' }, owner.cookie)).status).toBe(400);
  });
});
