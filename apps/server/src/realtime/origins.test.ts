import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownerSocket } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const A = 'https://a.example';
const B = 'https://b.example';

describe('where connections may come from', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ sites: { a: { origins: [A] }, b: { origins: [B] }, open: { origins: [] } } });
  });
  afterAll(() => desk.end());

  const answerTo = async (site: string, origin: string | null, transport: 'websocket' | 'polling' = 'websocket') => {
    const headers: Record<string, string> = origin === null ? {} : { origin };
    const visitor = desk.knock({ site, headers, transports: [transport] });
    return visitor.welcomed.then(
      () => 'welcome',
      (error: Error) => error.message,
    );
  };

  it('refuses a WebSocket of a foreign origin before there is a connection', async () => {
    expect(await answerTo('a', 'https://evil.example')).toBe('no connection');
  });

  it('refuses long polling of a foreign origin', async () => {
    expect(await answerTo('a', 'https://evil.example', 'polling')).toBe('no connection');
  });

  it('refuses the origin of sandboxed pages and local files', async () => {
    expect(await answerTo('a', 'null')).toBe('no connection');
  });

  it('refuses a browser that leaves the origin out and is on another site', async () => {
    const visitor = desk.knock({ site: 'a', headers: { 'sec-fetch-site': 'cross-site' } });
    await expect(visitor.welcomed).rejects.toThrow('no connection');
  });

  it.each(['websocket', 'polling'] as const)('admits an origin that the site names, by %s', async (transport) => {
    expect(await answerTo('a', A, transport)).toBe('welcome');
  });

  it('admits our own origin to every site', async () => {
    expect(await answerTo('a', desk.url)).toBe('welcome');
    expect(await answerTo('open', desk.url)).toBe('welcome');
  });

  it('admits programs, which have no origin', async () => {
    expect(await answerTo('open', null)).toBe('welcome');
  });

  it('does not let the origin of one site use another, and answers as if the other did not exist', async () => {
    expect(await answerTo('b', A)).toBe('not_found');
    expect(await answerTo('nowhere', A)).toBe('not_found');
  });

  it('keeps the origin of a line in mind when it enters a second site on the same line', async () => {
    const visitor = desk.knock({ site: 'a', headers: { origin: A } });
    await visitor.welcomed;
    const refused = await new Promise<Error & { data?: { kind: string } }>((resolve) => {
      const again = visitor.socket.io.socket('/visitor', { auth: { v: 1, site: 'b', locale: 'en' } });
      again.disconnect();
      again.auth = { v: 1, site: 'b', locale: 'en' };
      again.once('connect_error', resolve);
      again.connect();
    });
    expect(refused.data?.kind).toBe('not_found');
  });

  describe('to the console', () => {
    const enter = (cookie: string, headers: Record<string, string> = {}) =>
      new Promise<string>((resolve) => {
        const socket = ownerSocket(desk.url, cookie, headers);
        const done = (answer: string) => {
          socket.disconnect();
          resolve(answer);
        };
        socket.once('connect', () => done('connected'));
        socket.once('connect_error', (error: Error & { data?: { kind: string } }) =>
          done(error.data?.kind ?? 'closed'),
        );
      });

    it('admits a session from our own page and from programs', async () => {
      const { cookie } = await desk.console('a');
      expect(await enter(cookie, { origin: desk.url })).toBe('connected');
      expect(await enter(cookie)).toBe('connected');
    });

    it('refuses a session that comes from the page of a site', async () => {
      const { cookie } = await desk.console('a');
      expect(await enter(cookie, { origin: A })).toBe('unauthorized');
    });

    it('refuses whoever has no session, or one that does not exist', async () => {
      expect(await enter('')).toBe('unauthorized');
      expect(await enter('solodesk_session=made-up')).toBe('unauthorized');
    });
  });
});
