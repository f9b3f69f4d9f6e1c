import { describe, expect, it } from '@jest/globals';
import { createFakeClock, createMemoryStore } from '@solodesk/core/testing';
import { createLog } from '../log.ts';
import { WidgetSightings } from './widget-sightings.ts';

describe('where a widget was seen', () => {
  const shop = { id: 'shop', origins: ['https://shop.example'] };

  it('is kept of the site’s own pages, however many origins somebody makes up, and of a few others', async () => {
    const clock = createFakeClock(1_000);
    const sightings = new WidgetSightings(createMemoryStore(), clock, createLog('silent'));
    for (let time = 0; time < 3; time++) {
      for (let n = 0; n < 50; n++) sightings.saw(shop, `https://made-up-${time}-${n}.example/`);
      sightings.saw(shop, 'https://shop.example/page?secret=1');
      clock.advance(10 * 60_000);
    }
    const seen = (await sightings.of('shop')).map(({ origin }) => origin);
    expect(seen).toContain('https://shop.example');
    expect(seen).toHaveLength(20);
    expect(seen.filter((origin) => origin.includes('made-up-2'))).toHaveLength(8);
  });
});
