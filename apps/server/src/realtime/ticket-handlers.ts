import { changeTicket, noteOnTicket, offerRemedy, setStateOfTicket, ticketNumberIn } from '@solodesk/core';
import type { Desk, Site, Ticket, TicketActor } from '@solodesk/core';
import type { OwnerUp, TicketTarget } from '@solodesk/protocol/owner';
import { toTicketDetail, toTicketSummary } from './ticket-wire.ts';
import { WireFault } from './wire-error.ts';

const PAGE = 50;

/** What a console may do about tickets. `enter` checks the session and the membership, and gives the site. */
export function ticketHandlers(desk: Desk, enter: (site: string) => Promise<Site>) {
  const { store } = desk;

  const detail = async (site: Site, ticket: Ticket) => {
    const { key, conversationKey } = ticket;
    const rows = conversationKey === null ? [] : await store.rows(site.id, [conversationKey]);
    const conversation = rows[0]?.conversation.id ?? null;
    const history = await store.ticketHistory(site.id, key);
    return { ticket: toTicketDetail(ticket, { site, conversation, history }) };
  };
  const owner = ({ ownerName }: Site): TicketActor => ({ kind: 'owner', name: ownerName });

  const find = async (site: Site, body: OwnerUp['tickets']): Promise<Ticket[]> => {
    const { filter, search = '', conversation, after } = body;
    if (conversation !== undefined) {
      const row = await store.findConversation(site.id, conversation);
      return row === null ? [] : store.ticketsOfConversation(site.id, row.conversation.key);
    }
    const number = ticketNumberIn(search, site.ticketPrefix);
    const named = number === null ? null : await store.findTicketByNumber(site.id, number);
    if (named !== null) return after === undefined ? [named] : [];
    const last = after === undefined ? null : await store.findTicketByNumber(site.id, after);
    const words = search.split(/\s+/).filter((word) => word !== '');
    return store.tickets(site.id, { filter, words, limit: PAGE + 1, ...(last !== null && { after: last.key }) });
  };

  return {
    async tickets(body: OwnerUp['tickets']) {
      const site = await enter(body.site);
      const found = await find(site, body);
      const page = found.slice(0, PAGE);
      return {
        tickets: page.map((ticket) => toTicketSummary(ticket, site.ticketPrefix)),
        more: found.length > page.length,
        counts: await store.countTickets(site.id),
        categories: categoriesOf(desk, site),
        targets: targetsOf(site),
      };
    },
    async ticket(body: OwnerUp['ticket']) {
      const site = await enter(body.site);
      const ticket = await store.findTicketByNumber(site.id, body.number);
      if (ticket === null) throw new WireFault('not_found', 'no such ticket');
      return detail(site, ticket);
    },
    async ticket_change({ site: id, number, state, category, target }: OwnerUp['ticket_change']) {
      const site = await enter(id);
      const on = { site: id, number, by: owner(site) };
      const edit = { ...(category !== undefined && { category }), ...(target !== undefined && { target }) };
      let ticket = await changeTicket(desk, on, edit);
      if (state !== undefined) ticket = await setStateOfTicket(desk, on, state);
      return detail(site, ticket);
    },
    async ticket_offer({ site: id, number, offer }: OwnerUp['ticket_offer']) {
      const site = await enter(id);
      return detail(site, await offerRemedy(desk, { site: id, number, ownerName: site.ownerName }, offer));
    },
    async ticket_note({ site: id, number, text }: OwnerUp['ticket_note']) {
      const site = await enter(id);
      return detail(site, await noteOnTicket(desk, { site: id, number, by: owner(site) }, text, site.ownerName));
    },
  };
}

/** Those of the site's FAQs and forms, and what goes nowhere else. */
function categoriesOf(desk: Desk, site: Site): string[] {
  const knowledge = desk.knowledge.of(site.id);
  const named = [...Object.keys(site.categories), ...(knowledge?.forms.map(({ category }) => category) ?? [])];
  const ofFaqs = knowledge === null ? [] : [...knowledge.book.faqs.values()].map(({ category }) => category);
  return [...new Set([...named, ...ofFaqs, 'general'])];
}

function targetsOf(site: Site): TicketTarget[] {
  const targets = site.routing.map(({ target }) => JSON.stringify(target));
  return [...new Set(targets)].map((target) => JSON.parse(target) as TicketTarget).filter(({ to }) => to !== 'owner');
}
