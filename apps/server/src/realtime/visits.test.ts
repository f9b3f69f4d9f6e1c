import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const CONSENT = { version: '2', text: { en: 'We keep what you write.', zh: '我们会保存您写的内容。' } };

describe('visits', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({
      sites: { shop: {}, strict: { identity: 'required' }, careful: { consent: CONSENT } },
      environment: { LIMITS: 'off' },
    });
    // The secret is made when it is first needed.
    await desk.visit({ auth: { identity: { userId: 'first', hash: '0' } } });
    await desk.knock({ site: 'strict', auth: { identity: { userId: 'first' } } }).welcomed.catch(() => null);
  });
  afterAll(() => desk.end());

  const sign = async (userId: string, site = 'shop') => {
    const secret = await readFile(join(desk.dataDir, 'secrets', `${site}.identity`), 'utf8');
    return createHmac('sha256', secret).update(userId).digest('hex');
  };

  it('verifies whoever brings the right signature', async () => {
    const hash = await sign('u1');
    const visitor = await desk.visit({ auth: { identity: { userId: 'u1', hash } } });
    expect(visitor.welcome?.verified).toBe(true);
  });

  it.each([
    ['no signature', undefined],
    ['a wrong one', 'f'.repeat(64)],
    ['a short one', 'ff'],
    ['words', 'trust me'],
    ['an empty one', ''],
  ])('leaves whoever brings %s unverified', async (_what, hash) => {
    const visitor = await desk.visit({ auth: { identity: { userId: 'u1', hash } } });
    expect(visitor.welcome?.verified).toBe(false);
  });

  it('takes no signature for another user or from another site', async () => {
    const other = await desk.visit({ auth: { identity: { userId: 'u2', hash: await sign('u1') } } });
    expect(other.welcome?.verified).toBe(false);
    const elsewhere = await desk.visit({ auth: { identity: { userId: 'u1', hash: await sign('u1', 'strict') } } });
    expect(elsewhere.welcome?.verified).toBe(false);
  });

  it('verifies in the middle of a visit, and tells the owner', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    const ack = await visitor.emit('identify', { userId: 'u3', hash: await sign('u3'), attributes: { name: 'Ann' } });
    expect(ack).toEqual({ ok: true, verified: true });
    const { conversation: detail } = await owner.must('open', { conversation });
    expect(detail).toMatchObject({ visitor: { name: 'Ann', verified: true }, profile: { userId: 'u3' } });
  });

  it('takes what the page claims of somebody without a name, and keeps a verified one verified', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit({ auth: { identity: { attributes: { plan: 'pro' } } } });
    const { conversation } = await visitor.mustSay('hello');
    const seen = async () => (await owner.must('open', { conversation })).conversation;
    expect(await seen()).toMatchObject({ profile: { userId: null, attributes: { plan: 'pro' } } });
    await visitor.emit('identify', { userId: 'u6', hash: await sign('u6') });
    expect(await visitor.emit('identify', { attributes: { city: 'Ulm' } })).toEqual({ ok: true, verified: true });
    expect(await seen()).toMatchObject({
      visitor: { verified: true },
      profile: { userId: 'u6', attributes: { plan: 'pro', city: 'Ulm' } },
    });
    const back = await desk.visit({ token: visitor.token, auth: { identity: { attributes: { city: 'Bonn' } } } });
    expect([back.token, back.welcome?.verified]).toEqual([visitor.token, true]);
  });

  it('takes no more claims than fit a profile, says so, and loses none of those before', async () => {
    const owner = await desk.console();
    const many = (from: number) => Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`claim ${from + n}`, n]));
    const visitor = await desk.visit({ auth: { identity: { userId: 'u7', attributes: many(0) } } });
    const { conversation } = await visitor.mustSay('hello');
    expect(await visitor.emit('identify', { attributes: many(40) })).toMatchObject({
      ok: false,
      error: { kind: 'bad_request', message: expect.stringContaining('64 names') as unknown as string },
    });
    const profile = async () => (await owner.must('open', { conversation })).conversation.profile;
    expect(await profile()).toMatchObject({ userId: 'u7', attributes: many(0) });
    expect(Object.keys((await profile()).attributes)).toHaveLength(40);
    expect(await visitor.emit('identify', { attributes: { 'claim 1': 'new' } })).toMatchObject({ ok: true });
    expect((await profile()).attributes).toMatchObject({ ...many(0), 'claim 1': 'new' });
  });

  it.each([
    ['too many', Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`claim ${n}`, n]))],
    ['too long in all', Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`claim ${n}`, 'x'.repeat(490)]))],
    ['too long a value', { plan: 'x'.repeat(501) }],
    ['too long a name', { ['x'.repeat(101)]: 1 }],
    ['no claims at all', { company: { name: 'Acme' } }],
  ])('lets a visitor in whose page claims %s, without those claims, and says so', async (_what, attributes) => {
    const before = await desk.visit({ auth: { identity: { userId: 'u8', attributes: { plan: 'pro' } } } });
    const { token } = before;
    const visitor = await desk.visit({ token, auth: { identity: { userId: 'u8', attributes } } });
    expect(visitor.token).toBe(token);
    const { message } = await visitor.heard.until<{ message: string }>('fault', ({ message }) =>
      /attributes/.test(message),
    );
    expect(message).not.toContain('Acme');
    const { conversation } = await visitor.mustSay('hello');
    const owner = await desk.console();
    const opened = await owner.must('open', { conversation });
    expect(opened.conversation.profile).toMatchObject({ userId: 'u8', attributes: { plan: 'pro' } });
  });

  it('does not let a verified session become somebody else', async () => {
    const visitor = await desk.visit({ auth: { identity: { userId: 'u4', hash: await sign('u4') } } });
    const ack = await visitor.emit('identify', { userId: 'u5', hash: await sign('u5') });
    expect(ack).toMatchObject({ ok: false, error: { kind: 'refused' } });
    const other = await desk.visit({
      token: visitor.token,
      auth: { identity: { userId: 'u5', hash: await sign('u5') } },
    });
    expect(other.token).not.toBe(visitor.token);
  });

  it('refuses the unsigned where an identity is required', async () => {
    await expect(desk.knock({ site: 'strict' }).welcomed).rejects.toThrow('refused');
    const unsigned = { identity: { userId: 'u', hash: 'f'.repeat(64) } };
    await expect(desk.knock({ site: 'strict', auth: unsigned }).welcomed).rejects.toThrow('refused');
    const signed = { identity: { userId: 'u', hash: await sign('u', 'strict') } };
    const visitor = await desk.visit({ site: 'strict', auth: signed });
    expect((await visitor.say('hello')).ok).toBe(true);
  });

  it('asks for consent to the version of today before anything is stored', async () => {
    await expect(desk.knock({ site: 'careful' }).welcomed).rejects.toThrow('refused');
    const old = desk.knock({ site: 'careful', auth: { consent: { version: '1', at: 5 } } });
    await expect(old.welcomed).rejects.toThrow('refused');
    const visitor = await desk.visit({ site: 'careful', auth: { consent: { version: '2', at: 5 } } });
    const { conversation } = await visitor.mustSay('hello');
    const owner = await desk.console('careful');
    const opened = await owner.must('open', { conversation });
    expect(opened.conversation.profile.consent).toEqual({ version: '2', at: 5 });
    await desk.visit({ site: 'careful', token: visitor.token });
  });

  it('cuts a blocked visitor at once, in every tab, and lets them not come back', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const tab = await desk.visit({ token: visitor.token });
    const { conversation } = await visitor.mustSay('buy my pills');
    await owner.must('block', { conversation, blocked: true, spam: true });
    for (const { heard, socket } of [visitor, tab]) {
      await expect(heard.until('goodbye')).resolves.toMatchObject({ kind: 'refused' });
      await until(() => socket.disconnected, 'to be cut');
    }
    await expect(desk.knock({ token: visitor.token }).welcomed).rejects.toThrow('refused');
    const response = await fetch(`${desk.url}/api/receive_message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'again', site: 'shop', token: visitor.token }),
    });
    expect(response.status).toBe(403);

    await owner.must('block', { conversation, blocked: false, spam: false });
    const back = await desk.visit({ token: visitor.token });
    expect((await back.say('sorry')).ok).toBe(true);
  });

  it('refuses what a blocked visitor sent in the same moment', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    await owner.must('block', { conversation, blocked: true, spam: false });
    visitor.socket.emit('message', { clientId: randomUUID(), text: 'late' });
    await until(() => visitor.socket.disconnected, 'to be cut');
    const { events } = await owner.must('open', { conversation });
    expect(JSON.stringify(events)).not.toContain('late');
  });

  it('takes a time zone that there is, and no made-up name, which would break what is shown in it', async () => {
    const owner = await desk.console();
    const zoneOf = async (timeZone: string) => {
      const visitor = await desk.visit({ auth: { timeZone } });
      const { conversation } = await visitor.mustSay('hello');
      return (await owner.must('open', { conversation })).conversation.profile.timeZone;
    };
    expect(await zoneOf('Asia/Shanghai')).toBe('Asia/Shanghai');
    expect(await zoneOf('<b>Mars</b>')).toBeNull();
  });

  it('keeps what a page reports once, however often it is sent', async () => {
    const visitor = await desk.visit();
    const event = {
      clientId: '7f0c7a38-8a52-4a11-9a39-5f4b3f8f2f10',
      name: 'view',
      props: { id: 1 },
      at: 1,
      page: '/',
    };
    expect(await visitor.emit('track', { events: [event] })).toEqual({ ok: true });
    expect(await visitor.emit('track', { events: [event] })).toEqual({ ok: true });
  });
});
