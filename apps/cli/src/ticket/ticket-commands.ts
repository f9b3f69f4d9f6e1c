import type { Command } from 'commander';
import { Option } from 'commander';
import { DeskError, ticketNumberIn } from '@solodesk/core';
import type { Site, Store, Ticket, TicketFilter } from '@solodesk/core';
import { setStateOfTicket } from '@solodesk/core/use-cases';
import { CommandError } from '../command-error.ts';
import { siteOf, withStore } from '../import/site-store.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { ticketDesk } from './ticket-desk.ts';
import { listText, ticketJson, ticketText } from './ticket-text.ts';

interface Common {
  site?: string;
  json?: boolean;
}

/** Tickets at the terminal: beside a server that may be running. */
export function addTicketCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const group = solodesk.command('ticket').description('what was asked for and has to be settled');
  const withSite = (command: Command) =>
    command.option('--site <id>', 'needed where there are several sites').option('--json', 'JSON alone');

  withSite(group.command('list'))
    .description('the tickets of a site, the most pressing first')
    .argument('[words...]', 'that its subject, details, contact or category hold')
    .addOption(new Option('--filter <filter>', 'which').choices(['open', 'waiting', 'solved', 'all']).default('open'))
    .action(async (words: string[], { site, json, filter }: Common & { filter: TicketFilter }) => {
      const of = await siteOf(places, site ?? null);
      const tickets = await withStore(places, (store) => store.tickets(of.id, { filter, words, limit: 500 }));
      terminal.print(json === true ? JSON.stringify(tickets.map((one) => ticketJson(one, of))) : listText(tickets, of));
    });
  withSite(group.command('show'))
    .description('one ticket with its history; what is sensitive is left out')
    .argument('<ticket>', 'its number, such as SHOP-T17 or 17')
    .action(async (name: string, { site, json }: Common) => {
      const of = await siteOf(places, site ?? null);
      const { ticket, history } = await withStore(places, async (store) => {
        const found = await ticketNamed(store, of, name);
        return { ticket: found, history: await store.ticketHistory(of.id, found.key) };
      });
      terminal.print(
        json === true ? JSON.stringify({ ...ticketJson(ticket, of), history }) : ticketText(ticket, of, history),
      );
    });
  withSite(group.command('solve'))
    .description('mark a ticket as solved; its conversation says so')
    .argument('<ticket>', 'its number, such as SHOP-T17 or 17')
    .action(async (name: string, { site, json }: Common) => {
      const of = await siteOf(places, site ?? null);
      const ticket = await withStore(places, async (store) => {
        const { number } = await ticketNamed(store, of, name);
        const by = { kind: 'owner', name: of.ownerName } as const;
        return setStateOfTicket(ticketDesk(store, of), { site: of.id, number, by }, 'solved').catch(told);
      });
      terminal.print(
        json === true ? JSON.stringify(ticketJson(ticket, of)) : `${of.ticketPrefix}-T${ticket.number} is solved.`,
      );
    });
}

async function ticketNamed(store: Store, site: Site, name: string): Promise<Ticket> {
  const number = ticketNumberIn(name, site.ticketPrefix);
  const ticket = number === null ? null : await store.findTicketByNumber(site.id, number);
  if (ticket === null) throw new CommandError(`"${site.id}" has no ticket "${name}"`);
  return ticket;
}

/** What a person at the terminal can understand stands without a stack. */
function told(cause: unknown): never {
  if (cause instanceof DeskError && cause.kind === 'refused') throw new CommandError(cause.message);
  throw cause;
}
