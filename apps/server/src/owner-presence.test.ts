import { createFakeClock, createMemoryStore } from '@solodesk/core/testing';
import { describe, expect, it } from '@jest/globals';
import { OwnerPresence } from './owner-presence.ts';

const MINUTE = 60_000;

function stage() {
  const clock = createFakeClock();
  const store = createMemoryStore();
  const changes: string[] = [];
  const presence = new OwnerPresence(store, clock, (site) => changes.push(`${site} ${presence.isHere(site)}`));
  return { clock, store, presence, changes };
}

describe('the presence of an owner', () => {
  it('lasts five minutes after the last touch', () => {
    const { presence, clock } = stage();
    expect(presence.isHere('shop')).toBe(false);
    presence.touch('shop');
    clock.advance(5 * MINUTE - 1);
    expect(presence.isHere('shop')).toBe(true);
    clock.advance(1);
    expect(presence.isHere('shop')).toBe(false);
  });

  it('tells of coming and going, once each', () => {
    const { presence, clock, changes } = stage();
    presence.touch('shop');
    presence.touch('shop');
    clock.advance(5 * MINUTE);
    presence.tellChanges();
    presence.tellChanges();
    expect(changes).toEqual(['shop true', 'shop false']);
  });

  it("follows the owner's own word, whatever the activity", async () => {
    const { presence, clock } = stage();
    await presence.setMode('shop', 'away');
    presence.touch('shop');
    expect(presence.isHere('shop')).toBe(false);
    await presence.setMode('shop', 'here');
    clock.advance(60 * MINUTE);
    expect(presence.isHere('shop')).toBe(true);
  });

  it("keeps the owner's word over a restart", async () => {
    const { presence, store, clock } = stage();
    await presence.setMode('shop', 'here');
    const restarted = new OwnerPresence(store, clock, () => undefined);
    await restarted.load('shop');
    expect(restarted.mode('shop')).toBe('here');
    expect(restarted.isHere('shop')).toBe(true);
  });

  it('is one for each site', () => {
    const { presence } = stage();
    presence.touch('shop');
    expect(presence.isHere('other')).toBe(false);
  });
});
