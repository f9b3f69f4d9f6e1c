import type { Localized } from '../../locale.ts';

/** What a slot holds. All but `text`, `choice` and `file` are read as the entity finder reads them; a file comes with a message. */
export type SlotType = 'text' | 'choice' | 'email' | 'phone' | 'date' | 'order' | 'amount' | 'product' | 'file';

/** One of the answers to a `choice`. */
export interface SlotChoice {
  /** As tickets and actions name it: `damaged`. */
  readonly value: string;
  /** As people read it, on the button. */
  readonly label: Localized<string>;
  /** Other words that mean it, in lower case: `broken`, 坏了. */
  readonly words: Localized<readonly string[]>;
}

/** When a slot is asked for: another one of the same form has one of these values. */
export interface SlotCondition {
  readonly slot: string;
  readonly is: readonly string[];
}

/** One detail of a request. */
export interface Slot {
  /** Unique in its form. */
  readonly name: string;
  readonly type: SlotType;
  /** What it is called in summaries and tickets: "Order number". */
  readonly label: Localized<string>;
  /** The question. */
  readonly prompt: Localized<string>;
  /** Why it is asked for, told beside the question and when somebody would rather not say. */
  readonly purpose: Localized<string>;
  /** Never in logs, reports, webhooks or the subject of a mail. */
  readonly sensitive: boolean;
  /** Whether the request wants it; an optional slot is asked for once and may be skipped. */
  readonly required: boolean;
  /** Asked for only when this holds, and then it is required. Taken in any case when it is told. */
  readonly requiredIf: SlotCondition | null;
  /** Of a `choice`; else empty. */
  readonly choices: readonly SlotChoice[];
  /** Of a `text`: characters. Null: any. */
  readonly length: { readonly min: number; readonly max: number } | null;
  /** Of a `date`: days from today, both included. Null: any. */
  readonly days: { readonly from: number; readonly to: number } | null;
  /** Of a `date`: a time of day belongs to it. */
  readonly withTime: boolean;
  /** Of a `date`: somebody was born on it. It has a year, and is taken from no sentence that does not say so. */
  readonly isBirth?: true;
  /** Of a `text`: the words that started the form are the answer, when they say enough. */
  readonly fromOpening: boolean;
  /** Of a `text`: it is the name of the person. */
  readonly isName: boolean;
  /** Not asked of somebody whose identity is signed. */
  readonly unlessVerified?: boolean;
  /** Never asked for: taken when it is told, and then the slot of this name is not asked for either. */
  readonly insteadOf?: string;
  /** Of a `choice`: the value by which messages of marketing are allowed. */
  readonly marketing?: string;
  /** Said instead of the usual word when the answer is not valid. */
  readonly invalid: Localized<string>;
}

/** As what a slot's value is kept for other forms: a name is no other text, and the day of a birth none on which somebody comes. */
export function kindOf({ type, isName, isBirth }: Pick<Slot, 'type' | 'isName' | 'isBirth'>): string {
  if (isName) return 'name';
  return isBirth ? 'birth' : type;
}

/** What becomes of a form that was sent: a ticket, or an action that the site declares. */
export type FormEnd = { readonly kind: 'ticket' } | { readonly kind: 'action'; readonly action: string };

/** What is asked of somebody who wants something: a row of questions, as data (`forms/*.json`). */
export interface Form {
  /** Unique in its site: `return`. */
  readonly name: string;
  /** "Return". */
  readonly title: Localized<string>;
  /** Of the ticket. */
  readonly category: string;
  /** Of the ticket; `{{order}}` stands for a slot's value, never a sensitive one's. Left out: the title. */
  readonly subject: Localized<string>;
  /**
   * Intents of FAQs that start it: who wants it done is asked for the details; who asks how it is done gets the FAQ's answer,
   * and a button.
   */
  readonly startedBy: readonly string[];
  /** Intents of FAQs whose answer offers it with a button. */
  readonly offeredUnder?: readonly string[];
  /** In the order in which they are asked for. */
  readonly slots: readonly Slot[];
  readonly end: FormEnd;
  /** What the bot says before the first question. Left out: the FAQ's answer. */
  readonly intro: Localized<string>;
  /** Said when it has been sent. Left out: the usual words. */
  readonly done: Localized<string>;
  /** Whoever only asks about it begins it as well. */
  readonly atOnce?: true;
  /** It shows what somebody has booked, to be moved or cancelled. */
  readonly changesBooking?: true;
  /** It is sent without a summary: it changes nothing, or asks for a choice before it does. */
  readonly unconfirmed?: true;
}
