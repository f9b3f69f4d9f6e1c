import type { Attachment } from '../../attachment/attachment.ts';
import type { Entity } from '../../entity.ts';
import type { Locale } from '../../locale.ts';
import type { OfferedValue, SlotValue } from './form-state.ts';

/**
 * What the model hears in words besides the form's own details: a question that can be answered, one that it may ask back about, small talk, the
 * wish for a form (`own`: for this one once more, to which was said what there is to say), or a language that the bot does not speak, and whether something is asked in it. Null: nothing that it is sure of.
 */
export type Heard =
  | { kind: 'question' }
  | { kind: 'perhaps' }
  | { kind: 'talk' }
  | { kind: 'own' }
  | { kind: 'form'; form: string }
  | { kind: 'elsewhere'; asks: boolean }
  | null;

interface Said {
  /** The visitor's words; empty when a button said them. */
  readonly words: string;
  /** What the words name, of every kind that the form asks for. */
  readonly found: readonly Entity[];
  /** Of the message; left out where it has none. */
  readonly files?: readonly Attachment[];
  readonly locale: Locale;
  /** UTC milliseconds. */
  readonly at: number;
  /** The visitor's day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What happens to a form. Plain JSON: a log of events, stepped through again, comes to the same state. */
export type FormEvent =
  | (Said & {
      readonly type: 'begin';
      readonly form: string;
      /** By slot: what stands in the identity, earlier messages and the customer's record. */
      readonly known: Readonly<Record<string, SlotValue>>;
      /** By slot: likely answers, for the buttons under its question. */
      readonly offered?: Readonly<Record<string, readonly OfferedValue[]>>;
      /** The visitor's identity is signed. */
      readonly verified?: true;
    })
  | (Said & {
      readonly type: 'words';
      /** Intent of a pressed button. */
      readonly pressed: string | null;
      readonly heard: Heard;
    })
  /** A person had the conversation, or it was called back: it says where things stand and asks whether to go on. */
  | (Said & { readonly type: 'return' });

/** What somebody says, or presses, while the form is open. */
export type WordsEvent = Extract<FormEvent, { type: 'words' }>;
