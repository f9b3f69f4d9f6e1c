import { z } from 'zod';

const category = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/);

/** Which tickets are wanted: all that is named fits. */
const sieve = {
  filter: z.enum(['open', 'waiting', 'solved', 'all']),
  category: category.optional(),
  level: z.enum(['urgent', 'high', 'normal', 'low']).optional(),
  /** `late`: the answer was due. `today`: it is due before midnight where the site is. */
  due: z.enum(['late', 'today']).optional(),
  /** Who settles it: the owner, or anybody or anything else. */
  hands: z.enum(['owner', 'others']).optional(),
  complaint: z.literal(true).optional(),
};

const ticketSieveSchema = z.strictObject(sieve);
export type TicketSieve = z.infer<typeof ticketSieveSchema>;

const site = z.string().max(40);

const ticketTargetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('owner') }),
  z.object({ to: z.literal('person'), name: z.string().trim().min(1).max(80), mail: z.email().max(200) }),
  z.object({ to: z.literal('address'), name: z.string().trim().min(1).max(80), mail: z.email().max(200) }),
]);

/** What can be changed about one ticket, or about many. */
export const ticketEdit = {
  state: z.enum(['open', 'waiting', 'solved']).optional(),
  category: category.optional(),
  target: ticketTargetSchema.optional(),
};

/** What a console says about the list of tickets. */
export const ticketListUpSchemas = {
  /** Tickets of a filter; `open` and `waiting` by priority, else the last changed first. Subscribes this socket to the site. */
  tickets: z.object({
    site,
    ...sieve,
    /** A number ("SHOP-T17", "17") or words. */
    search: z.string().max(200).optional(),
    /** Of the conversation with this id. */
    conversation: z.uuid().optional(),
    /** Number of the last one of the page before. */
    after: z.number().int().positive().optional(),
  }),
  /** The same change for many; what fails for one keeps none of the others. */
  tickets_change: z.object({ site, numbers: z.array(z.number().int().positive()).min(1).max(100), ...ticketEdit }),
  /** Keeps a filter under a name, or changes the one with this id. */
  ticket_view_put: z.object({ site, id: z.uuid(), name: z.string().trim().min(1).max(60), sieve: ticketSieveSchema }),
  ticket_view_drop: z.object({ site, id: z.uuid() }),
};

export interface TicketView {
  id: string;
  name: string;
  sieve: TicketSieve;
}
