import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeClock, createMemoryStore } from '@solodesk/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { WireFault } from '../realtime/wire-error.ts';
import { Sealed } from './sealed.ts';
import { SecondFactors } from './second-factors.ts';

const STEP_MS = 30_000;
const mara = { key: 1, email: 'mara@shop.example', name: 'Mara', passwordHash: '', createdAt: 0 };

describe('a second factor', () => {
  let folder: string;
  let store: ReturnType<typeof createMemoryStore>;
  let clock: ReturnType<typeof createFakeClock>;
  let factors: SecondFactors;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-factor-'));
    store = createMemoryStore();
    clock = createFakeClock(1_800_000_000_000);
    factors = new SecondFactors(store, clock, new Sealed(folder));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** @returns the app's codes by the steps from now, and the recovery codes. */
  const turnOn = async () => {
    const { secret, uri } = await factors.begin(mara);
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const codeAt = (steps: number) => totp.generate({ timestamp: clock.now() + steps * STEP_MS });
    const codes = await factors.confirm(mara.key, codeAt(0));
    return { secret, uri, codeAt, codes };
  };
  const takes = (code: string) =>
    factors.mustShow(mara.key, code).then(
      () => 'taken',
      (fault: WireFault) => fault.wire.kind,
    );

  it('takes the app’s code up to a step late or early, each once, and none before one that was taken', async () => {
    const { codeAt, uri } = await turnOn();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Solodesk:mara(?:%40|@)shop\.example\?/);
    // The one that turned it on was used.
    expect(await takes(codeAt(0))).toBe('refused');
    clock.advance(10 * STEP_MS);
    expect(await takes(codeAt(-2))).toBe('refused');
    expect(await takes(codeAt(-1))).toBe('taken');
    clock.advance(10 * STEP_MS);
    expect(await takes(codeAt(2))).toBe('refused');
    const [first, second] = await Promise.all([
      takes(codeAt(1)),
      takes(` ${codeAt(1).slice(0, 3)} ${codeAt(1).slice(3)}`),
    ]);
    expect([first, second].sort()).toEqual(['refused', 'taken']);
    expect(await takes(codeAt(0))).toBe('refused');
  });

  it('has ten recovery codes, each taken once however it is written, until there are new ones', async () => {
    const { codes } = await turnOn();
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect(await takes((codes[0] ?? '').toUpperCase().replaceAll('-', ' '))).toBe('taken');
    expect(await takes(codes[0] ?? '')).toBe('refused');
    expect(await factors.state(mara.key)).toEqual({ on: true, since: clock.now(), codesLeft: 9 });
    const next = await factors.newRecoveryCodes(mara.key);
    expect(await takes(codes[1] ?? '')).toBe('refused');
    expect(await takes(next[1] ?? '')).toBe('taken');
  });

  it('cannot be guessed: after a few wrong codes right ones have to wait, too', async () => {
    const { codes } = await turnOn();
    const answers: string[] = [];
    for (let n = 0; n < 8; n++) answers.push(await takes('123456'));
    expect(answers.slice(-2)).toEqual(['rate_limited', 'rate_limited']);
    expect(await takes(codes[0] ?? '')).toBe('rate_limited');
    clock.advance(60_000);
    expect(await takes(codes[0] ?? '')).toBe('taken');
  });

  it('is asked for only once a code of the app was shown, and is begun anew until then', async () => {
    await factors.begin(mara);
    const { secret } = await factors.begin(mara);
    await expect(factors.confirm(mara.key, '12345')).rejects.toMatchObject({ wire: { kind: 'refused' } });
    expect(await factors.isOn(mara.key)).toBe(false);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now() });
    await factors.confirm(mara.key, code);
    expect(await factors.isOn(mara.key)).toBe(true);
    await expect(factors.begin(mara)).rejects.toMatchObject({ wire: { kind: 'conflict' } });
    await expect(factors.confirm(mara.key, code)).rejects.toMatchObject({ wire: { kind: 'conflict' } });
  });

  it('is no secret that a copy of the database tells', async () => {
    const { secret } = await turnOn();
    expect((await store.secondFactor(mara.key))?.secret).not.toContain(secret);
  });
});
