import type { Greetings } from './widget-site.ts';
import type { ConversationState, Locale, LogEvent } from '../shared/log-event.ts';
import type { WireError } from '../shared/error-kind.ts';

/** Whether the person behind the desk is there. */
export interface Presence {
  here: boolean;
  name: string;
}

/** Something that is broken and that the owner knows of. */
export interface KnownProblem {
  id: string;
  text: Partial<Record<Locale, string>>;
}

/** How was it? Asked after something was settled, for as long as an answer is taken or can be changed. */
export interface SatisfactionQuestion {
  id: string;
  /** The name of the ticket that was solved; null: it is about the chat. */
  ticket: string | null;
  /** What was said so far: 1 to 10; null: nothing yet. */
  score: number | null;
  word: string;
}

/** What only some visitors are told. A part that is left out stands as it did. */
export interface Extras {
  /** The greeting of a site that greets some visitors otherwise; under a log that ends at `seq` it is the last thing said, as for who comes back after days. */
  greeting?: { texts: Greetings; seq: number };
  /** All that last. */
  problems?: KnownProblem[];
  /** Null: nothing is asked any more. */
  survey?: SatisfactionQuestion | null;
}

/** The first thing that a connected widget hears. */
export interface Welcome {
  v: number;
  /** To be kept and sent at the next connection; the same as the one sent if that was good. */
  token: string;
  verified: boolean;
  presence: Presence;
  conversation: {
    id: string;
    state: ConversationState;
    lastSeq: number;
    /** Watermarks: the last `seq` that the other side has seen. */
    ownerSeenSeq: number;
    visitorSeenSeq: number;
    /** Who took over, while a person has the conversation. */
    ownerName: string | null;
  } | null;
  /** UTC milliseconds by the server's clock. */
  serverTime: number;
  extras?: Extras;
}

/** New events of the visitor's conversation. `state` is the one after the last of them. */
export interface VisitorEvents {
  conversation: string;
  state: ConversationState;
  events: LogEvent[];
}

/** What a widget hears, by event name. */
export interface VisitorDownEvents {
  /** An event that carried no acknowledgement was refused, or what the page claims about the visitor was not taken. */
  fault: (body: WireError) => void;
  welcome: (body: Welcome) => void;
  events: (body: VisitorEvents) => void;
  typing: (body: { from: 'bot' | 'owner'; on: boolean }) => void;
  /** The owner has seen everything up to `seq`. */
  seen: (body: { seq: number }) => void;
  presence: (body: Presence) => void;
  extras: (body: Extras) => void;
  /** Sent before the server ends a session (blocked, erased, too slow a reader). */
  goodbye: (body: WireError) => void;
}
