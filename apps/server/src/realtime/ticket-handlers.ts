import type { Site, Ticket, TicketActor } from '@solodesk/core';
import { changeTicket, noteOnTicket, offerRemedy, setStateOfTicket } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import type { OwnerUp } from '@solodesk/protocol/owner';
import { toTicketDetail } from './ticket-wire.ts';
import { WireFault } from './wire-error.ts';

/** What a console may do about a ticket. `enter` checks the session and the membership, and gives the site. */
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

  return {
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
