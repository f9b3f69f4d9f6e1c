import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFakeClock } from '@solodesk/core/testing';
import type { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { PromiseView } from './console-promises-api.ts';

const HOUR = 3_600_000;

describe('promises in the console', () => {
  let clock: ReturnType<typeof createFakeClock>;
  let desk: TestDesk;
  let owner: Owner;
  beforeEach(async () => {
    clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
    desk = await startDesk({ clock, sites: { shop: { policy: { promiseHours: 4 } }, bakery: {} } });
    owner = await desk.console();
    await owner.must('presence', { mode: 'away' });
  });
  afterEach(() => desk.end());

  const read = async (site = 'shop', cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/promises/${site}`, { headers: { cookie } });
    return { status: response.status, view: (await response.json()) as PromiseView };
  };
  /** Somebody who wants a person while nobody is there, and is promised an answer. */
  const promised = async (): Promise<string> => {
    const ack = await (
      await desk.visit()
    ).emit('message', {
      ...{ clientId: crypto.randomUUID(), text: 'a person, please', intent: 'solodesk.person' },
    });
    if (!ack.ok) throw new Error(ack.error.kind);
    return ack.conversation;
  };
  const after = async (ms: number) => {
    clock.advance(ms);
    await desk.server.sweep();
  };

  it('are open until the owner answers in time, or does not', async () => {
    const first = await promised();
    await promised();
    expect((await read()).view).toMatchObject({
      days: 90,
      kept: 0,
      broken: 0,
      open: 2,
      share: null,
      usualMinutes: null,
    });
    clock.advance(HOUR);
    await owner.reply(first, 'Here I am.');
    expect((await read()).view).toMatchObject({ kept: 1, broken: 0, open: 1 });
    await after(4 * HOUR);
    expect((await read()).view).toMatchObject({ kept: 1, broken: 1, open: 0 });
    expect((await read('bakery')).view).toMatchObject({ kept: 0, broken: 0, open: 0 });
  });

  it('have a share with its interval from five on, and how long answers take', async () => {
    for (let n = 0; n < 4; n++) await owner.reply(await promised(), 'Here I am.');
    expect((await read()).view.share).toBeNull();
    await owner.reply(await promised(), 'Here I am.');
    await promised();
    await after(5 * HOUR);
    const { view } = await read();
    expect(view).toMatchObject({ kept: 5, broken: 1, usualMinutes: expect.any(Number) });
    // Wilson's interval of 5 of 6: 43.6 to 97.0 %.
    expect(view.share?.value).toBeCloseTo(5 / 6, 9);
    expect(view.share?.low).toBeCloseTo(0.4365, 3);
    expect(view.share?.high).toBeCloseTo(0.97, 3);
  });

  it('are nobody else’s', async () => {
    expect((await read('shop', '')).status).toBe(401);
    expect((await read('no-such-site')).status).toBe(404);
  });
});
