import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const sightingContract: Contract = ({ describe, it, expect }, stage) => {
  describe('where a widget was seen', () => {
    const saw = (origin: string, at: number, site = SHOP) => stage().store.sawWidget(site, { origin, at }, 2);

    it('is kept with its last time, the newest first', async () => {
      await saw('https://a.example', 3_000);
      await saw('https://b.example', 2_000);
      await saw('https://a.example', 1_000);
      expect(await stage().store.widgetSightings(SHOP)).toEqual([
        { origin: 'https://a.example', at: 3_000 },
        { origin: 'https://b.example', at: 2_000 },
      ]);
    });

    it('is one site’s alone, and never more than was said: what was seen longest ago goes', async () => {
      await saw('https://a.example', 1_000);
      await saw('https://b.example', 2_000);
      await saw('https://c.example', 3_000);
      await saw('https://a.example', 500, BAKERY);
      const origins = async (site: string) =>
        (await stage().store.widgetSightings(site)).map((sighting) => sighting.origin);
      expect(await origins(SHOP)).toEqual(['https://c.example', 'https://b.example']);
      expect(await origins(BAKERY)).toEqual(['https://a.example']);
      expect(await origins('elsewhere')).toEqual([]);
    });
  });
};
