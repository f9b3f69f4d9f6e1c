import type { Localized } from '../locale.ts';
import type { Phrase } from '../words/phrase.ts';

/** Something that the owner may offer to make good for a complaint. */
export interface Remedy {
  /** Lower-case words and hyphens, unique on a site. */
  readonly name: string;
  /** A sentence as the customer reads it: "We refund the full price." */
  readonly text: Localized<string>;
}

/** How a site deals with complaints. */
export interface ComplaintPolicy {
  /** Business hours until the owner must have answered. */
  readonly deadlineHours: number;
  /** So many business hours before that the owner is reminded by mail. */
  readonly warnHours: number;
  readonly remedies: readonly Remedy[];
  /** The site's own words for a complaint, beside the built-in ones. */
  readonly words: readonly Phrase[];
  /** FAQs whose question is a complaint, however it is put. */
  readonly intents: readonly string[];
}

export const DEFAULT_REMEDIES: readonly Remedy[] = [
  { name: 'refund', text: { en: 'We refund the full price.', zh: '我们全额退款。' } },
  { name: 'replacement', text: { en: 'We replace it free of charge.', zh: '我们免费更换。' } },
  { name: 'repair', text: { en: 'We put it right free of charge.', zh: '我们免费处理好。' } },
  {
    name: 'part-refund',
    text: { en: 'You keep it, and we refund part of the price.', zh: '商品不必退回，我们退还部分款项。' },
  },
];

/** What a site has that says nothing about complaints: an answer within two working days of eight hours. */
export const DEFAULT_COMPLAINTS: ComplaintPolicy = {
  deadlineHours: 16,
  warnHours: 4,
  remedies: DEFAULT_REMEDIES,
  words: [],
  intents: [],
};
