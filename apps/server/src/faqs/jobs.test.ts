import { describe, expect, it } from '@jest/globals';
import { createSeededIds, silentLog } from '@solodesk/core/testing';
import { WireFault } from '../realtime/wire-error.ts';
import { Jobs } from './jobs.ts';

const jobs = () => new Jobs<string>(createSeededIds(1), silentLog);
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a job that a console began', () => {
  it('tells how far it is, never less than before, and then its result', async () => {
    const all = jobs();
    let finish = (_result: string) => undefined as void;
    let tell = (_share: number) => undefined as void;
    const id = all.begin('shop', (onProgress) => {
      tell = onProgress;
      return new Promise((resolve) => (finish = (result) => resolve(result)));
    });
    expect(all.of('shop', id)).toEqual({ state: 'running', share: 0 });
    tell(0.4);
    tell(0.2);
    expect(all.of('shop', id)).toEqual({ state: 'running', share: 0.4 });
    finish('done it');
    await settled();
    expect(all.of('shop', id)).toEqual({ state: 'done', result: 'done it' });
  });

  it('is nobody else’s', async () => {
    const all = jobs();
    const id = all.begin('shop', async () => 'x');
    await settled();
    expect([all.of('bakery', id), all.of('shop', 'nonsense')]).toEqual([null, null]);
  });

  it('says why it failed, and nothing of what we did not foresee', async () => {
    const all = jobs();
    const foreseen = all.begin('shop', async () => Promise.reject(new WireFault('conflict', 'changed meanwhile')));
    const unforeseen = all.begin('shop', async () => Promise.reject(new Error('/secret/path')));
    await settled();
    expect(all.of('shop', foreseen)).toMatchObject({ state: 'failed', error: { kind: 'conflict' } });
    expect(JSON.stringify(all.of('shop', unforeseen))).not.toContain('secret');
  });

  it('is forgotten when many newer ones have come', async () => {
    const all = jobs();
    const first = all.begin('shop', async () => 'first');
    for (let n = 0; n < 60; n++) all.begin('shop', async () => 'later');
    await settled();
    expect(all.of('shop', first)).toBeNull();
  });
});
