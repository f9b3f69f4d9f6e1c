import type { Slot } from '../dialogue/forms/form.ts';
import type { Locale, Localized } from '../locale.ts';

interface Declared {
  /** Unique in its site: `order-status`. */
  readonly name: string;
  /** As people read it: "Where is my order?". */
  readonly title: Localized<string>;
  /** FAQs that begin it at once; empty where a form ends in it. */
  readonly intents: readonly string[];
  /** FAQs whose answer has its button below. */
  readonly offeredUnder: readonly string[];
  /** What is asked for before it runs, where no form of its own asks; null: what its kind needs. */
  readonly slots: readonly Slot[] | null;
  /** Said when it comes to nothing. Left out: the usual words. */
  readonly fallback: Localized<string>;
}

/** Shows an order to whom it belongs. */
export interface OrderStatusAction extends Declared {
  readonly kind: 'order-status';
}

/** A wish about an order: a ticket, with the order as the shop knows it. */
export interface OrderRequestAction extends Declared {
  readonly kind: 'order-request';
  /** Of the ticket. */
  readonly category: string;
}

/** A ticket, and how the parcel comes back. */
export interface ReturnLabelAction extends Declared {
  readonly kind: 'return-label';
  readonly category: string;
  /** How it is sent back. */
  readonly text: Localized<string>;
  /** Where the label is; `{{order}}` stands for the number. */
  readonly link: string | null;
}

export interface BookAction extends Declared {
  readonly kind: 'book';
  /** What is booked, as people read it in their calendar. */
  readonly service: Localized<string>;
  /** Times of one resource do not overlap; '' where a site has only one. */
  readonly resource: string;
  readonly minutes: number;
  /** Minutes between the beginnings of two times. */
  readonly every: number;
  /** How many days ahead can be booked. */
  readonly days: number;
  /** Least minutes between now and the beginning. */
  readonly noticeMinutes: number;
  /** How long before it a reminder is sent; null: none. */
  readonly remindMinutes: number | null;
  /** How many coming times one person may hold. */
  readonly most: number;
  readonly where: Localized<string>;
}

/** Moves or cancels what was booked. */
export interface ChangeBookingAction extends Declared {
  readonly kind: 'change-booking';
}

/** The owner's own system is asked. */
export interface CallAction extends Declared {
  readonly kind: 'call';
  readonly url: string;
  /** Name of the secret that the call is signed with; the secret itself is not the site folder's. */
  readonly secret: string;
  readonly timeoutMs: number;
  /** How often it is tried again. */
  readonly retries: number;
  /** Whether it is asked for a last yes; what only looks something up needs none. */
  readonly confirm: boolean;
  /** Category of the ticket that is made when nobody answers; null: none is made. */
  readonly ticket: string | null;
}

/** What a site lets its visitors do by themselves, as `site.json` declares it. */
export type SiteAction =
  OrderStatusAction | OrderRequestAction | ReturnLabelAction | BookAction | ChangeBookingAction | CallAction;

export type ActionKind = SiteAction['kind'];

/** What an owner's system has answered, checked. */
export interface CallReply {
  readonly text: string | Localized<string>;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Details that it gives back, by slot; what the form does not have is left out. */
  readonly slots: Readonly<Record<string, string>>;
  /** A slot that has to be asked for once more. */
  readonly ask: string | null;
}

/** In the visitor's language, else in any. */
export function replyText({ text }: CallReply, locale: Locale): string {
  return typeof text === 'string' ? text : (text[locale] ?? Object.values(text)[0] ?? '');
}
