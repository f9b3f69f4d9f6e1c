import type { Localized } from '@solodesk/core';
import type { FaqEntry } from '../schemas/faq-schema.ts';

/** The parts of an FAQ that a form shows; everything else of it stays as it is in its file. */
export interface FaqForm {
  question: Localized<string>;
  phrasings: Localized<string[]>;
  answer: Localized<AnswerForm>;
  followUp: string | null;
}

export interface AnswerForm extends SaidForm {
  /** What is said to some visitors instead: the first whose condition holds. Left out of a change: as it is. */
  variants?: VariantForm[] | undefined;
}

export interface SaidForm {
  text: string;
  links: { label: string; url: string }[];
  quickReplies: { label: string; intent?: string | undefined }[];
}

export interface VariantForm extends SaidForm {
  /** All that is not empty must hold, of each list one. */
  when: Record<(typeof CONDITIONS)[number], string[]>;
}

export const CONDITIONS = ['segment', 'page', 'stage'] as const;

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
  if (typeof given === 'string') return { text: given, links: [], quickReplies: [], variants: [] };
  return { ...said(given), variants: (given.variants ?? []).map(variantForm) };
}

type SaidEntry = Pick<Exclude<NonNullable<FaqEntry['answer']['en']>, string>, 'text' | 'links' | 'quickReplies'>;
export type VariantEntry = NonNullable<Exclude<NonNullable<FaqEntry['answer']['en']>, string>['variants']>[number];

function said({ text, links = [], quickReplies = [] }: SaidEntry): SaidForm {
  const buttons = quickReplies.map((reply) => (typeof reply === 'string' ? { label: reply } : reply));
  return { text, links, quickReplies: buttons };
}

function variantForm(given: VariantEntry): VariantForm {
  const listOf = (key: (typeof CONDITIONS)[number]) => [given.when[key] ?? []].flat();
  return { when: { segment: listOf('segment'), page: listOf('page'), stage: listOf('stage') }, ...said(given) };
}
