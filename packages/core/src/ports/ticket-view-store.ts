import type { TicketView } from '../domain/ticket/ticket-view.ts';

/** What the owner keeps of the ticket list. */
export interface TicketViewStore {
  /** In the order in which they were kept first. */
  ticketViews(site: string): Promise<TicketView[]>;
  /**
   * Takes the place of the one with its id, whose moment stays.
   * @returns false when it would be one more than `most`
   */
  putTicketView(site: string, view: TicketView, most: number): Promise<boolean>;
  /** False when there was none. */
  dropTicketView(site: string, id: string): Promise<boolean>;
}
