import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KNOWN } from '../testing/shop-sites.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';
import type { Visitor } from '../testing/visitor.ts';

describe('what bad packets get', () => {
  let desk: TestDesk;
  let bystander: Visitor;
  beforeAll(async () => {
    desk = await startDesk();
    bystander = await desk.visit();
  });
  afterAll(async () => {
    // Whatever was sent above: somebody else is still connected, and is answered.
    const { seq } = await bystander.mustSay(KNOWN.question);
    expect(await bystander.answerTo(seq)).toMatchObject({ text: KNOWN.answer });
    expect(desk.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
    await desk.end();
  });

  it('survives a visitor event without acknowledgement and without a body', async () => {
    const visitor = await desk.visit();
    visitor.sendRaw('2/visitor,["message"]');
    await expect(visitor.heard.until('fault')).resolves.toMatchObject({ kind: 'bad_request' });
    expect((await visitor.say('still here')).ok).toBe(true);
  });

  it('survives an owner event without acknowledgement and without a body', async () => {
    const owner = await desk.console();
    owner.socket.io.engine.write('2/owner,["reply"]');
    await expect(owner.heard.until('fault')).resolves.toMatchObject({ kind: 'bad_request' });
    expect((await owner.must('inbox', { filter: 'open' })).waiting).toBe(0);
  });

  it('answers a good event without acknowledgement by doing it', async () => {
    const visitor = await desk.visit();
    visitor.sendRaw(`2/visitor,["message",{"clientId":"${randomUUID()}","text":"no ack"}]`);
    expect(await visitor.hears((event) => event.type === 'visitor_message')).toMatchObject({ text: 'no ack' });
  });

  it.each(['nothing', 'error', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'refuses an event named "%s"',
    async (name) => {
      const visitor = await desk.visit();
      expect(await visitor.emitAnything(name, {})).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
      expect((await visitor.say('still here')).ok).toBe(true);
    },
  );

  it('refuses an event whose name is a number', async () => {
    const visitor = await desk.visit();
    visitor.sendRaw('2/visitor,[7,{}]');
    await expect(visitor.heard.until('fault')).resolves.toMatchObject({ kind: 'bad_request' });
  });

  const clientId = randomUUID();
  it.each<[string, unknown]>([
    ['an object where the text belongs', { clientId, text: { type: 'b', props: { children: 'x' } } }],
    ['an array where the text belongs', { clientId, text: ['a', 'b'] }],
    ['a number where the text belongs', { clientId, text: 5 }],
    ['no body', undefined],
    ['a string as body', 'hello'],
    ['null as body', null],
    ['bytes as body', Buffer.from('hello')],
    ['bytes as text', { clientId, text: Buffer.from('hello') }],
    ['a client id that is none', { clientId: '1', text: 'hello' }],
    ['an object as client id', { clientId: { toString: 'x' }, text: 'hello' }],
    ['an empty text', { clientId, text: ' \n ' }],
    ['an intent that is an object', { clientId, text: 'hello', intent: {} }],
  ])('refuses %s', async (_what, body) => {
    const visitor = await desk.visit();
    expect(await visitor.emitAnything('message', body)).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
    expect((await visitor.say('still here')).ok).toBe(true);
  });

  it('never repeats in a refusal what was sent', async () => {
    const visitor = await desk.visit();
    const ack = await visitor.emitAnything('message', { clientId: 'my secret', text: 'my secret' });
    expect(JSON.stringify(ack)).not.toContain('my secret');
  });

  it('keeps nothing of a body that is not in the schema', async () => {
    const visitor = await desk.visit();
    visitor.sendRaw(
      `2/visitor,["message",{"clientId":"${randomUUID()}","text":"plain","__proto__":{"text":"x"},"constructor":1,"seq":9}]`,
    );
    const event = await visitor.hears(({ type }) => type === 'visitor_message');
    expect(Object.keys(event).sort()).toEqual(['at', 'clientId', 'seq', 'text', 'type']);
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  it('refuses 30,000 nested brackets', async () => {
    const visitor = await desk.visit();
    visitor.sendRaw(`2/visitor,["message",{"text":${'['.repeat(30_000)}${']'.repeat(30_000)}}]`);
    await expect(visitor.heard.until('fault')).resolves.toMatchObject({ kind: 'bad_request' });
  });

  it.each([
    ['a packet that is not of the protocol', 'x'],
    ['an event of a namespace that nobody may enter', '2["msg"]'],
    ['an attempt to enter that namespace', '0'],
    ['half a packet', '2/visitor,["message",{'],
    ['an event that the protocol reserves', '2/visitor,["disconnect"]'],
    ['a binary event without its bytes', '451-/visitor,["message",{"_placeholder":true,"num":5}]'],
    ['a packet of more than 64 KB', `2/visitor,["message",{"text":"${'x'.repeat(70_000)}"}]`],
    ['an answer that nobody asked for', '3/visitor,99[]'],
  ])('lets %s cost its sender the line at most', async (_what, packet) => {
    const visitor = await desk.visit();
    visitor.sendRaw(packet);
    const ack = await Promise.race([
      visitor.say('am I still here?').catch(() => null),
      until(() => visitor.socket.disconnected, 'to be cut').then(() => null),
    ]);
    expect(ack === null || ack.ok).toBe(true);
    expect((await bystander.emit('typing', { on: true })).ok).toBe(true);
  });

  it.each([
    ['no version', { v: undefined }, 'bad_request'],
    ['a version from the future', { v: 99 }, 'upgrade_required'],
    ['a version from the future with another shape', { v: 99, locale: 'tlh', site: 7 }, 'upgrade_required'],
    ['an object as site', { site: { id: 'shop' } }, 'bad_request'],
    ['an array as token', { token: ['x'] }, 'bad_request'],
    ['a language that we do not speak', { locale: 'tlh' }, 'bad_request'],
    [
      'a name that is no text, beside attributes that are nested',
      { identity: { userId: 5, attributes: { a: { b: 1 } } } },
      'bad_request',
    ],
  ])('refuses a handshake with %s', async (_what, auth, kind) => {
    await expect(desk.knock({ auth }).welcomed).rejects.toThrow(kind);
  });
});
