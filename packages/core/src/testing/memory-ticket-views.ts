import type { TicketView } from '../domain/ticket/ticket-view.ts';
import type { TicketViewStore } from '../ports/ticket-view-store.ts';

export function createMemoryTicketViews(): TicketViewStore {
  const rows: { site: string; view: TicketView }[] = [];
  const placeOf = (site: string, id: string) => rows.findIndex((row) => row.site === site && row.view.id === id);
  return {
    ticketViews: async (site) =>
      rows
        .filter((row) => row.site === site)
        .map(({ view }) => view)
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    async putTicketView(site, view, most) {
      const place = placeOf(site, view.id);
      const known = rows[place];
      if (known !== undefined) rows[place] = { site, view: { ...view, at: known.view.at } };
      else if (rows.filter((row) => row.site === site).length >= most) return false;
      else rows.push({ site, view });
      return true;
    },
    async dropTicketView(site, id) {
      const place = placeOf(site, id);
      if (place < 0) return false;
      rows.splice(place, 1);
      return true;
    },
  };
}
