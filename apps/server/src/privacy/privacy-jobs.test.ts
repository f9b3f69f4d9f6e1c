import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFakeClock } from '@solodesk/core/testing';
import type { RetentionAnswer, ViewsAnswer } from '../http/console/console-privacy-api.ts';
import type { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const DAY = 86_400_000;

describe('what the owner owes to the people of whom something is known', () => {
  const clock = createFakeClock(Date.now());
  let desk: TestDesk;
  let owner: Owner;
  const consent = { version: '1', text: { en: 'We keep a log.', zh: '我们会保留记录。' } };
  const settings = { retention: { messages: 30, backups: 10 }, consent };
  beforeAll(async () => {
    desk = await startDesk({ clock, sites: { shop: settings, bakery: {} }, environment: { LIMITS: 'off' } });
    owner = await desk.console();
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string) => {
    const response = await fetch(`${desk.url}/console/api/${path}`, { headers: { cookie: owner.cookie } });
    return (await response.json()) as T;
  };
  const views = async (query = '') => (await get<ViewsAnswer>(`privacy/shop/views${query}`)).views;
  const agreed = { consent: { version: '1', at: 5 } };

  it('is told who saw whom: a contact, a conversation, an archive, a table; one look once', async () => {
    const visitor = await desk.visit({ auth: agreed });
    const { conversation } = await visitor.mustSay('hello');
    const saved = await desk.store.saveContacts([{ id: 'K-1', name: 'Ada' }], {
      ...{ site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null },
    });
    const { key } = saved[0]!.record;
    for (let n = 0; n < 2; n++) await owner.must('open', { conversation });
    await get(`contacts/shop/${key}`);
    await fetch(`${desk.url}/console/api/export/shop/person.zip?contact=${key}`, { headers: { cookie: owner.cookie } });
    await fetch(`${desk.url}/console/api/export/shop/orders.csv`, { headers: { cookie: owner.cookie } });
    expect(await views()).toMatchObject([
      { kind: 'table_export', detail: 'orders', name: null },
      { kind: 'person_export', name: 'Ada', contact: key },
      { kind: 'contact', name: 'Ada', contact: key, by: 'Mia' },
      { kind: 'conversation', conversation, name: null },
    ]);
    expect(await views(`?contact=${key}`)).toHaveLength(2);
    expect(await views(`?conversation=${conversation}`)).toHaveLength(1);
    expect((await get<ViewsAnswer>('privacy/bakery/views')).views).toEqual([]);
    await desk.store.erasePerson('shop', { contact: key }, { id: crypto.randomUUID(), at: 1, by: '' });
    expect((await views()).map(({ name, contact }) => [name, contact])).toEqual(Array(4).fill([null, null]));
  });

  it('keeps the consent texts of before, and shows a new one at once', async () => {
    await desk.server.sweep();
    const file = join(desk.sitesDir, 'shop/site.json');
    const before = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...before, consent: { ...consent, version: '2' } }));
    await until(() => desk.server.sites.get('shop')?.consent?.version === '2' || undefined, 'for the new text');
    // At once: no sweep has come by.
    expect(await get('privacy/shop/consents')).toMatchObject({
      current: '2',
      texts: [
        { version: '2', text: consent.text },
        { version: '1', text: consent.text },
      ],
    });
    writeFileSync(file, JSON.stringify(before));
    await until(() => desk.server.sites.get('shop')?.consent?.version === '1' || undefined, 'for the old text');
  });

  it('shows what would go, takes it out once a day, and old backups with it', async () => {
    const visitor = await desk.visit({ auth: agreed });
    const { conversation } = await visitor.mustSay('an old story');
    await owner.must('close', { conversation });
    visitor.leave();
    const old = join(desk.dataDir, 'solodesk.sqlite.before-v1');
    writeFileSync(old, '');
    utimesSync(old, new Date(clock.now() - 11 * DAY), new Date(clock.now() - 11 * DAY));
    // The session of a month ago has ended; the next console signs in anew.
    clock.advance(29 * DAY);
    const soon = await get<RetentionAnswer>('privacy/shop/retention');
    expect(soon).toMatchObject({ days: { messages: 30, tickets: null }, expired: { messages: 0 } });
    expect(soon.runs.length).toBeGreaterThan(0);
    clock.advance(1.5 * DAY);
    await desk.server.sweep();
    expect(await desk.store.findConversation('shop', conversation)).toBeNull();
    const [today, ...others] = await desk.store.retentionRuns('shop', 99);
    expect(today?.removed.messages).toBeGreaterThan(0);
    expect(today?.finishedAt).not.toBeNull();
    await desk.server.sweep();
    expect((await desk.store.retentionRuns('shop', 99)).length).toBe(others.length + 1);
    expect(existsSync(old)).toBe(false);
  });
});
