import type { Localized } from '../locale.ts';
import type { Phrase } from '../words/phrase.ts';

/** Something that the owner may offer to make good for a complaint. */
export interface Remedy {
  /** Lower-case words and hyphens, unique on a site. */
  readonly name: string;
  /** A sentence as the customer reads it: "We refund the full price." */
  readonly text: Localized<string>;
  /** In few words, for a button; left out: the sentence stands on it. */
  readonly label?: Localized<string>;
  /** The bot may offer it by itself when a complaint is complete; all others wait for the owner. */
  readonly atOnce?: true;
  /** Details of the complaint without which it does not fit, such as `order`. */
  readonly needs?: readonly string[];
  /** It fits only where one of these is said; left out: always. */
  readonly words?: readonly Phrase[];
}

/** The most that is offered at a time: more than a few are no help to choose from. */
export const MOST_CHOICES = 4;

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

const DEFAULT_REMEDIES: readonly Remedy[] = [
  {
    name: 'refund',
    text: { en: 'We refund the full price.', zh: '我们全额退款。' },
    label: { en: 'A full refund', zh: '全额退款' },
  },
  {
    name: 'replacement',
    text: { en: 'We replace it free of charge.', zh: '我们免费更换。' },
    label: { en: 'A replacement', zh: '更换' },
  },
  {
    name: 'repair',
    text: { en: 'We put it right free of charge.', zh: '我们免费处理好。' },
    label: { en: 'Put it right', zh: '免费处理好' },
  },
  {
    name: 'part-refund',
    text: { en: 'You keep it, and we refund part of the price.', zh: '商品不必退回，我们退还部分款项。' },
    label: { en: 'Keep it, part refund', zh: '部分退款' },
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
