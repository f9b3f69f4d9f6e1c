import type { LookupAddress } from 'node:dns';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpResponse, delay, http } from 'msw';
import { setupServer } from 'msw/node';
import { HttpsListener, answerWith } from '../testing/https-listener.ts';
import { LOCALHOST } from '../testing/localhost-certificate.ts';
import { allowListFrom } from './allow-list.ts';
import { isPublicAddress } from './public-address.ts';
import { createSafeFetch } from './safe-fetch.ts';
import type { SafeFetch, SafeFetchOptions } from './safe-fetch.ts';

const at = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const fault = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: unknown) => (error as { fault?: string }).fault ?? String(error),
  );

describe('an address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
    'of the public internet is called: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
    ...['100.64.0.1', '192.0.0.8', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', 'fe80::1', 'fc00::1', 'fd00:ec2::254'],
    ...['ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', '100::1', '4000::1'],
    ...['localhost', '', '1.2.3', 'fe80::1%eth0'],
  ])('that is not is never called: %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a call to an address that somebody typed in', () => {
  let listener: HttpsListener;
  beforeEach(async () => {
    listener = await HttpsListener.start();
  });
  afterEach(() => listener.stop());

  const client = (options: SafeFetchOptions = {}): SafeFetch => createSafeFetch({ ca: LOCALHOST.cert, ...options });
  const allowed = () => allowListFrom(`localhost:${listener.port}`);

  it('does not reach this machine, whatever it is called', async () => {
    const { port } = listener;
    const names = ['localhost', '127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '[::1]'];
    for (const name of [...names, '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '0']) {
      expect(await fault(client()(`https://${name}:${port}/`))).toBe('forbidden');
    }
    expect(listener.heard).toEqual([]);
  });

  it('reaches what the allow list names, with its port only', async () => {
    const call = client({ allow: allowed() });
    const { status, body } = await call(`${listener.origin}/hook?a=1`, { body: '{"a":1}', headers: { 'x-a': 'b' } });
    expect([status, body.toString()]).toEqual([200, 'ok']);
    expect(listener.heard).toMatchObject([
      { method: 'POST', path: '/hook?a=1', body: '{"a":1}', headers: { 'x-a': 'b' } },
    ]);
    const elsewhere = await HttpsListener.start();
    expect(await fault(call(elsewhere.origin))).toBe('forbidden');
    await elsewhere.stop();
  });

  it('does not reach a host with one public address and one that is not', async () => {
    const resolve = async () => at('93.184.216.34', '10.0.0.5');
    expect(await fault(client({ resolve })('https://two.example/'))).toBe('forbidden');
    expect(await fault(client({ resolve: async () => at('::ffff:10.0.0.5') })('https://six.example/'))).toBe(
      'forbidden',
    );
  });

  it('connects to the address that was checked, not to what the name means a moment later', async () => {
    // Rebinding: the first answer is allowed, each later one would be somewhere else.
    let looked = 0;
    const resolve = async () => (looked++ === 0 ? at('127.0.0.1') : at('192.0.2.1'));
    const allow = allowListFrom(`127.0.0.1:${listener.port}`);
    const call = client({ resolve, allow });
    expect((await call(listener.origin)).status).toBe(200);
    expect(looked).toBe(1);
    expect(await fault(call(listener.origin))).toBe('forbidden');
  });

  it('is checked anew after each redirect', async () => {
    const call = client({ allow: allowed() });
    for (const location of [
      'https://127.0.0.1:1/',
      'https://169.254.169.254/latest/meta-data',
      'http://example.com/',
      'file:///etc/passwd',
    ]) {
      listener.answers.push(answerWith(302, { location }));
      expect(await fault(call(listener.origin))).toBe('forbidden');
    }
    listener.answers.push(answerWith(302, { location: '/there' }));
    expect((await call(`${listener.origin}/here`)).url).toBe(`${listener.origin}/there`);
  });

  it('is led on three times at most', async () => {
    listener.answers.push(...Array(4).fill(answerWith(307, { location: '/again' })));
    expect(await fault(client({ allow: allowed() })(listener.origin))).toBe('redirects');
    expect(listener.heard).toHaveLength(4);
  });

  it('is posted again where the answer asks for it, without its password when that is another place', async () => {
    const other = await HttpsListener.start();
    const allow = allowListFrom(`localhost:${listener.port},localhost:${other.port}`);
    listener.answers.push(answerWith(308, { location: `${other.origin}/new` }));
    const headers = { authorization: 'Bearer secret', 'x-solodesk-event': 'a' };
    await client({ allow })(listener.origin, { body: 'hello', headers });
    expect(other.heard).toMatchObject([
      { method: 'POST', path: '/new', body: 'hello', headers: { 'x-solodesk-event': 'a' } },
    ]);
    expect(other.heard[0]?.headers.authorization).toBe(undefined);
    listener.answers.push(answerWith(302, { location: `${other.origin}/new` }));
    expect((await client({ allow })(listener.origin, { body: 'hello' })).status).toBe(302);
    await other.stop();
  });

  it('ends when the answer is too long, or does not come in time', async () => {
    const call = client({ allow: allowed() });
    listener.answers.push(answerWith(200, {}, 'x'.repeat(2_000)));
    expect(await fault(call(listener.origin, { maxBytes: 1_000 }))).toBe('too_large');
    listener.answers.push(() => undefined);
    expect(await fault(call(listener.origin, { timeoutMs: 100 }))).toBe('timeout');
    // A slow body counts as well.
    listener.answers.push((_request, response) => void response.write('a'));
    expect(await fault(call(listener.origin, { timeoutMs: 100 }))).toBe('timeout');
    listener.answers.push((_request, response) => void response.destroy());
    expect(await fault(call(listener.origin))).toBe('cut_off');
  });

  it('says what is wrong with a host that cannot be reached', async () => {
    const missing = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    expect(await fault(client({ resolve: () => Promise.reject(missing) })('https://nobody.example/'))).toBe(
      'not_found',
    );
    const never = () => new Promise<never>(() => undefined);
    expect(await fault(client({ resolve: never })('https://slow.example/', { timeoutMs: 50 }))).toBe('not_found');
    expect(await fault(createSafeFetch({ allow: allowed() })(listener.origin))).toBe('tls');
    const { origin } = listener;
    const call = client({ allow: allowed() });
    await listener.stop();
    expect(await fault(call(origin))).toBe('refused');
    listener = await HttpsListener.start();
  });

  it('is made by https only, and not to what is no web address', async () => {
    const call = client({ allow: allowed(), resolve: async () => at('93.184.216.34') });
    for (const url of [
      'http://example.com/',
      'ftp://example.com/',
      'https://user:pass@example.com/',
      'example.com',
      '',
    ]) {
      expect(await fault(call(url))).toBe('forbidden');
    }
  });
});

describe('an allow list', () => {
  it.each(['127.0.0.1', 'localhost', 'https://a:1', 'a:1/x', 'a:99999', 'u@a:1'])('does not take %s', (text) => {
    expect(() => allowListFrom(text)).toThrow('must be hosts with ports');
  });

  it('takes several, also of IPv6', () => {
    const list = allowListFrom(' 127.0.0.1:4711, [::1]:80 ,n8n.internal:5678,');
    expect(list.allows('127.0.0.1', 4711) && list.allows('[::1]', 80) && list.allows('n8n.internal', 5678)).toBe(true);
    expect(list.allows('127.0.0.1', 4712)).toBe(false);
  });
});

describe('a third party', () => {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());
  const call = createSafeFetch({ resolve: async () => at('93.184.216.34') });
  const url = 'https://api.example.com/hook';

  it('that fails is an answer, as is one that makes no sense', async () => {
    network.use(http.post(url, () => HttpResponse.text('{"a":', { status: 500 })));
    const { status, body } = await call(url, { body: '{}' });
    expect([status, body.toString()]).toEqual([500, '{"a":']);
  });

  it('that does not answer is given up in time', async () => {
    network.use(http.post(url, () => delay(400)));
    expect(await fault(call(url, { body: '{}', timeoutMs: 100 }))).toMatch(/timeout|network/);
  });

  it('that breaks off is one that may have heard', async () => {
    network.use(http.post(url, () => HttpResponse.error()));
    expect(await fault(call(url, { body: '{}' }))).toMatch(/network|cut_off/);
  });
});
