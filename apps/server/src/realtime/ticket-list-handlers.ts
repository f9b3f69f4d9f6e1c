import { MOST_VIEWS, ticketNumberIn } from '@solodesk/core';
import type { Site, Ticket } from '@solodesk/core';
import { changeTickets, dueBefore } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import type { OwnerUp, TicketTarget, TicketView } from '@solodesk/protocol/owner';
import type { OwnerFeed } from './owner-feed.ts';
import { toTicketSummary } from './ticket-wire.ts';
import { WireFault } from './wire-error.ts';

const PAGE = 50;

/**
 * What a console may do about the list of tickets, and about many of them. `enter` checks the session and the membership, and
 * gives the site.
 */
export function ticketListHandlers(desk: Desk, feed: Pick<OwnerFeed, 'tell'>, enter: (site: string) => Promise<Site>) {
  const { store } = desk;

  const viewsOf = async (site: string): Promise<TicketView[]> =>
    (await store.ticketViews(site)).map(({ id, name, sieve }) => ({ id, name, sieve }));
  const tellViews = async (site: string) => feed.tell(site, 'ticket_views', { site, views: await viewsOf(site) });

  const find = async (site: Site, body: OwnerUp['tickets']): Promise<Ticket[]> => {
    const { filter, search = '', conversation, after, due, site: _, ...sieve } = body;
    if (conversation !== undefined) {
      const row = await store.findConversation(site.id, conversation);
      return row === null ? [] : store.ticketsOfConversation(site.id, row.conversation.key);
    }
    const number = ticketNumberIn(search, site.ticketPrefix);
    const named = number === null ? null : await store.findTicketByNumber(site.id, number);
    if (named !== null) return after === undefined ? [named] : [];
    const last = after === undefined ? null : await store.findTicketByNumber(site.id, after);
    const words = search.split(/\s+/).filter((word) => word !== '');
    const before = dueBefore(desk, site.timeZone, due);
    return store.tickets(site.id, {
      ...{ filter, words, limit: PAGE + 1, ...sieve },
      ...(before !== undefined && { dueBefore: before }),
      ...(last !== null && { after: last.key }),
    });
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
        views: await viewsOf(site.id),
      };
    },
    async tickets_change({ site: id, numbers, ...edit }: OwnerUp['tickets_change']) {
      const { ownerName } = await enter(id);
      const { done, failed } = await changeTickets(
        desk,
        { site: id, numbers, by: { kind: 'owner', name: ownerName } },
        edit,
      );
      return { done: [...done], failed: [...failed] };
    },
    async ticket_view_put({ site, id, name, sieve }: OwnerUp['ticket_view_put']) {
      await enter(site);
      const isKept = await store.putTicketView(site, { id, name, sieve, at: desk.clock.now() }, MOST_VIEWS);
      if (!isKept) throw new WireFault('refused', `there are ${MOST_VIEWS} views already`);
      await tellViews(site);
      return {};
    },
    async ticket_view_drop({ site, id }: OwnerUp['ticket_view_drop']) {
      await enter(site);
      await store.dropTicketView(site, id);
      await tellViews(site);
      return {};
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
