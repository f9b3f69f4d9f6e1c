import { describe, expect, it } from '@jest/globals';
import { createCannedDesk } from './canned-desk.ts';
import type { OwnerCall } from './owner-socket.ts';

const HELLO = { id: 'a', name: 'Hello', texts: { en: 'Hello {name}' } };

describe('the replies that an owner keeps', () => {
  const said: unknown[] = [];
  let answer: unknown = { ok: true, replies: [HELLO] };
  const call = (async (event: string, body: unknown) => {
    said.push([event, body]);
    return answer;
  }) as unknown as OwnerCall;

  it('are asked for once, follow what is told, and are asked for anew when the line is back', async () => {
    const { desk, heard, refresh } = createCannedDesk(call);
    refresh();
    expect(said).toEqual([]);
    await desk.read('shop');
    expect(desk.get()).toEqual({ shop: [HELLO] });
    heard('shop', []);
    expect(desk.get()).toEqual({ shop: [] });
    refresh();
    await Promise.resolve();
    await Promise.resolve();
    expect(desk.get()).toEqual({ shop: [HELLO] });
    await desk.put('shop', HELLO);
    await desk.drop('shop', 'a');
    expect(said.slice(2)).toEqual([
      ['canned_put', { site: 'shop', ...HELLO }],
      ['canned_drop', { site: 'shop', id: 'a' }],
    ]);
  });

  it('stay what they were when they cannot be read', async () => {
    const { desk, heard } = createCannedDesk(call);
    heard('shop', [HELLO]);
    answer = { ok: false, error: { kind: 'unavailable', message: 'not now' } };
    expect(await desk.read('shop')).toMatchObject({ ok: false });
    expect(desk.get()).toEqual({ shop: [HELLO] });
  });
});
