import type { ConditionKind, FaqForm, Localized, VariantForm } from '../api/faq-api.ts';
import type { Locale } from '../wire-types.ts';

export const CONDITION_KINDS: readonly ConditionKind[] = ['segment', 'page', 'stage'];

/** As many as the file may have. */
export const MOST_VARIANTS = 20;

export const EMPTY_VARIANT: VariantForm = {
  when: { segment: [], page: [], stage: [] },
  ...{ text: '', links: [], quickReplies: [] },
};

const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u;
const PATH = /^(?:\/|\*)[^\s?#]{0,199}$/;

/** The words of a condition that can be none. */
export function wrongWords(kind: ConditionKind, words: readonly string[]): string[] {
  return words.filter((word) => !(kind === 'page' ? PATH : WORD).test(word));
}

/** Says nothing yet of when, or of what, or something that can be no condition. */
export function isUnfinished({ when, text }: VariantForm): boolean {
  return (
    text.trim() === '' ||
    CONDITION_KINDS.every((kind) => when[kind].length === 0) ||
    CONDITION_KINDS.some((kind) => wrongWords(kind, when[kind]).length > 0)
  );
}

/** Where the first variant stands that cannot be saved; null: all can. */
export function unfinishedVariant(
  { answer }: Pick<FaqForm, 'answer'>,
  locales: readonly Locale[],
): { locale: Locale; place: number } | null {
  for (const locale of locales) {
    const at = (answer[locale]?.variants ?? []).findIndex(isUnfinished);
    if (at >= 0) return { locale, place: at + 1 };
  }
  return null;
}

/** How many answers an FAQ has for some visitors, of the language that has most. */
export function variantCount(answer: Localized<{ variants?: readonly unknown[] }>): number {
  return Math.max(0, ...Object.values(answer).map(({ variants = [] }) => variants.length));
}
