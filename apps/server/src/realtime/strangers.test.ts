import { randomUUID } from 'node:crypto';
import { hashToken } from '../system.ts';
import type { LogPage } from '@solodesk/protocol/visitor';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { Owner, ownerSocket } from '../testing/owner.ts';
import type { Visitor } from '../testing/visitor.ts';

describe('what strangers see of a site', () => {
  let desk: TestDesk;
  let ann: Visitor;
  let conversation: string;
  beforeAll(async () => {
    desk = await startDesk({ sites: { a: {}, b: {} } });
    ann = await desk.visit({ site: 'a' });
    ({ conversation } = await ann.mustSay('my secret'));
  });
  afterAll(() => desk.end());

  const post = async (body: object) => {
    const response = await fetch(`${desk.url}/api/receive_message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'hello', ...body }),
    });
    return { status: response.status, body: await response.json() };
  };

  it('gives a token of another site a new session, as it does a token that nobody has', async () => {
    for (const token of [ann.token, 'nobody-has-this']) {
      const visitor = await desk.visit({ site: 'b', token });
      expect(visitor.token).not.toBe(token);
      expect(visitor.welcome).toMatchObject({ conversation: null });
      const page = (await visitor.emit('pull', { after: 0 })) as LogPage;
      expect(page).toMatchObject({ conversation: null, events: [] });
    }
  });

  it('gives the owner of a token its own conversation back', async () => {
    const again = await desk.visit({ site: 'a', token: ann.token });
    expect(again.token).toBe(ann.token);
    expect(again.welcome?.conversation?.id).toBe(conversation);
  });

  it('answers over HTTP the same for a foreign token as for one that does not exist', async () => {
    const foreign = await post({ site: 'b', token: ann.token });
    expect(foreign.status).toBe(401);
    expect(await post({ site: 'b', token: 'nobody-has-this' })).toEqual(foreign);
  });

  it('answers over HTTP the same for a foreign conversation as for one that does not exist', async () => {
    const { body } = await post({ site: 'a' });
    const { token } = body as { token: string };
    const foreign = await post({ site: 'a', token, conversation });
    expect(foreign.status).toBe(404);
    expect(await post({ site: 'a', token, conversation: randomUUID() })).toEqual(foreign);
    expect(await post({ site: 'a', conversation })).toEqual(foreign);
  });

  it('tells visitors nothing of other visitors of the same site', async () => {
    const bob = await desk.visit({ site: 'a' });
    await bob.mustSay('hello');
    await ann.mustSay('something else');
    await ann.hears((event) => event.type === 'visitor_message' && event.text === 'something else');
    expect(JSON.stringify(bob.heard.all)).not.toContain('something else');
  });

  describe('as a member of another site', () => {
    let stranger: Owner;
    beforeAll(async () => {
      const account = await desk.store.createAccount({
        name: 'S',
        email: 's@b.example',
        passwordHash: '',
        createdAt: 0,
      });
      await desk.store.addMembership(account.key, 'b', 'owner');
      const times = { createdAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, lastSeenAt: 0 };
      const session = { accountKey: account.key, device: '', ...times };
      await desk.store.createSession(session, hashToken('strangers-token'));
      stranger = await new Owner(desk.url, 'solodesk_session=strangers-token').connect();
      await stranger.watch('b');
    });
    afterAll(() => stranger.leave());

    it('answers everything about a foreign site as if it did not exist', async () => {
      const inConversation = { conversation, clientId: randomUUID(), text: 'x', seq: 1, on: true, blocked: true };
      const body = { ...inConversation, spam: false, filter: 'open', cursor: 0, mode: 'away' };
      const events = ['inbox', 'sync', 'open', 'reply', 'takeover', 'hand_back', 'close', 'seen', 'typing', 'block'];
      for (const event of [...events, 'presence', 'activity']) {
        const foreign = await stranger.emitAnything(event, { ...body, site: 'a' });
        expect(foreign).toMatchObject({ ok: false, error: { kind: 'not_found' } });
        expect(await stranger.emitAnything(event, { ...body, site: 'nowhere' })).toEqual(foreign);
      }
    });

    it('answers for a foreign conversation under its own site as for one that does not exist', async () => {
      const foreign = await stranger.emit('open', { conversation });
      expect(foreign).toMatchObject({ ok: false, error: { kind: 'not_found' } });
      expect(await stranger.emit('open', { conversation: randomUUID() })).toEqual(foreign);
      expect(await stranger.reply(conversation, 'x')).toEqual(foreign);
    });

    it('lets nothing of a foreign site through, live or by cursor', async () => {
      const own = await desk.visit({ site: 'b' });
      await ann.mustSay('another secret');
      await own.mustSay('for the stranger');
      await stranger.hears((event) => event.type === 'visitor_message');
      const synced = await stranger.must('sync', { cursor: 0 });
      const everything = JSON.stringify([stranger.heard.all, synced]);
      expect(everything).toContain('for the stranger');
      expect(everything).not.toContain('secret');
    });

    it('shows over HTTP its own site only', async () => {
      const get = (path: string) =>
        fetch(`${desk.url}/console/api${path}`, { headers: { cookie: stranger.cookie } }).then(async (response) => ({
          status: response.status,
          body: await response.json(),
        }));
      expect((await get('/session')).body).toMatchObject({ sites: [{ id: 'b' }] });
      expect((await get('/sites/b')).status).toBe(200);
      const foreign = await get('/sites/a');
      expect(foreign.status).toBe(404);
      expect(await get('/sites/nowhere')).toEqual(foreign);
      expect(await get('/faqs/a')).toEqual(foreign);
    });
  });

  it('needs a session for everything of the console', async () => {
    const socket = ownerSocket(desk.url, '');
    const refused = await new Promise<Error & { data?: { kind: string } }>((resolve) =>
      socket.once('connect_error', resolve),
    );
    expect(refused.data?.kind).toBe('unauthorized');
    for (const path of ['/sites/a', '/sites/nowhere', '/faqs/a']) {
      expect((await fetch(`${desk.url}/console/api${path}`)).status).toBe(401);
    }
  });
});
