import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

let desk: TestDesk;
afterEach(() => desk.end());

describe('a question about a product', () => {
  it('is kept as something that the visitor looked at, once, and one about none is not', async () => {
    desk = await startDesk({});
    await writeFile(
      join(desk.sitesDir, 'shop/products.csv'),
      'id,name_en,price,currency\nkettle,Kettle,49,EUR\nteapot,Teapot,30,EUR\n',
    );
    const visitor = await desk.visit();
    const say = async (text: string) => {
      const ack = await visitor.emit('message', { clientId: crypto.randomUUID(), text });
      if (!ack.ok) throw new Error(ack.error.kind);
    };
    const kept = () => desk.store.trackedOfSite('shop', { limit: 9 });
    await until(() => (desk.server.sites.of('shop')?.catalogue ?? null) !== null, 'for the catalogue to be read');
    await say('how much is the kettle?');
    await until(async () => (await kept()).length > 0, 'for the question to be kept');
    await say('when do you open?');
    expect(await kept()).toMatchObject([{ name: 'solodesk.asked', props: { product: 'kettle' } }]);
  });
});
