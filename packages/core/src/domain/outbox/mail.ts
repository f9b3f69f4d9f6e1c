import type { Attachment } from '../attachment/attachment.ts';
import type { Locale } from '../locale.ts';
import type { Alert } from '../notice/alert.ts';
import type { DigestSection } from '../notice/digest.ts';

/** A detail as it is shown: what was asked for, and what is known of it. */
export interface MailDetail {
  readonly label: string;
  readonly value: string;
  /** Its value stays at home: the mail only says that it was received. */
  readonly sensitive?: boolean;
}

/** A file that goes with a mail; what is in it is read when the mail is sent. */
export type MailedFile = Pick<Attachment, 'id' | 'name' | 'type' | 'bytes'>;

/**
 * A mail to somebody outside of the desk, as it waits in the outbox. What a template needs stands here in words already
 * (times are written in the reader's zone by whoever plans the mail), so that it says what was true when it was caused.
 */
export interface MailPayload {
  readonly to: { readonly address: string; readonly name?: string };
  readonly locale: Locale;
  /** Public id of the conversation that an answer to this mail joins; null: an answer joins none. */
  readonly conversation: string | null;
  readonly content: MailContent;
}

/** The way out of mails that nobody asked for; left out in mails of before. */
export interface MailExit {
  /** Where its reader ends them; GET only shows, POST acts. */
  readonly unsubscribe?: string;
  /** Where the reader's mail program ends them by itself, by a POST (RFC 8058). */
  readonly oneClick?: string;
}

export type MailContent =
  | {
      readonly template: 'ticket_received';
      /** As people say it: `SHOP-T17`. */
      readonly ticket: string;
      readonly subject: string;
      readonly understood: readonly MailDetail[];
      /** Questions that are still open, each as the bot asks it. */
      readonly missing: readonly string[];
      /** When an answer will come, such as "tomorrow, 10:00"; null where nothing was promised. */
      readonly promise: string | null;
    }
  | {
      readonly template: 'owner_answer_unseen';
      readonly answers: readonly { readonly name: string; readonly text: string }[];
      /** Of these answers, which name them; left out where there is none. */
      readonly files?: readonly MailedFile[];
      /** It answers what came by mail, so that nobody has left. */
      readonly toMail?: true;
    }
  | {
      readonly template: 'ticket_solved';
      readonly ticket: string;
      readonly subject: string;
      readonly note: string | null;
    }
  | ({
      readonly template: 'satisfaction';
      /** What it is about: a ticket's number; null for a conversation. */
      readonly about: string | null;
      /** One link a score; GET only shows, POST acts. */
      readonly scores: readonly { readonly score: number; readonly link: string }[];
    } & MailExit)
  | ({
      readonly template: 'survey';
      readonly title: string;
      readonly intro: string;
      /** The page with its questions; GET only shows, POST acts. */
      readonly link: string;
    } & MailExit)
  | {
      /** What the owner offers to make good for a complaint. */
      readonly template: 'remedy_offered';
      readonly ticket: string;
      readonly name: string;
      /** More than one: the customer takes one of them. */
      readonly texts: readonly string[];
    }
  | {
      readonly template: 'complaint_deadline';
      readonly ticket: string;
      readonly subject: string;
      /** When the deadline is. */
      readonly by: string;
      /** Where the owner deals with it. */
      readonly link: string;
    }
  | {
      /** To the desk's own people: something that can still be made good. */
      readonly template: 'alert';
      readonly alert: Alert;
      /** Where the owner can make it good. */
      readonly link: string;
      /** Whom it is about: a conversation's public id or an address; by it an erasure finds it. */
      readonly of: string | null;
    }
  | {
      /** To one of the desk's own people, once a day. */
      readonly template: 'digest';
      /** In words: "Friday 27 November". */
      readonly day: string;
      readonly sections: readonly DigestSection[];
      /** The console. */
      readonly link: string;
    }
  | {
      /** To the desk's own people: the report of a week or a month. Nobody's name is in it. */
      readonly template: 'report';
      readonly title: string;
      /** Its days. */
      readonly span: string;
      readonly sections: readonly {
        readonly title: string;
        readonly lines: readonly { readonly text: string; readonly link: string | null }[];
      }[];
      /** Base64 of a PNG each. */
      readonly charts: readonly { readonly name: string; readonly png: string }[];
      /** Where all of it is shown. */
      readonly link: string;
    }
  | {
      /** To the desk's own people: much more is said about something than in the weeks before. */
      readonly template: 'themes_doubled';
      /** Messages about each, and as many days before; where one that is typical is shown. */
      readonly themes: readonly {
        readonly name: string;
        readonly size: number;
        readonly before: number;
        readonly link: string | null;
      }[];
      /** Where they are shown. */
      readonly link: string;
    }
  | {
      readonly template: 'appointment';
      readonly status: 'booked' | 'moved' | 'cancelled' | 'reminder';
      readonly title: string;
      readonly when: string;
      readonly where: string | null;
      /** An iCalendar object (RFC 5545) to attach; null for none. */
      readonly calendar: string | null;
      /** Where it can be moved or cancelled; null where that is only possible in the chat. */
      readonly link: string | null;
    }
  | ({
      /** The owner's own words, to somebody who allowed such mails. */
      readonly template: 'message';
      readonly subject: string;
      readonly text: string;
      readonly link: { readonly label: string; readonly url: string } | null;
      readonly unsubscribe: string;
    } & MailExit)
  | { readonly template: 'known_problem_fixed'; readonly problem: string; readonly note: string | null }
  | {
      readonly template: 'routed_ticket';
      readonly ticket: string;
      readonly subject: string;
      /** Why it went to this address. */
      readonly reason: string;
      readonly details: readonly MailDetail[];
      readonly contact: readonly MailDetail[];
      /** Where its files can be seen, by who may sign in there; left out where it has none. */
      readonly filesAt?: string;
    };
