import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askForLink, failureOf } from './ask-for-link.ts';

describe('asking for a link', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer(({ url, method }, response) => {
      const status =
        url === '/gone' ? 404 : url === '/no-head' && method === 'HEAD' ? 405 : url === '/moved' ? 302 : 200;
      response.writeHead(status, status === 302 ? { location: '/gone' } : {}).end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['/', 200],
    ['/gone', 404],
    ['/no-head', 200],
    ['/moved', 404],
  ])('gives what the page answers in the end: %s', async (path, status) => {
    expect(await askForLink(`${origin}${path}`)).toEqual({ status });
  });

  it('tells why there is no answer', async () => {
    const { port } = server.address() as AddressInfo;
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const free = (closed.address() as AddressInfo).port;
    closed.close();
    await once(closed, 'close');
    expect(free).not.toBe(port);
    expect(await askForLink(`http://127.0.0.1:${free}/`)).toEqual({ failure: 'ECONNREFUSED', hostExists: true });
  });

  it('tells a host that does not exist from one that does not answer in time', () => {
    const unknown = new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } });
    expect(failureOf(unknown)).toEqual({ failure: 'ENOTFOUND', hostExists: false });
    const late = new DOMException('aborted', 'TimeoutError');
    expect(failureOf(late)).toEqual({ failure: 'no answer within 10 s', hostExists: true });
  });
});
