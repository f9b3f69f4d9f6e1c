import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import type { LogPage } from '@solodesk/protocol/visitor';
import { wellFormed, wellFormedBody } from './well-formed.ts';

describe('well-formed text', () => {
  it('replaces what no store keeps, and leaves everything else alone', () => {
    expect(wellFormed('a\ud800b\udc00\0c')).toBe('a\ufffdb\ufffd\ufffdc');
    expect(wellFormed('😀 你好 e\u0301')).toBe('😀 你好 e\u0301');
  });

  it('does so in every string of a body, names included', () => {
    const body = { a: ['\ud800'], b: { '\0': 'x', n: 1, t: true, z: null } };
    expect(wellFormedBody(body)).toEqual({ a: ['\ufffd'], b: { '\ufffd': 'x', n: 1, t: true, z: null } });
  });
});

describe('texts on their way', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ environment: { LIMITS: 'off' } });
  });
  afterAll(() => desk.end());

  /** What a text is live, to a later reader, and to the owner. */
  const threeWays = async (text: string) => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { seq, conversation } = await visitor.mustSay(text);
    const live = await visitor.hears((event) => event.seq === seq);
    const page = (await visitor.emit('pull', { after: 0 })) as LogPage & { ok: true };
    const shown = await owner.hears((event) => event.conversation === conversation && event.seq === seq);
    const opened = await owner.must('open', { conversation });
    return [live, page.events[0], shown, opened.events[0]].map((event) => (event as { text: string }).text);
  };

  it.each([
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['4,000 combining marks', 'e' + '\u0301'.repeat(3999)],
    ['4,000 characters beyond the basic plane', '😀'.repeat(4000)],
    ['every kind of space', ' \t\n\u00a0\u2028\u2029\u200b\ufeffx'],
    ['right-to-left overrides', '\u202eabc\u202c'],
    ['names of object properties', '__proto__'],
  ])('keeps %s as it is, live and stored', async (_what, text) => {
    expect(await threeWays(text)).toEqual([text, text, text, text]);
  });

  it.each([
    ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['U+0000', 'a\0b', 'a\ufffdb'],
    ['nothing but U+0000', '\0', '\ufffd'],
  ])('mends %s before the ack, so that live and stored are the same', async (_what, text, mended) => {
    expect(await threeWays(text)).toEqual([mended, mended, mended, mended]);
  });

  it('mends what the owner writes as well', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    await owner.reply(conversation, 'yes \udfff');
    expect(await visitor.hears(({ type }) => type === 'owner_message')).toMatchObject({ text: 'yes \ufffd' });
  });

  it('takes 4,000 code points and refuses 4,001, by visitor, owner and HTTP', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const fits = '😀'.repeat(4000);
    const tooLong = { error: { kind: 'too_large' } };
    const { conversation } = await visitor.mustSay(fits);
    expect(await visitor.say(fits + 'x')).toMatchObject(tooLong);
    expect(await owner.reply(conversation, fits)).toMatchObject({ ok: true });
    expect(await owner.reply(conversation, fits + 'x')).toMatchObject(tooLong);
    const post = (message: string) =>
      fetch(`${desk.url}/api/receive_message`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message }),
      });
    expect((await post(fits)).status).toBe(200);
    expect((await post(fits + 'x')).status).toBe(413);
  });

  it('takes the same message again as the first one', async () => {
    const visitor = await desk.visit();
    const clientId = randomUUID();
    const [first, second] = await Promise.all([visitor.say('hello', clientId), visitor.say('hello', clientId)]);
    if (!first.ok) throw new Error('refused');
    expect(second).toMatchObject({ ok: true, seq: first.seq });
    const third = await visitor.say('something else', clientId);
    expect(third).toMatchObject({ ok: true, seq: first.seq });
  });
});
