import type { Link, Locale, QuickReply } from '../shared/log-event.ts';

export type Greetings = Partial<Record<Locale, { text: string; quickReplies: QuickReply[]; links: Link[] }>>;

/** What loader and frame know of a site before any connection: inlined by the server into both. Holds nothing secret. */
export interface WidgetSite {
  id: string;
  name: string;
  ownerName: string;
  locales: Locale[];
  defaultLocale: Locale;
  /** `#rrggbb`, and black or white, whichever is easier to read on it. */
  accent: string;
  onAccent: string;
  position: 'left' | 'right';
  /** Empty where it depends on the visitor: the server then tells it in its welcome. */
  greeting: Greetings;
  /** When somebody is there in the days to come, in order: UTC milliseconds, the second exclusive. Holidays are left out. */
  open: [from: number, to: number][];
  consent: { version: string; text: Partial<Record<Locale, string>> } | null;
  identityRequired: boolean;
  /** Whether the visitor's token may be kept by the host page where the frame's own storage is blocked. */
  hostStorageFallback: boolean;
}
