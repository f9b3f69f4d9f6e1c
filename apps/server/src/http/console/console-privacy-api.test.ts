import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { silentLog } from '@solodesk/core/testing';
import type { OwnerDownEvents } from '@solodesk/protocol/owner';
import { join } from 'node:path';
import type { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { ErasurePreview, ErasureReceipt } from './console-privacy-api.ts';

type Pushed = Parameters<OwnerDownEvents['events']>[0];

describe('erasing somebody from the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} }, environment: { LIMITS: 'off' } });
    owner = await desk.console();
  });
  afterAll(() => desk.end());

  const call = async <T>(path: string, body?: object, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/privacy/${path}`, {
      headers: { cookie, 'content-type': 'application/json', 'x-solodesk': '1' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const write = { site: 'shop', at: 1_000, uuid: () => crypto.randomUUID(), batch: null };

  it('shows what would go, and asks for the name before anything goes', async () => {
    const [saved] = await desk.store.saveContacts([{ id: 'K-1', name: 'Ada L.', email: 'ada@one.example' }], write);
    const contact = saved!.record.key;
    await desk.store.saveOrders([{ number: 'TL-1', customer: { id: 'K-1' }, total: 900, currency: 'EUR' }], write);
    const preview = (await call<ErasurePreview>(`shop/person?contact=${contact}`)).body;
    // Where they stand is worked out behind all this, sooner or later.
    const certain = <T extends { table: string }>(rows: readonly T[]) =>
      rows.filter(({ table }) => table !== 'life_stage');
    expect({ ...preview, rows: certain(preview.rows) }).toEqual({
      ...{ name: 'Ada L.', confirm: 'Ada L.', files: 0, alike: [] },
      rows: [
        { table: 'shop_order', erased: 0, anonymised: 1 },
        { table: 'contact', erased: 1, anonymised: 0 },
      ],
    });
    expect((await call('shop/erase', { contact, confirm: 'Ada' })).status).toBe(403);
    expect((await call('bakery/erase', { contact, confirm: 'Ada L.' })).status).toBe(404);
    expect((await call('shop/erase', { contact, confirm: 'Ada L.' }, '')).status).toBe(401);
    expect(await desk.store.findContact('shop', { key: contact })).not.toBeNull();
    const receipt = (await call<ErasureReceipt>('shop/erase', { contact, confirm: ' Ada L. ' })).body;
    expect(receipt).toMatchObject({ files: 0, by: 'Mia' });
    expect(certain(receipt.rows)).toEqual(certain(preview.rows));
    expect((await call<{ receipts: unknown[] }>('shop/erasures')).body.receipts).toEqual([receipt]);
    expect((await call<{ receipts: unknown[] }>('bakery/erasures')).body.receipts).toEqual([]);
    expect((await call('shop/erase', { contact, confirm: 'Ada L.' })).status).toBe(404);
  });

  it('refuses what names nobody', async () => {
    for (const bad of ['', '?contact=0', '?contact=x', '?contact=1.5']) {
      expect([bad, (await call(`shop/person${bad}`)).status]).toEqual([bad, 400]);
    }
    expect((await call('shop/person?conversation=none')).status).toBe(404);
  });

  it('ends the chat of who is chatting, takes it off the consoles, and lets them begin anew', async () => {
    const visitor = await desk.visit();
    await visitor.emit('message', { clientId: randomUUID(), text: 'Talk to a person', intent: 'solodesk.person' });
    await visitor.hears(({ type }) => type === 'handoff');
    const { conversation } = await visitor.mustSay('my name is nobody');
    await owner.hears((event) => event.conversation === conversation);
    const { confirm } = (await call<ErasurePreview>(`shop/person?conversation=${conversation}`)).body;
    expect(confirm).toBe(conversation.slice(0, 6));
    expect((await call('shop/erase', { conversation, confirm })).status).toBe(200);
    await visitor.heard.until('goodbye', ({ kind }: { kind: string }) => kind === 'unauthorized');
    const pushed = await owner.heard.until<Pushed>('events', ({ events }) => events[0]?.type === 'erased');
    expect(pushed).toMatchObject({ events: [{ conversation }], conversations: [] });
    // A console that was away at that time hears the same.
    const later = await owner.must('sync', { cursor: pushed.cursor - 1 });
    expect(later.events).toMatchObject([{ type: 'erased', conversation, id: pushed.cursor }]);
    expect(later.conversations).toEqual([]);
    expect(await owner.emitAnything('open', { site: 'shop', conversation })).toMatchObject({
      ok: false,
      error: { kind: 'not_found' },
    });

    const again = await desk.visit({ token: visitor.token });
    expect(again.welcome).toMatchObject({ conversation: null });
    expect(again.token).not.toBe(visitor.token);
    expect((await again.mustSay('hello again')).conversation).not.toBe(conversation);
  });

  it('does the same when another process erases somebody', async () => {
    const visitor = await desk.visit();
    const { conversation } = await visitor.mustSay('hello');
    const other = await openSqliteStore({ file: join(desk.dataDir, 'solodesk.sqlite'), log: silentLog });
    await other.erasePerson('shop', { conversation }, { id: crypto.randomUUID(), at: 1, by: 'solodesk' });
    await other.close();
    await desk.server.sweep();
    await visitor.heard.until('goodbye', ({ kind }: { kind: string }) => kind === 'unauthorized');
    await owner.heard.until<Pushed>('events', ({ events }) => events[0]?.conversation === conversation);
  });
});
