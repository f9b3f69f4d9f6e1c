import { MOST_TAGS } from '../../domain/crm/profile.ts';
import type { TimelineItem, TimelinePlace } from '../../domain/crm/timeline.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

/** What was told when a time was booked: the owner alone reads it. */
const REASON = { slot: 'reason', label: 'Reason', value: 'a hem', sensitive: true };

export const crmContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const contact = async (id: string, site = SHOP) => {
    const [saved] = await stage().store.saveContacts([{ id, email: `${id}@one.example`, name: id }], write(site));
    if (saved === undefined) throw new Error('nothing was saved');
    return saved.record;
  };
  const page = (n: number, at: number) => ({
    ...{ clientId: `c${n}`, name: 'page_view', props: {}, at, page: `https://shop.example/${n}` },
  });
  const ticket = (number: number, at: number, contactKey: number) =>
    newTicket(
      {
        subject: `request ${number}`,
        details: [],
        category: 'orders',
        form: null,
        contact: {},
        missing: [],
        locale: 'en',
      },
      {
        ...{ id: stage().uuid(), site: SHOP, number, at, by: { kind: 'api' }, dueAt: null, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey },
      },
    );
  const mail = (address: string): OutboxEntry => ({
    ...{ id: stage().uuid(), kind: 'mail', key: 'ticket_solved:1', dueAt: 0 },
    payload: {
      ...{ to: { address }, locale: 'en', conversation: null },
      content: { template: 'ticket_solved', ticket: 'SHOP-T1', subject: 'x', note: null },
    },
  });
  /** All that happens with one customer, and something of a stranger beside each. */
  const fullLife = async () => {
    const { store } = stage();
    const [ada, eve] = [await contact('ada'), await contact('eve')];
    const [browser, phone, strange] = [await stage().visitor(), await stage().visitor(), await stage().visitor()];
    await store.linkVerifiedVisitor(browser.key, 'ada', write());
    await store.linkVerifiedVisitor(phone.key, 'ada', write());
    await store.linkVerifiedVisitor(strange.key, 'eve', write());
    await stage().says(browser, { text: 'from the desk', at: 5_000 });
    await stage().says(phone, { text: 'from the train', at: 9_000 });
    await stage().says(strange, { text: 'from elsewhere', at: 5_500 });
    await store.addTracked(browser.key, [page(1, 4_000), page(2, 4_100)]);
    await store.addTracked(phone.key, [page(3, 8_000)]);
    await store.addTracked(strange.key, [page(4, 4_050)]);
    await store.saveOrders(
      [
        { number: 'A-1', customer: { id: 'ada' }, placedAt: 2_000, total: 500, currency: 'EUR' },
        { number: 'E-1', customer: { id: 'eve' }, placedAt: 2_100 },
      ],
      write(),
    );
    await store.saveTicket(ticket(1, 6_000, ada.key));
    await store.saveTicket(ticket(2, 6_100, eve.key));
    await store.bookAppointment({
      ...{ id: stage().uuid(), site: SHOP, resource: '', startsAt: 99_000, endsAt: 99_900, service: 'fitting' },
      ...{ contactKey: ada.key, conversationKey: null, createdAt: 1, details: [REASON] },
    });
    await store.askSurvey({
      ...{ id: stage().uuid(), site: SHOP, survey: 'satisfaction', visitorKey: browser.key, contactKey: null },
      ...{ conversationKey: browser.key, ticket: null, locale: 'en', askedAt: 7_000, restMs: 1 },
    });
    await store.planOutbox(SHOP, [mail('ada@one.example')]);
    const [job] = await store.claimJobs({ now: 10, until: 20, limit: 9, lease: 'l' });
    await store.finishJob(job?.key ?? 0, 'l', { at: 6_500, seq: 0 });
    return { ada, eve, browser };
  };
  const brief = (items: readonly TimelineItem[]) => items.map(({ at, kind }) => `${at} ${kind}`);
  const LIFE = [
    '99000 appointment',
    '9000 conversation',
    '8000 page',
    '7000 score',
    '6500 mail',
    '6000 ticket',
    '5000 conversation',
    '4100 page',
    '4000 page',
    '2000 order',
  ];

  describe('a timeline', () => {
    it('has everything of one customer and all their browsers, the newest first, and nothing of others', async () => {
      const { ada, eve } = await fullLife();
      const { items, next } = await stage().store.timeline(SHOP, ada.key, { limit: 50 });
      expect(brief(items)).toEqual(LIFE);
      expect(next).toBeNull();
      expect(items.find(({ kind }) => kind === 'order')).toMatchObject({ number: 'A-1', total: 500, currency: 'EUR' });
      expect(items.find(({ kind }) => kind === 'ticket')).toMatchObject({ number: 1, subject: 'request 1' });
      expect(items.find(({ kind }) => kind === 'mail')).toMatchObject({ about: 'ticket_solved:1' });
      expect(await stage().store.mailsAfter(SHOP, { after: 0, limit: 9 })).toMatchObject([
        { address: 'ada@one.example', about: 'ticket_solved:1' },
      ]);
      expect(await stage().store.mailsAfter(BAKERY, { after: 0, limit: 9 })).toEqual([]);
      expect(items.find(({ kind }) => kind === 'appointment')).toMatchObject({ service: 'fitting', details: [REASON] });
      expect(items.find(({ kind }) => kind === 'score')).toMatchObject({ score: null, answeredAt: null });
      expect(items.find(({ kind }) => kind === 'conversation')).toMatchObject({ preview: 'from the train' });
      expect(brief((await stage().store.timeline(SHOP, eve.key, { limit: 50 })).items)).toEqual([
        '6100 ticket',
        '5500 conversation',
        '4050 page',
        '2100 order',
      ]);
    });

    it('comes page by page without a gap or a repeat, whatever shares a moment', async () => {
      const { ada, browser } = await fullLife();
      const { store } = stage();
      await store.addTracked(
        browser.key,
        [10, 11, 12, 13].map((n) => page(n, 6_000)),
      );
      await store.saveTicket(ticket(3, 6_000, ada.key));
      const whole = (await store.timeline(SHOP, ada.key, { limit: 50 })).items;
      expect(whole).toHaveLength(LIFE.length + 5);
      for (const limit of [1, 2, 3, 7]) {
        const seen: TimelineItem[] = [];
        let after: TimelinePlace | null = null;
        do {
          const part = await store.timeline(SHOP, ada.key, { limit, ...(after !== null && { after }) });
          seen.push(...part.items);
          after = part.next;
        } while (after !== null);
        expect(seen).toEqual(whole);
      }
    });

    it('is empty for another site, and for nobody', async () => {
      const { ada } = await fullLife();
      expect(await stage().store.timeline(BAKERY, ada.key, { limit: 9 })).toEqual({ items: [], next: null });
      expect(await stage().store.timeline(SHOP, 4_711, { limit: 9 })).toEqual({ items: [], next: null });
    });
  });

  describe('what is noted of a contact', () => {
    it('is empty at first, changes part by part, and is nobody else’s', async () => {
      const { store } = stage();
      const [ada, eve] = [await contact('ada'), await contact('eve')];
      expect(await store.profile(SHOP, ada.key)).toEqual({
        ...{ contactKey: ada.key, tags: [], attributes: {}, marketing: null },
      });
      await store.changeProfile(SHOP, ada.key, { addTags: ['vip', 'B2B'], attributes: { size: 'M', shop: '柏林' } });
      await store.changeProfile(SHOP, ada.key, { marketing: { at: 7, how: 'owner' } });
      const changed = await store.changeProfile(SHOP, ada.key, {
        ...{ addTags: ['新客', 'vip'], removeTags: ['B2B'], attributes: { size: null } },
      });
      const expected = {
        ...{ contactKey: ada.key, tags: ['vip', '新客'], attributes: { shop: '柏林' } },
        marketing: { at: 7, how: 'owner' },
      };
      expect(changed).toEqual(expected);
      expect(await store.profile(SHOP, ada.key)).toEqual(expected);
      expect((await store.profile(SHOP, eve.key))?.tags).toEqual([]);
      expect(await store.profile(BAKERY, ada.key)).toBeNull();
      expect(await store.changeProfile(BAKERY, ada.key, { addTags: ['x'] })).toBeNull();
      expect((await store.changeProfile(SHOP, ada.key, { marketing: null }))?.marketing).toBeNull();
    });

    it('counts the tags of a site, the most used first', async () => {
      const { store } = stage();
      for (const id of ['a', 'b', 'c']) {
        await store.changeProfile(SHOP, (await contact(id)).key, { addTags: id === 'c' ? ['vip'] : ['new', 'vip'] });
      }
      await store.changeProfile(BAKERY, (await contact('d', BAKERY)).key, { addTags: ['bread'] });
      expect(await store.tags(SHOP, 9)).toEqual([
        { tag: 'vip', contacts: 3 },
        { tag: 'new', contacts: 2 },
      ]);
      expect(await store.tags(SHOP, 1)).toHaveLength(1);
    });

    it('has a limit, and stays as it was where that is passed', async () => {
      const { store } = stage();
      const ada = await contact('ada');
      await store.changeProfile(SHOP, ada.key, { addTags: ['one'] });
      const many = Array.from({ length: MOST_TAGS }, (_, n) => `t${n}`);
      await expect(store.changeProfile(SHOP, ada.key, { addTags: many })).rejects.toMatchObject({ kind: 'refused' });
      expect((await store.profile(SHOP, ada.key))?.tags).toEqual(['one']);
    });

    it('goes with the person', async () => {
      const { store } = stage();
      const { ada } = await fullLife();
      await store.changeProfile(SHOP, ada.key, { addTags: ['vip'], attributes: { size: 'M' } });
      await store.erasePerson(SHOP, { contact: ada.key }, { id: stage().uuid(), at: 1, by: '' });
      expect(await store.profile(SHOP, ada.key)).toBeNull();
      expect(await store.tags(SHOP, 9)).toEqual([]);
      expect((await store.timeline(SHOP, ada.key, { limit: 9 })).items).toEqual([]);
    });

    it('keeps a contact whose import is taken back', async () => {
      const { store } = stage();
      const batch = await store.startBatch({ site: SHOP, kind: 'customers', file: 'x.csv', at: 1 });
      const saved = await store.saveContacts([{ id: 'kept' }, { id: 'gone' }], { ...write(), batch: batch.key });
      const [kept, gone] = saved.map(({ record }) => record.key);
      await store.changeProfile(SHOP, kept ?? 0, { addTags: ['vip'] });
      await store.undoBatch(SHOP, batch.key, { at: 2, limit: 99 });
      expect(await store.findContact(SHOP, { key: kept ?? 0 })).not.toBeNull();
      expect(await store.findContact(SHOP, { key: gone ?? 0 })).toBeNull();
    });
  });
};
