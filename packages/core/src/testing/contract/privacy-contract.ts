import { newTicket, PLAIN_PRIORITY } from '../../domain/ticket/ticket.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const privacyContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const as = (id = 'receipt') => ({ id, at: 9_000, by: 'Mara' });

  const ticketOf = async (contactKey: number, number = 7) => {
    const { store } = stage();
    const draft = {
      category: 'returns',
      form: null,
      subject: 'Broken vase',
      details: [],
      missing: [],
      locale: 'en' as const,
    };
    const birth = { id: stage().uuid(), site: SHOP, number, at: 2_000, by: { kind: 'bot' as const }, route: TO_OWNER };
    const rest = { priority: PLAIN_PRIORITY, contactKey, dueAt: null };
    await store.saveTicket(newTicket({ ...draft, contact: { email: 'ada@one.example' } }, { ...birth, ...rest }));
  };

  const mailTo = (address: string, key: string) => ({
    ...{ id: stage().uuid(), kind: 'mail' as const, key, dueAt: 5_000 },
    payload: {
      ...{ to: { address }, locale: 'en' as const, conversation: null },
      content: { template: 'known_problem_fixed' as const, problem: 'x', note: null },
    },
  });

  /** Ada has written from two browsers, and bought something. */
  const ada = async () => {
    const { store } = stage();
    const [contact] = await store.saveContacts([{ id: 'K-1', name: 'Ada', email: 'ada@one.example' }], write());
    const [one, two] = [await stage().visitor(), await stage().visitor()];
    for (const visitor of [one, two]) await store.linkVerifiedVisitor(visitor.key, 'K-1', write());
    await stage().says(one, { text: 'a vase is broken' });
    await stage().botAnswers(one);
    await stage().says(two, { text: 'and another one' });
    const order = { number: 'TL-1', customer: { id: 'K-1', email: 'ada@one.example' }, total: 4_200, currency: 'EUR' };
    await store.saveOrders([{ ...order, trackingUrl: 'https://post.example/ada' }], write());
    return { key: contact!.record.key, one, two };
  };

  describe('a person', () => {
    it('is their contact with all browsers and conversations, by whatever they are asked for', async () => {
      const { store } = stage();
      const { key, one, two } = await ada();
      await ticketOf(key);
      const talks = [await stage().conversation(two), await stage().conversation(one)];
      const person = await store.findPerson(SHOP, { contact: key });
      expect(person).toMatchObject({ name: 'Ada', contacts: [key], visitors: [two.key, one.key], alike: [] });
      expect(person?.conversations).toEqual(talks.map(({ key: number, id }) => ({ key: number, id })));
      expect(person?.tickets.map(({ number }) => number)).toEqual([7]);
      expect(await store.findPerson(SHOP, { conversation: talks[1]!.id })).toEqual(person);
      expect(await store.findPerson(BAKERY, { contact: key })).toBeNull();
      expect(await store.findPerson(BAKERY, { conversation: talks[0]!.id })).toBeNull();
      expect(await store.findPerson(SHOP, { contact: key + 100 })).toBeNull();
    });

    it('who has said nothing of themselves is their browser alone', async () => {
      const visitor = await stage().visitor();
      const { id, key } = (await stage().says(visitor)).conversation;
      expect(await stage().store.findPerson(SHOP, { conversation: id })).toEqual({
        ...{ site: SHOP, name: null, contacts: [], visitors: [visitor.key], tickets: [], alike: [] },
        conversations: [{ key, id }],
      });
    });

    it('is not who only says that they have the same address', async () => {
      const { store } = stage();
      const { key } = await ada();
      const mallory = await stage().visitor();
      const said = await store.noteVisitorContact(mallory.key, { email: 'ada@one.example' }, write());
      expect(await store.findPerson(SHOP, { contact: key })).toMatchObject({ contacts: [key], alike: [said.key] });
    });
  });

  it('takes along every row of theirs, and none of others', async () => {
    const { store } = stage();
    const { key } = await ada();
    await stage().says(await stage().visitor(), { text: 'not mine' });
    const rows = await store.personRows(SHOP, { contact: key });
    expect(rows?.visitor).toHaveLength(2);
    expect(rows?.contact).toHaveLength(1);
    expect(JSON.stringify(rows?.contact).includes('ada@one.example')).toBe(true);
    expect(JSON.stringify(rows).includes('not mine')).toBe(false);
    expect(JSON.stringify(rows).includes('token')).toBe(false);
    expect(await store.personRows(BAKERY, { contact: key })).toBeNull();
  });

  describe('erasing a person', () => {
    it('leaves nobody to be found, and nothing that they said', async () => {
      const { store } = stage();
      const { key, one } = await ada();
      const before = await stage().conversation(one);
      const cursor = await store.cursor(SHOP);
      const erasure = await store.erasePerson(SHOP, { contact: key }, as());
      expect(await store.findContact(SHOP, { key })).toBeNull();
      expect(await store.findVisitor(one.key)).toBeNull();
      expect(await store.findConversation(SHOP, before.id)).toBeNull();
      expect(await store.findConversationOfVisitor(SHOP, one.key)).toBeNull();
      expect((await store.readLog(before.key, { limit: 9 })).map(({ entry }) => entry.type)).toEqual(['erased']);
      expect(await store.unanswered(SHOP, { status: 'open', limit: 9 })).toEqual([]);
      const later = await store.eventsAfter(SHOP, cursor, 9);
      expect(later.map(({ entry }) => entry)).toEqual(
        erasure?.conversations.map(({ id }) => ({ type: 'erased', conversation: id })),
      );
      expect(later.map(({ id }) => id)).toEqual(erasure?.conversations.map(({ event }) => event));
      expect(await store.erasePerson(SHOP, { contact: key }, as('again'))).toBeNull();
    });

    it('keeps the order with its amount, the ticket as a figure, and both of nobody', async () => {
      const { store } = stage();
      const { key } = await ada();
      await ticketOf(key);
      await store.erasePerson(SHOP, { contact: key }, as());
      expect(await store.findOrder(SHOP, 'TL-1')).toMatchObject({
        ...{ total: 4_200, currency: 'EUR', contactKey: null, email: null, trackingUrl: null },
      });
      const ticket = await store.findTicketByNumber(SHOP, 7);
      expect(ticket).toMatchObject({
        category: 'returns',
        state: 'closed',
        subject: '',
        contact: {},
        contactKey: null,
      });
      expect(await store.ticketHistory(SHOP, ticket!.key)).toEqual([]);
      expect(await store.tickets(SHOP, { filter: 'all', words: ['vase'], limit: 9 })).toEqual([]);
    });

    it('sends nothing to them any more, and to others what was planned', async () => {
      const { store } = stage();
      const { key } = await ada();
      await store.planOutbox(SHOP, [mailTo('ada@one.example', 'a'), mailTo('joada@one.example', 'b')]);
      await store.planOutbox(BAKERY, [mailTo('ada@one.example', 'a')]);
      await store.erasePerson(SHOP, { contact: key }, as());
      const jobs = await store.claimJobs({ now: 9_000, until: 99_000, limit: 9, lease: 'l' });
      const mails = jobs.filter(({ kind }) => kind === 'mail');
      expect(mails.map(({ site }) => site).sort()).toEqual([BAKERY, SHOP]);
    });

    it('touches nobody else, and what comes after is numbered on', async () => {
      const { store } = stage();
      const { key } = await ada();
      const other = await stage().visitor();
      await stage().says(other, { text: 'hello' });
      const erasure = await store.erasePerson(SHOP, { contact: key }, as());
      expect((await stage().conversation(other)).lastSeq).toBe(1);
      const { events } = await stage().says(other, { text: 'still here' });
      expect(events[0]!.id).toBeGreaterThan(erasure!.conversations[1]!.event);
      expect((await stage().visitor()).key).toBeGreaterThan(other.key);
    });

    it('is refused what they still do, as they are nobody any more', async () => {
      const { store } = stage();
      const { one } = await ada();
      const late = await stage().message(one, { text: 'late' });
      const { id } = await stage().conversation(one);
      await store.erasePerson(SHOP, { conversation: id }, as());
      const outcome = await store.commit(late).then(
        ({ kind }) => kind,
        ({ kind }: { kind: string }) => kind,
      );
      expect(['conflict', 'not_found'].includes(outcome)).toBe(true);
      const event = { clientId: 'c', name: 'view', props: {}, at: 1, page: '/' };
      expect(await store.addTracked(one.key, [event])).toBe(0);
      expect(await store.tracked(one.key, 9)).toEqual([]);
    });

    it('leaves a receipt that says what became of the rows, and nothing of whom', async () => {
      const { store } = stage();
      const { key, one, two } = await ada();
      const before = await store.lastErasure();
      const erasure = await store.erasePerson(SHOP, { contact: key }, as());
      const rows = erasure!.rows.filter(({ table }) => ['event', 'visitor', 'contact', 'shop_order'].includes(table));
      expect([...rows].sort((a, b) => (a.table < b.table ? -1 : 1))).toEqual([
        { table: 'contact', erased: 1, anonymised: 0 },
        { table: 'event', erased: 3, anonymised: 0 },
        { table: 'shop_order', erased: 0, anonymised: 1 },
        { table: 'visitor', erased: 2, anonymised: 0 },
      ]);
      await store.noteErasedFiles(SHOP, 'receipt', 2);
      const [kept] = await store.erasures(SHOP, 9);
      expect(kept).toEqual({ ...erasure!, files: 2 });
      expect(kept?.visitors).toEqual([two.key, one.key]);
      expect(await store.erasures(BAKERY, 9)).toEqual([]);
      expect(await store.erasuresAfter(before)).toEqual([kept]);
      expect(await store.lastErasure()).toBe(erasure!.key);
      expect(JSON.stringify(kept).includes('ada@')).toBe(false);
    });
  });
};
