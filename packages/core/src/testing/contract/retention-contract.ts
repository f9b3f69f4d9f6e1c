import { newTicket, PLAIN_PRIORITY } from '../../domain/ticket/ticket.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const HOUR = 3_600_000;

export const retentionContract: Contract = ({ describe, it, expect }, stage) => {
  const drain = async (kind: 'messages' | 'tickets' | 'pageEvents' | 'accessLog', before: number, site = SHOP) => {
    let sum = 0;
    for (let gone = -1; gone !== 0; sum += gone) gone = await stage().store.expire(site, kind, before, 90_000);
    return sum;
  };

  describe('what is too old', () => {
    it('is a closed conversation whose last word is, and goes with all that was said', async () => {
      const { store } = stage();
      const [old, late, open] = [await stage().visitor(), await stage().visitor(), await stage().visitor()];
      for (const [visitor, at] of [
        [old, 1_000],
        [late, 60_000],
        [open, 1_000],
      ] as const) {
        await stage().says(visitor, { text: 'hello', at });
        if (visitor !== open) await stage().closes(visitor, at + 100);
      }
      const { id, key } = await stage().conversation(old);
      const cursor = await store.cursor(SHOP);
      expect(await store.countExpired(SHOP, 'messages', 50_000)).toBe(1);
      expect(await store.nextExpired(SHOP, 50_000)).toEqual([key]);
      expect(await store.nextExpired(BAKERY, 50_000)).toEqual([]);
      expect(await drain('messages', 50_000, BAKERY)).toBe(0);
      expect(await drain('messages', 50_000)).toBe(1);
      expect(await store.findConversation(SHOP, id)).toBeNull();
      expect(await store.findVisitor(old.key)).toBeNull();
      expect((await store.readLog(key, { limit: 9 })).map(({ entry }) => entry.type)).toEqual(['erased']);
      expect((await store.eventsAfter(SHOP, cursor, 9)).map(({ entry }) => entry)).toEqual([
        { type: 'erased', conversation: id },
      ]);
      for (const visitor of [late, open]) expect((await stage().conversation(visitor)).lastSeq).toBeGreaterThan(0);
      expect(await store.countExpired(SHOP, 'messages', 50_000)).toBe(0);
    });

    it('is a closed request, which becomes a figure', async () => {
      const { store } = stage();
      const rest = {
        priority: PLAIN_PRIORITY,
        contactKey: null,
        dueAt: null,
        by: { kind: 'bot' as const },
        route: TO_OWNER,
      };
      const draft = {
        category: 'returns',
        form: null,
        subject: 'Vase',
        details: [],
        missing: [],
        locale: 'en' as const,
      };
      for (const number of [1, 2]) {
        const birth = { id: stage().uuid(), site: SHOP, number, at: 1_000, ...rest };
        await store.saveTicket(newTicket({ ...draft, contact: { email: 'a@one.example' } }, birth));
      }
      const open = await store.findTicketByNumber(SHOP, 1);
      await store.saveTicket({ expectedVersion: 1, next: { ...open!, version: 2, state: 'closed' }, history: [] });
      expect(await store.countExpired(SHOP, 'tickets', 50_000)).toBe(1);
      expect(await drain('tickets', 50_000)).toBeGreaterThan(0);
      expect(await store.findTicketByNumber(SHOP, 1)).toMatchObject({ subject: '', contact: {}, state: 'closed' });
      expect(await store.findTicketByNumber(SHOP, 2)).toMatchObject({ subject: 'Vase' });
      expect(await store.countExpired(SHOP, 'tickets', 50_000)).toBe(0);
    });

    it('is what the pages reported, and nothing of another site', async () => {
      const { store } = stage();
      const [here, there] = [await stage().visitor(), await stage().visitor(BAKERY)];
      const event = (clientId: string, at: number) => ({ clientId, name: 'view', props: {}, at, page: '/' });
      for (const { key } of [here, there]) await store.addTracked(key, [event('a', 1_000), event('b', 60_000)]);
      expect(await store.countExpired(SHOP, 'pageEvents', 50_000)).toBe(1);
      expect(await drain('pageEvents', 50_000)).toBe(1);
      expect((await store.tracked(here.key, 9)).map(({ clientId }) => clientId)).toEqual(['b']);
      expect(await store.tracked(there.key, 9)).toHaveLength(2);
    });
  });

  describe('what the pages reported', () => {
    it('is also what was searched for in vain', async () => {
      const { store } = stage();
      const search = { text: 'gift', locale: 'en', guesses: [] } as const;
      for (const at of [1_000, 60_000]) await store.keepSearch(SHOP, { ...search, at }, 9);
      await store.keepSearch(BAKERY, { ...search, at: 1_000 }, 9);
      expect(await drain('pageEvents', 50_000)).toBe(1);
      const left = (site: string) => store.unanswered(site, { status: 'open', limit: 9 });
      expect((await left(SHOP)).map(({ at }) => at)).toEqual([60_000]);
      expect(await left(BAKERY)).toHaveLength(1);
    });
  });

  describe('a day of taking out', () => {
    it('is had once, and again when whoever had it broke off', async () => {
      const { store } = stage();
      expect(await store.claimRetention(SHOP, '2026-11-27', 1_000)).toBe(true);
      expect(await store.claimRetention(SHOP, '2026-11-27', 2_000)).toBe(false);
      expect(await store.claimRetention(BAKERY, '2026-11-27', 2_000)).toBe(true);
      expect(await store.claimRetention(SHOP, '2026-11-27', 1_000 + HOUR)).toBe(true);
      await store.finishRetention(SHOP, '2026-11-27', 5_000, { messages: 3 });
      expect(await store.claimRetention(SHOP, '2026-11-27', 9 * HOUR)).toBe(false);
      expect(await store.claimRetention(SHOP, '2026-11-28', 24 * HOUR)).toBe(true);
      expect(await store.retentionRuns(SHOP, 9)).toEqual([
        { day: '2026-11-28', startedAt: 24 * HOUR, finishedAt: null, removed: {} },
        { day: '2026-11-27', startedAt: 1_000 + HOUR, finishedAt: 5_000, removed: { messages: 3 } },
      ]);
      expect(await store.retentionRuns(BAKERY, 9)).toHaveLength(1);
    });
  });

  describe('who saw whom', () => {
    const view = (change: object = {}) => ({
      ...{
        site: SHOP,
        at: 1_000,
        account: 1,
        by: 'Mara',
        kind: 'contact' as const,
        contact: 7,
        visitor: null,
        detail: '',
      },
      ...change,
    });

    it('is noted once a look, and is its site’s', async () => {
      const { store } = stage();
      await store.noteView(view());
      await store.noteView(view({ at: 2_000 }));
      await store.noteView(view({ at: 3_000, contact: 8 }));
      await store.noteView(view({ at: 4_000, kind: 'conversation', contact: null, visitor: 3 }));
      await store.noteView(view({ at: 1_000 + HOUR }));
      await store.noteView(view({ site: BAKERY }));
      const all = await store.views(SHOP, { limit: 9 });
      expect(all.map(({ at }) => at)).toEqual([1_000 + HOUR, 4_000, 3_000, 1_000]);
      expect(all[1]).toMatchObject(view({ at: 4_000, kind: 'conversation', contact: null, visitor: 3 }));
      expect((await store.views(SHOP, { limit: 2, before: all[1]!.key })).map(({ at }) => at)).toEqual([3_000, 1_000]);
      expect(await store.views(SHOP, { limit: 9, contact: 7 })).toHaveLength(2);
      expect(await store.views(BAKERY, { limit: 9, visitor: 3 })).toEqual([]);
      expect(await drain('accessLog', 3_500)).toBe(2);
      expect(await store.views(SHOP, { limit: 9 })).toHaveLength(2);
    });
  });

  describe('consent texts', () => {
    it('are all kept, also of a version that was changed', async () => {
      const { store } = stage();
      const text = { en: 'We keep a log.', zh: '我们会保留记录。' };
      await store.noteConsentText(SHOP, { version: '1', text, since: 1_000 });
      await store.noteConsentText(SHOP, { version: '1', text, since: 2_000 });
      await store.noteConsentText(SHOP, { version: '1', text: { en: 'We keep everything.' }, since: 3_000 });
      await store.noteConsentText(SHOP, { version: '2', text, since: 4_000 });
      expect((await store.consentTexts(SHOP)).map(({ version, since }) => [version, since])).toEqual([
        ['2', 4_000],
        ['1', 3_000],
        ['1', 1_000],
      ]);
      expect((await store.consentTexts(SHOP)).at(-1)).toEqual({ version: '1', text, since: 1_000 });
      expect(await store.consentTexts(BAKERY)).toEqual([]);
    });
  });
};
