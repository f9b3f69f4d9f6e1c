import { describe, expect, it } from '@jest/globals';
import type { Log } from '@solodesk/core';
import { startTending } from './tending.ts';

const REST_MS = 2_000;
const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const endsSoon = (ending: Promise<void>) =>
  Promise.race([ending.then(() => true), new Promise((resolve) => setTimeout(resolve, REST_MS / 2, false).unref())]);

describe('work behind the chats', () => {
  it('ends at once when it is stopped while it rests', async () => {
    const tending = startTending({ work: async () => false, restMs: REST_MS, log: silent, failure: '' });
    expect(await endsSoon(tending.stop())).toBe(true);
  });

  it('ends with the slice that it is at, without another rest', async () => {
    let begun = () => undefined as void;
    let finish = (_more: boolean) => undefined as void;
    const isAtWork = new Promise<void>((resolve) => (begun = resolve));
    const work = () => {
      begun();
      return new Promise<boolean>((resolve) => (finish = resolve));
    };
    const tending = startTending({ work, restMs: REST_MS, log: silent, failure: '' });
    await isAtWork;
    const ending = tending.stop();
    finish(false);
    expect(await endsSoon(ending)).toBe(true);
  });

  it('says what failed, and tries it again', async () => {
    const said: string[] = [];
    const log: Log = { ...silent, error: (_about, message) => void said.push(message ?? '') };
    const failing = startTending({
      work: () => Promise.reject(new Error('busy')),
      restMs: 1,
      log,
      failure: 'not done',
    });
    while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(said).toEqual(['not done']);
    expect(await endsSoon(failing.stop())).toBe(true);
  });
});
