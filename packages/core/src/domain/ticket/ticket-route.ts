/** Who (or what) settles a ticket. */
export type RouteTarget =
  | { readonly to: 'owner' }
  /** A second person of the business, called by mail. */
  | { readonly to: 'person'; readonly name: string; readonly mail: string }
  /** Somebody outside, such as a technician: told by mail, without what is sensitive. */
  | { readonly to: 'address'; readonly name: string; readonly mail: string }
  /** A self-service action of the site, by its name. */
  | { readonly to: 'action'; readonly action: string };

/** One thing that a rule asked for and the ticket had; data, so that it can be shown in any language. */
export interface RouteCondition {
  readonly on: 'category' | 'locale' | 'level' | 'priority' | 'hours';
  /** What the ticket had: `returns`, `zh`, `urgent`, `70`, `closed`. */
  readonly was: string;
}

/** Where a ticket goes, and why. */
export interface TicketRoute {
  readonly target: RouteTarget;
  /** Name of the rule; null: no rule fits (the owner), or the owner said so. */
  readonly rule: string | null;
  readonly because: readonly RouteCondition[];
  /** The owner's own choice: no rule changes it any more. */
  readonly byHand: boolean;
}

export const TO_OWNER: TicketRoute = { target: { to: 'owner' }, rule: null, because: [], byHand: false };
