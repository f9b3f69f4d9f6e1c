import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

/** From one answer to the next, as an export reads. */
async function walk<T>(read: (page: { after: number; limit: number }) => Promise<T[]>, keyOf: (row: T) => number) {
  const found: T[] = [];
  for (let after = 0; ;) {
    const page = await read({ after, limit: 2 });
    found.push(...page);
    if (page.length < 2) return found;
    after = keyOf(page.at(-1)!);
  }
}

export const exportContract: Contract = ({ describe, it, expect }, stage) => {
  const write = { site: SHOP, at: 1_000, uuid: () => stage().uuid(), batch: null };

  describe('all of a site', () => {
    it('has each conversation once, open or closed, in the order in which they began', async () => {
      const visitors = [];
      for (let n = 0; n < 5; n++) visitors.push(await stage().visitor());
      for (const visitor of visitors) await stage().says(visitor, { text: 'hello', at: 1_000 });
      await stage().closes(visitors[1]!);
      const foreign = await stage().visitor(BAKERY);
      await stage().says(foreign);
      const read = (page: { after: number; limit: number }) => stage().store.conversationsAfter(SHOP, page);
      const first = await read({ after: 0, limit: 2 });
      // What changes while it is read neither comes again nor is passed over.
      await stage().says(visitors[0]!, { text: 'once more', at: 9_000 });
      await stage().says(visitors[4]!, { text: 'once more', at: 9_000 });
      const rest = await walk(
        ({ after, limit }) => read({ after: after || first[1]!.conversation.key, limit }),
        ({ conversation }) => conversation.key,
      );
      const rows = [...first, ...rest];
      expect(rows.map(({ visitor }) => visitor.key)).toEqual(visitors.map(({ key }) => key));
      expect(rows.map(({ conversation }) => conversation.state)).toEqual(['bot', 'closed', 'bot', 'bot', 'bot']);
    });

    it('has appointments that were cancelled, and questions that nobody answered', async () => {
      const { store } = stage();
      const times = [1_000, 2_000, 3_000];
      for (const startsAt of times) {
        await store.bookAppointment({
          ...{ site: SHOP, id: `a${startsAt}`, resource: 'chair', service: 'cut', startsAt, endsAt: startsAt + 500 },
          ...{ contactKey: null, conversationKey: null, createdAt: 1 },
        });
      }
      await store.cancelAppointment(SHOP, 'a2000');
      const appointments = await walk(
        (page) => store.appointmentsAfter(SHOP, page),
        ({ key }) => key,
      );
      expect(appointments.map(({ id, state }) => [id, state])).toEqual([
        ['a1000', 'booked'],
        ['a2000', 'cancelled'],
        ['a3000', 'booked'],
      ]);
      expect(await store.appointmentsAfter(BAKERY, { after: 0, limit: 9 })).toEqual([]);
      for (const n of [1, 2, 3]) {
        await store.askSurvey({
          ...{ id: `s${n}`, site: SHOP, survey: 'satisfaction', visitorKey: null, contactKey: n, ticket: null },
          ...{ conversationKey: null, locale: 'en', askedAt: n, restMs: 1 },
        });
      }
      const surveys = await walk(
        (page) => store.surveysAfter(SHOP, page),
        ({ key }) => key,
      );
      expect(surveys.map(({ id, score }) => [id, score])).toEqual([
        ['s1', null],
        ['s2', null],
        ['s3', null],
      ]);
      expect(surveys[0]).toEqual(await store.findSurveyRequest(SHOP, 's1'));
      expect(await store.surveysAfter(BAKERY, { after: 0, limit: 9 })).toEqual([]);
    });

    it('has the moves of customers', async () => {
      const { store } = stage();
      const [saved] = await store.saveContacts([{ id: 'c1' }], write);
      const rules = { leadDays: 30, newDays: 30, atRiskDays: 90, churnedDays: 180, wonBackDays: 60 };
      const tend = async (now: number) => {
        while (await store.tendLife(SHOP, { rules, now, limit: 50 }));
      };
      await tend(1_000);
      await store.saveOrders([{ number: '1', placedAt: 1_000, customer: { id: 'c1' } }], write);
      await tend(2_000);
      const [move] = await store.movesAfter(SHOP, { after: 0, limit: 9 });
      expect(move).toMatchObject({
        contactKey: saved!.record.key,
        at: 2_000,
        from: 'contact',
        to: 'new',
        byRules: false,
      });
      expect(await store.movesAfter(SHOP, { after: move!.key, limit: 9 })).toEqual([]);
      expect(await store.movesAfter(BAKERY, { after: 0, limit: 9 })).toEqual([]);
    });
  });
};
