import { describe, expect, it } from '@jest/globals';
import { buildFaqSearch, createFaqSearch } from './search/faq-search.ts';
import { atOnce, inSlices } from './in-slices.ts';
import type { Pace } from './in-slices.ts';
import { shopBook } from './testing/shop-book.ts';

function* busy(steps: number, stepMs: number): Generator<void, string> {
  for (let step = 0; step < steps; step += 1) {
    const end = performance.now() + stepMs;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  it('lets what waits go first, again and again', async () => {
    let turns = 0;
    let over = false;
    const chat = () => {
      turns += 1;
      if (!over) setImmediate(chat);
    };
    setImmediate(chat);
    expect(await inSlices(busy(40, 1))).toBe('done');
    over = true;
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('keeps short steps together, as each turn costs time of its own', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    expect(await inSlices(busy(1_000, 0))).toBe('done');
    clearInterval(timer);
    expect(turns).toBeLessThan(100);
  });

  it('fails as the work does', async () => {
    const failing = function* (): Generator<void, never> {
      yield;
      throw new RangeError('no');
    };
    await expect(inSlices(failing())).rejects.toThrow(RangeError);
    expect(() => atOnce(failing())).toThrow(RangeError);
  });

  it('makes the same of it as without pauses', async () => {
    const sliced = await inSlices(buildFaqSearch(shopBook()));
    const whole = createFaqSearch(shopBook());
    for (const text of ['order', 'retrun', '退货']) {
      expect(sliced.search(text, 'en', 5)).toEqual(whole.search(text, 'en', 5));
    }
  });

  it('makes the same of a changed book with what it knows of the earlier one', () => {
    const faqs = new Map(shopBook().faqs);
    faqs.delete([...faqs.keys()][0]!);
    const changed = { ...shopBook(), faqs };
    const after = atOnce(buildFaqSearch(changed, createFaqSearch(shopBook())));
    const anew = createFaqSearch(changed);
    for (const text of ['order', 'retrun', 'where is my', '退货', '订单']) {
      for (const locale of ['en', 'zh'] as const)
        expect(after.search(text, locale, 5)).toEqual(anew.search(text, locale, 5));
    }
  });

  it('rests between slices, as a reply takes several turns', async () => {
    const took = async (pace: Pace) => {
      const began = performance.now();
      await inSlices(busy(20, 1), pace);
      return performance.now() - began;
    };
    // Twenty steps of a millisecond and as many rests of three; a busy machine only makes it longer.
    expect(await took('gentle')).toBeGreaterThan(60);
  });

  it('builds an index in many steps', () => {
    const steps = [...buildFaqSearch(shopBook())].length;
    expect(steps).toBeGreaterThan(4);
  });
});
