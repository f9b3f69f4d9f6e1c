import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';

describe('tickets by the API', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  describe('tickets', () => {
    it('are made, read, listed page by page, found and changed', async () => {
      await at.ok('POST /api/customers', { id: 'C-7', email: 'ada@one.example', name: 'Ada' });
      const details = [
        { slot: 'order', label: 'Order', value: 'TL-1042' },
        { slot: 'iban', label: 'IBAN', value: 'DE00 1234', sensitive: true },
      ];
      const made = await at.ok('POST /api/tickets', {
        ...{
          subject: 'The lid is cracked',
          text: 'It came so.\nPlease help.',
          category: 'returns',
          customer: 'C-7',
          details,
        },
        dueAt: '2026-12-01T10:00:00+01:00',
      });
      expect(made).toMatchObject({
        ...{ name: 'SHOP-T1', number: 1, state: 'new', category: 'returns', customer: 'C-7', conversation: null },
        ...{ contact: { name: 'Ada', email: 'ada@one.example' }, dueAt: '2026-12-01T09:00:00.000Z', locale: 'en' },
        history: [{ by: 'api', type: 'made' }],
      });
      expect(JSON.stringify(made)).not.toContain('DE00');
      expect(await at.ok('GET /api/tickets/shop-t1')).toEqual(made);
      expect(await at.ok('GET /api/tickets/1')).toEqual(made);
      for (const subject of ['Second', 'Third', 'Fourth', 'Fifth']) await at.ok('POST /api/tickets', { subject });
      const { items, pages } = await at.all('/api/tickets', 2);
      expect([new Set(items.map(({ name }) => name)).size, items.length, pages]).toEqual([5, 5, 3]);
      expect((await at.all('/api/tickets?search=lid', 9)).items).toHaveLength(1);
      expect((await at.all('/api/tickets?category=returns', 9)).items).toHaveLength(1);
      const changed = await at.ok('PATCH /api/tickets/SHOP-T1', {
        state: 'solved',
        category: 'complaints',
        note: 'Sent anew.',
      });
      expect(changed).toMatchObject({ state: 'solved', category: 'complaints', solvedAt: expect.any(String) });
      expect((changed as { history: object[] }).history).toMatchObject([
        { type: 'made' },
        { type: 'category', from: 'returns', to: 'complaints', by: 'api' },
        { type: 'state', from: 'new', to: 'solved', by: 'api' },
        { type: 'note', text: 'Sent anew.' },
      ]);
      expect((await at.all('/api/tickets?state=solved', 9)).items).toHaveLength(1);
    });

    it('of a conversation name it, and it can be read', async () => {
      const visitor = await at.desk.visit();
      await visitor.mustSay('How long does delivery take?');
      await visitor.answerTo(1);
      const row = (await at.desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0];
      const { items, pages } = await at.all(`/api/conversations/${row?.conversation.id}/messages`, 1);
      expect(items.map(({ type, text }) => [type, text])).toEqual([
        ['visitor_message', 'How long does delivery take?'],
        ['bot_message', 'Two to four days.'],
      ]);
      expect(pages).toBe(2);
      expect(
        (await at.call(`GET /api/conversations/${row?.conversation.id}/messages`, undefined, at.bakery)).status,
      ).toBe(404);
    });

    it.each([
      [{}, 'subject', '/subject'],
      [{ subject: 'x', contact: { email: 'no' } }, 'contact.email', '/contact/email'],
      [{ subject: 'x', details: [{ slot: 'a/b', label: 'l', value: 'v' }] }, 'details.0.slot', '/details/0/slot'],
      [{ subject: 'x', customer: 'nobody' }, 'customer', '/customer'],
      [{ subject: 'a\u0000b' }, 'subject', '/subject'],
      [{ subject: 'x', surprise: 1 }, 'surprise', '/surprise'],
      [{ subject: 'x', dueAt: 'tomorrow' }, 'dueAt', '/dueAt'],
    ])('%j is refused with the field', async (body, field, pointer) => {
      expect(await at.call('POST /api/tickets', body)).toMatchObject({
        status: 422,
        body: { type: 'urn:solodesk:problem:invalid', errors: [{ in: 'body', field, pointer }] },
      });
    });
  });
});
