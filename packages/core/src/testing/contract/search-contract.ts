import type { ContactDraft } from '../../domain/records/contact.ts';
import type { OrderDraft } from '../../domain/records/order.ts';
import { searchPieces } from '../../domain/search/search-terms.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { SearchFilter, SearchPage, SearchPlace, SearchRequest } from '../../ports/search-store.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const wanted = (question: string, filter: SearchFilter = {}, limit = 10, after?: SearchPlace): SearchRequest => ({
  ...{ pieces: searchPieces(question), filter, limit },
  ...(after !== undefined && { after }),
});

/** All hits, page by page. */
async function allOf<T>(ask: (after?: SearchPlace) => Promise<SearchPage<T>>): Promise<T[]> {
  const hits: T[] = [];
  let after: SearchPlace | undefined;
  do {
    const page = await ask(after);
    hits.push(...page.hits);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return hits;
}

export const searchContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP, at = 5_000) => ({ site, at, uuid: () => stage().uuid(), batch: null });
  /** With the index as it is (some rows beside it), and once more when everything is in it. */
  const twice = async (check: () => Promise<void>) => {
    await check();
    while (await stage().store.tendSearch(50));
    expect(await stage().store.searchBacklog()).toBe(0);
    await check();
  };
  const texts = async (question: string, filter: SearchFilter = {}, site = SHOP) =>
    (await stage().store.searchMessages(site, wanted(question, filter))).hits.map(({ text }) => text);

  describe('a search of messages', () => {
    it('finds Chinese words of two signs inside of longer sentences, and words by their beginning', async () => {
      const [li, ada] = [await stage().visitor(), await stage().visitor()];
      await stage().says(li, { text: '你好，我想退货，收货地址写错了' });
      await stage().says(ada, { text: 'I was REFUNDED for order A-1042, café au lait' });
      await twice(async () => {
        for (const question of ['退货', '地址', '货地', '收货地址', '退', '我想 地址'])
          expect([question, await texts(question)]).toEqual([question, ['你好，我想退货，收货地址写错了']]);
        for (const question of ['refund', 'order a-1042', '042', 'CAFE', 'ｃａｆé'])
          expect([question, await texts(question)]).toEqual([
            question,
            ['I was REFUNDED for order A-1042, café au lait'],
          ]);
        for (const question of ['货退', '退款', 'funded', 'a-1043', 'order 退货'])
          expect(await texts(question)).toEqual([]);
      });
    });

    it('finds what visitor, bot and owner said, the newest first, and once a conversation', async () => {
      const [one, other] = [await stage().visitor(), await stage().visitor()];
      await stage().says(one, { text: 'parcel lost', at: 1_000 });
      await stage().botAnswers(one, { text: 'The parcel comes.' });
      await stage().says(other, { text: 'my parcel?', at: 2_500 });
      await stage().ownerAnswers(one, { text: 'Parcel found' });
      await twice(async () => {
        const { hits, next } = await stage().store.searchMessages(SHOP, wanted('parcel'));
        expect(hits).toMatchObject([
          { from: 'owner', text: 'Parcel found', at: 3_000, seq: 4 },
          { from: 'visitor', text: 'my parcel?', at: 2_500, seq: 1 },
        ]);
        expect(next).toBeNull();
        const { key } = await stage().conversation(one);
        expect(hits[0]?.conversationKey).toBe(key);
        expect(await texts('comes')).toEqual(['The parcel comes.']);
      });
    });

    it('comes in pages that repeat nothing and miss nothing', async () => {
      for (let n = 1; n <= 7; n++) {
        const visitor = await stage().visitor();
        await stage().says(visitor, { text: `lamp ${n}` });
        if (n % 2 === 0) await stage().says(visitor, { text: `another lamp ${n}` });
      }
      await twice(async () => {
        const found = await allOf((after) => stage().store.searchMessages(SHOP, wanted('lamp', {}, 2, after)));
        expect(found.map(({ text }) => text)).toEqual(
          [7, 6, 5, 4, 3, 2, 1].map((n) => (n % 2 === 0 ? `another lamp ${n}` : `lamp ${n}`)),
        );
      });
    });

    it('keeps to its site, and to moment, state, language and person', async () => {
      const visitor = await stage().visitor(SHOP, { locale: 'zh' });
      await stage().says(visitor, { text: 'lamp 台灯', at: 1_000 });
      await stage().says(await stage().visitor(BAKERY), { text: 'lamp bread' });
      const closed = await stage().visitor();
      await stage().says(closed, { text: 'old lamp', at: 2_000 });
      await stage().closes(closed);
      const contact = await stage().store.noteVisitorContact(visitor.key, { email: 'li@home.example' }, write());
      await twice(async () => {
        expect(await texts('lamp')).toEqual(['old lamp', 'lamp 台灯']);
        expect(await texts('lamp', {}, BAKERY)).toEqual(['lamp bread']);
        expect(await texts('lamp', {}, 'no-such-site')).toEqual([]);
        expect(await texts('lamp', { from: 1_500 })).toEqual(['old lamp']);
        expect(await texts('lamp', { to: 1_500 })).toEqual(['lamp 台灯']);
        expect(await texts('lamp', { state: 'done' })).toEqual(['old lamp']);
        expect(await texts('lamp', { state: 'open' })).toEqual(['lamp 台灯']);
        expect(await texts('lamp', { locale: 'zh' })).toEqual(['lamp 台灯']);
        expect(await texts('lamp', { contactKey: contact.key })).toEqual(['lamp 台灯']);
        expect(await texts('lamp', { contactKey: contact.key + 1 })).toEqual([]);
      });
    });

    it('finds nothing sensitive: neither what was said nor how the bot repeats it', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor, { text: 'IBAN DE02120300000000202051' });
      // What is written at once may be in the index before the bot says that it was sensitive.
      await stage().store.tendSearch(50);
      await stage().botAnswers(visitor, {
        text: 'Your account DE02120300000000202051, is that right?',
        reason: { kind: 'form', guesses: [], sensitive: true },
      });
      await stage().says(visitor, { text: 'yes, account' });
      await twice(async () => {
        expect(await texts('DE02120300000000202051')).toEqual([]);
        expect(await texts('iban')).toEqual([]);
        expect(await texts('account')).toEqual(['yes, account']);
      });
    });
  });

  describe('a search of contacts', () => {
    const names = async (question: string, filter: SearchFilter = {}, site = SHOP) =>
      (await allOf((after) => stage().store.searchContacts(site, wanted(question, filter, 2, after)))).map(
        ({ email }) => email,
      );
    const save = (...drafts: ContactDraft[]) => stage().store.saveContacts(drafts, write());

    it('looks at name, address, number and id; who is so called stands first, then the newest', async () => {
      await save(
        { id: 'C-1', name: 'Anna Lind', email: 'a@one.example' },
        { email: 'anna@two.example', name: 'Bo', phone: '+8613800138000' },
        { email: 'c@three.example', name: '王小明', locale: 'zh' },
        { email: 'd@anna.example', name: null },
        { email: 'e@five.example', name: 'Annabel' },
      );
      await stage().store.saveContacts([{ email: 'anna@bakery.example' }], write(BAKERY));
      await twice(async () => {
        expect(await names('anna')).toEqual(['e@five.example', 'a@one.example', 'd@anna.example', 'anna@two.example']);
        expect(await names('小明')).toEqual(['c@three.example']);
        expect(await names('8000')).toEqual(['anna@two.example']);
        expect(await names('c-1')).toEqual(['a@one.example']);
        expect(await names('five.example')).toEqual(['e@five.example']);
        expect(await names('anna', { locale: 'zh' })).toEqual([]);
        expect(await names('王', { locale: 'zh' })).toEqual(['c@three.example']);
        expect(await names('anna', { state: 'open' })).toEqual([]);
        expect(await names('anna', { from: 5_001 })).toEqual([]);
        expect(await names('anna', {}, BAKERY)).toEqual(['anna@bakery.example']);
      });
    });

    it('forgets what a contact was called before', async () => {
      const [first] = await save({ id: 'C-1', name: 'Anna', email: 'a@one.example' });
      await twice(async () => expect(await names('anna')).toEqual(['a@one.example']));
      await save({ id: 'C-1', name: 'Berta' });
      await twice(async () => {
        expect(await names('anna')).toEqual([]);
        expect(await names('berta')).toEqual(['a@one.example']);
        expect(await names('berta', { contactKey: first?.record.key ?? 0 })).toEqual(['a@one.example']);
        expect(await names('berta', { contactKey: 99_999 })).toEqual([]);
      });
    });

    it('finds nobody whose import was taken back', async () => {
      const { store } = stage();
      const batch = await store.startBatch({ site: SHOP, kind: 'customers', file: 'people.csv', at: 1 });
      await store.saveContacts([{ email: 'gone@one.example' }], { ...write(), batch: batch.key });
      expect(await names('gone')).toEqual(['gone@one.example']);
      await store.undoBatch(SHOP, batch.key, { at: 2, limit: 10 });
      expect(await names('gone')).toEqual([]);
    });
  });

  describe('a search of tickets', () => {
    const make = async (draft: Partial<TicketDraft>, contactKey: number | null = null): Promise<Ticket> => {
      const number = await stage().store.drawTicketNumber(SHOP);
      const change = newTicket(
        {
          ...{ category: 'returns', form: null, subject: 'A question', details: [], contact: {}, missing: [] },
          locale: 'en',
          ...draft,
        },
        {
          ...{ id: stage().uuid(), site: SHOP, number, at: 1_000 * number, by: { kind: 'visitor' }, route: TO_OWNER },
          ...{ priority: PLAIN_PRIORITY, contactKey, dueAt: null },
        },
      );
      const outcome = await stage().store.saveTicket(change);
      if (outcome.kind !== 'saved') throw new Error('refused');
      return outcome.ticket;
    };
    const numbers = async (question: string, filter: SearchFilter = {}, site = SHOP) =>
      (await allOf((after) => stage().store.searchTickets(site, wanted(question, filter, 1, after)))).map(
        ({ number }) => number,
      );

    it('looks at subject, details and contact, never at what is sensitive', async () => {
      await make({ subject: 'Broken lamp', contact: { name: 'Ada', email: 'ada@home.example' } }, 7);
      await make({
        subject: '台灯坏了',
        locale: 'zh',
        details: [
          { slot: 'what', label: 'What', value: 'The lamp fell', sensitive: false },
          { slot: 'iban', label: 'Account', value: 'DE02120300000000202051 geheim', sensitive: true },
        ],
      });
      await twice(async () => {
        expect(await numbers('lamp')).toEqual([1, 2]);
        expect(await numbers('台灯')).toEqual([2]);
        expect(await numbers('ada')).toEqual([1]);
        expect(await numbers('DE02120300000000202051')).toEqual([]);
        expect(await numbers('geheim')).toEqual([]);
        expect(await numbers('lamp', { contactKey: 7 })).toEqual([1]);
        expect(await numbers('lamp', { locale: 'zh' })).toEqual([2]);
        expect(await numbers('lamp', { from: 1_500 })).toEqual([2]);
        expect(await numbers('lamp', { state: 'open' })).toEqual([1, 2]);
        expect(await numbers('lamp', { state: 'done' })).toEqual([]);
        expect(await numbers('lamp', {}, BAKERY)).toEqual([]);
      });
    });

    it('knows the state and the words of now', async () => {
      const ticket = await make({ subject: 'Broken lamp' });
      const next: Ticket = { ...ticket, version: ticket.version + 1, state: 'solved', subject: 'Broken chair' };
      await stage().store.saveTicket({ expectedVersion: ticket.version, next, history: [] });
      await twice(async () => {
        expect(await numbers('lamp')).toEqual([]);
        expect(await numbers('chair', { state: 'done' })).toEqual([1]);
        expect(await numbers('chair', { state: 'open' })).toEqual([]);
      });
    });
  });

  describe('a search of orders', () => {
    const save = (...drafts: OrderDraft[]) => stage().store.saveOrders(drafts, write());
    const numbers = async (question: string, filter: SearchFilter = {}, site = SHOP) =>
      (await allOf((after) => stage().store.searchOrders(site, wanted(question, filter, 1, after)))).map(
        ({ number }) => number,
      );

    it('looks at number, address and goods', async () => {
      const line = (name: string) => ({ product: 'p-1', name, quantity: 1, price: null });
      await save(
        { number: 'TL-1042', lines: [line('Linen shirt')], customer: { email: 'a@one.example' }, placedAt: 1_000 },
        { number: 'TL-2042', lines: [line('亚麻衬衫')], status: 'delivered', placedAt: 2_000 },
      );
      const contact = await stage().store.findContact(SHOP, { email: 'a@one.example' });
      await twice(async () => {
        expect(await numbers('tl-1042')).toEqual(['TL-1042']);
        expect(await numbers('042')).toEqual(['TL-2042', 'TL-1042']);
        expect(await numbers('shirt')).toEqual(['TL-1042']);
        expect(await numbers('衬衫')).toEqual(['TL-2042']);
        expect(await numbers('a@one')).toEqual(['TL-1042']);
        // The names of what is stored about goods are no words of theirs.
        expect(await numbers('quantity')).toEqual([]);
        expect(await numbers('tl', { state: 'done' })).toEqual(['TL-2042']);
        expect(await numbers('tl', { state: 'open' })).toEqual(['TL-1042']);
        expect(await numbers('tl', { to: 1_500 })).toEqual(['TL-1042']);
        expect(await numbers('tl', { contactKey: contact?.key ?? 0 })).toEqual(['TL-1042']);
        expect(await numbers('tl', { locale: 'en' })).toEqual([]);
        expect(await numbers('tl', {}, BAKERY)).toEqual([]);
      });
    });
  });
};
