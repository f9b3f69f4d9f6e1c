import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXPORT_KINDS } from '@solodesk/core';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

describe('downloads of the console', () => {
  let desk: TestDesk;
  let cookie: string;
  const write = (site: string) => ({ site, at: 1_000, uuid: () => crypto.randomUUID(), batch: null });
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} }, environment: { LIMITS: 'off' } });
    ({ cookie } = await desk.console());
    const people = Array.from({ length: 1_200 }, (_, n) => ({ id: `c${n}`, name: `=cmd ${n}` }));
    await desk.store.saveContacts(people, write('shop'));
    await desk.store.saveContacts([{ id: 'b1' }], write('bakery'));
  });
  afterAll(() => desk.end());

  const get = (path: string, headers: Record<string, string> = { cookie }) =>
    fetch(`${desk.url}/console/api/export/${path}`, { headers });

  it('give each kind as a table, whole, with a mark for Excel where it is wanted', async () => {
    const csv = await get('shop/customers.csv?bom=1');
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="shop-customers-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(csv.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1_201);
    expect(lines[1]).toContain("'=cmd 1199");
    const json = (await (await get('shop/customers.jsonl')).text()).trimEnd().split('\n');
    expect(json).toHaveLength(1_200);
    expect(JSON.parse(json[0]!)).toMatchObject({ id: 'c1199' });
    expect(await (await get('bakery/customers.jsonl')).text()).toContain('"b1"');
  });

  it('give everything as one zip, and note who took it', async () => {
    const zip = await get('shop/everything.zip?format=csv&bom=1');
    expect(zip.headers.get('content-disposition')).toMatch(/^attachment; filename="shop-\d{4}-\d\d-\d\d\.zip"$/);
    const bytes = Buffer.from(await zip.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    for (const kind of EXPORT_KINDS) expect([kind, bytes.includes(`${kind}.csv`)]).toEqual([kind, true]);
    expect((await desk.store.views('shop', { limit: 9 })).map(({ detail }) => detail)).toContain('everything');
    expect((await get('shop/everything.zip?format=exe')).status).toBe(400);
    expect((await get('shop/everything.zip?format=csv', {})).status).toBe(401);
  });

  it('give the FAQs of a site as they are served', async () => {
    const faqs = (await (await get('shop/faqs.jsonl')).text()).trimEnd().split('\n');
    expect(faqs.map((line) => JSON.parse(line) as { intent: string })).not.toHaveLength(0);
  });

  it('give one person as an archive', async () => {
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('what do you know of me?');
    const zip = await get(`shop/person.zip?conversation=${conversation}&language=zh`);
    expect(zip.headers.get('content-type')).toBe('application/zip');
    const bytes = Buffer.from(await zip.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await get('shop/person.zip')).status).toBe(400);
    expect((await get(`bakery/person.zip?conversation=${conversation}`)).status).toBe(404);
  });

  it('are the owner’s alone', async () => {
    for (const path of ['shop/customers.csv', 'shop/person.zip?contact=1']) {
      expect((await get(path, {})).status).toBe(401);
      expect((await get(path.replace('shop', 'elsewhere'))).status).toBe(404);
    }
    expect((await get('shop/passwords.csv')).status).toBe(400);
    expect((await get('shop/customers.exe')).status).toBe(400);
  });
});
