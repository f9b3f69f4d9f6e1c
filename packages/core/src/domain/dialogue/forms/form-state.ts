import type { Attachment } from '../../attachment/attachment.ts';
import type { ActionRun } from '../../action/action-run.ts';

/** A detail that is known. */
export interface SlotValue {
  /** Normalised as the entity finder does (`entity.ts`); a choice's `value`; of a text the words themselves. */
  readonly value: string;
  /** As people read it, where `value` is not fit to be read: the name of a product. */
  readonly shown?: string;
  /** Of a day: about when, `HH:MM`, where the words said so ("Tuesday morning"). A wish, and no more. */
  readonly near?: string;
  /** Of a `file`: what was sent; `value` is their names. */
  readonly files?: readonly Attachment[];
  /** `known`: nobody said it in this form; it stood in the identity, an earlier message or the customer's record. */
  readonly from: 'said' | 'known';
}

/** An answer that stands as a button under the question of a slot, because it is likely: one of the customer's orders. */
export interface OfferedValue {
  readonly value: string;
  readonly label: string;
}

/**
 * What the visitor's next words are taken for: the value of a slot (by its name), or an answer to one of these questions.
 * Slots cannot have these names.
 */
export const ASKING = {
  /** "Shall I send it?" */
  confirm: 'confirm',
  /** "What shall I change?" */
  change: 'change',
  /** "Shall we go on?", after a long pause or when a person had the conversation. */
  resume: 'resume',
  /** The form was sent; an action is running. */
  action: 'action',
} as const;

/** A form that was asked for while another was open, with the words that asked for it. */
export interface NextForm {
  readonly form: string;
  readonly words: string;
}

/** How far an open form has come: stored with the conversation, so that it survives a restart and a week. Plain JSON. */
export interface FormState {
  /** Name of the form. */
  readonly form: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  /** Slots that the visitor would not or could not fill: not asked for again. */
  readonly skipped: readonly string[];
  /** A slot's name or one of `ASKING`; null before the first question. */
  readonly asking: string | null;
  /** Answers in a row that were none. */
  readonly bad: number;
  /** How often the question of a slot was said, by slot: never more than three times. */
  readonly prompts: Readonly<Record<string, number>>;
  /** Forms that were asked for meanwhile: begun, with the words that asked for them, when this one has ended. */
  readonly next: readonly NextForm[];
  /** Likely answers, by slot; left out where there are none. */
  readonly offered?: Readonly<Record<string, readonly OfferedValue[]>>;
  /** Of the date of birth that is asked for: the part of it that was told ("12 May"), as `halfOfBirth` gives it. */
  readonly half?: string;
  /** Number of the ticket that was made when the form began: its details go there, and stay there if it is cancelled. */
  readonly ticket?: number;
  /** The action that it has ended in, until that has come to its end. */
  readonly run?: ActionRun;
  /** UTC milliseconds of the last step. */
  readonly at: number;
}
