import type { Contract } from './contract.ts';
import { BAKERY, SHOP, seqs } from './stage.ts';

export const cursorContract: Contract = ({ describe, it, expect }, stage) => {
  describe("the console's cursor", () => {
    it('is 0 before anything happened', async () => {
      expect(await stage().store.cursor(SHOP)).toBe(0);
      expect(await stage().store.eventsAfter(SHOP, 0, 10)).toEqual([]);
    });

    it('leads through all events of a site in the order in which they were stored', async () => {
      const { store } = stage();
      const [one, guest, two] = await Promise.all([stage().visitor(), stage().visitor(BAKERY), stage().visitor()]);
      await stage().says(one);
      await stage().says(guest);
      await stage().says(two);
      await stage().botAnswers(one, { handoff: 'asked' });
      const all = await store.eventsAfter(SHOP, 0, 100);
      expect(seqs(all)).toEqual([1, 1, 2, 3]);
      expect(all.map((event) => event.id)).toEqual(all.map((event) => event.id).sort((a, b) => a - b));
      expect(await store.cursor(SHOP)).toBe(all.at(-1)?.id);
      expect(await store.eventsAfter(SHOP, await store.cursor(SHOP), 10)).toEqual([]);
    });

    it('moves page by page, and gives each event once', async () => {
      await stage().saysOften(await stage().visitor(), 7);
      const seen: number[] = [];
      let cursor = 0;
      for (;;) {
        const page = await stage().store.eventsAfter(SHOP, cursor, 3);
        if (page.length === 0) break;
        seen.push(...seqs(page));
        cursor = page.at(-1)?.id ?? cursor;
      }
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it('keeps the order of a conversation within one decision', async () => {
      const visitor = await stage().visitor();
      await stage().says(visitor);
      await stage().closes(visitor);
      const { events } = await stage().says(visitor, { at: 9_000 });
      expect(events.map((event) => event.entry.type)).toEqual(['reopened', 'visitor_message']);
      expect((await stage().store.eventsAfter(SHOP, 0, 10)).map((event) => event.seq)).toEqual([1, 2, 3, 4]);
    });
  });
};
