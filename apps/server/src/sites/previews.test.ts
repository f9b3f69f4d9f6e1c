import { describe, expect, it } from '@jest/globals';
import type { Site } from '@solodesk/core';
import { Previews } from './previews.ts';

const site = (name: string) => ({ id: 'shop', name, proactive: [{}] }) as unknown as Site;

function previews() {
  let now = 0;
  let made = 0;
  const ids = { uuid: () => `id-${++made}` };
  const kept = new Previews(ids as never, { now: () => now } as never);
  return { kept, pass: (ms: number) => (now += ms) };
}

describe('previews', () => {
  it('are sites under a name that is no site’s, and say nothing by themselves', () => {
    const { kept } = previews();
    expect(kept.keep(site('a'))).toBe('~id-1');
    expect(kept.get('~id-1')).toEqual({ id: '~id-1', name: 'a', proactive: [] });
    expect(kept.get('~id-2')).toBeNull();
  });

  it('are forgotten after an hour, and the oldest when there are too many', () => {
    const { kept, pass } = previews();
    const first = kept.keep(site('a'));
    pass(60 * 60_000 + 1);
    expect(kept.get(first)).toBeNull();
    const names = Array.from({ length: 60 }, (_, n) => kept.keep(site(String(n))));
    expect(names.filter((name) => kept.get(name) !== null)).toEqual(names.slice(-50));
  });
});
