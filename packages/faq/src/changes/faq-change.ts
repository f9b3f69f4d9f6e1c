import type { Localized } from '@solodesk/core';
import type { FaqEntry } from '../faq-schema.ts';

/** The parts of an FAQ that a form shows; everything else of it stays as it is in its file. */
export interface FaqForm {
  question: Localized<string>;
  phrasings: Localized<string[]>;
  answer: Localized<AnswerForm>;
  followUp: string | null;
}

export interface AnswerForm {
  text: string;
  links: { label: string; url: string }[];
  quickReplies: { label: string; intent?: string | undefined }[];
}

/** What an owner can do to the FAQs of a site. `version` is the FAQ's as it was read: another one there now is a conflict. */
export type FaqChange =
  | { kind: 'add_phrasings'; intent: string; phrasings: Localized<string[]> }
  | { kind: 'add_faq'; category: string; faq: FaqForm }
  /** `settled` takes away the remark that something is left to say; see `TO_DO`. */
  | { kind: 'edit_faq'; intent: string; version: string; faq: FaqForm; settled?: boolean | undefined }
  /** It is right as it is: only that remark goes. */
  | { kind: 'settle_faq'; intent: string; version: string }
  | { kind: 'delete_faq'; intent: string; version: string }
  | OutOfScopeChange;

/**
 * What is asked and no FAQ answers. `set` is all that `file` says of it from now on, in the languages that it names; a null file: none
 * says anything yet.
 */
export type OutOfScopeChange =
  | { kind: 'add_out_of_scope'; sentences: Localized<string[]> }
  | { kind: 'set_out_of_scope'; file: string | null; version: string; sentences: Localized<string[]> };

/** The parts of an entry that a form shows. */
export function formOf(entry: FaqEntry): FaqForm {
  const answer: Localized<AnswerForm> = {};
  for (const locale of ['en', 'zh'] as const) {
    const given = entry.answer[locale];
    if (given !== undefined) answer[locale] = answerForm(given);
  }
  return { question: entry.question, phrasings: entry.phrasings, answer, followUp: entry.followUp ?? null };
}

export function answerForm(given: NonNullable<FaqEntry['answer']['en']>): AnswerForm {
  if (typeof given === 'string') return { text: given, links: [], quickReplies: [] };
  return {
    text: given.text,
    links: given.links ?? [],
    quickReplies: (given.quickReplies ?? []).map((reply) => (typeof reply === 'string' ? { label: reply } : reply)),
  };
}
