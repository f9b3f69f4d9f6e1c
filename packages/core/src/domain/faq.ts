import type { Locale, Localized } from './locale.ts';

/** A button under a message. Pressing it sends `label` as the visitor's words, and `intent`, if any, settles what was meant. */
export interface QuickReply {
  label: string;
  intent?: string;
}

/** A link under a message; only http, https and mailto ever get here (checked where files are loaded). */
export interface Link {
  label: string;
  url: string;
}

/** What is said. `{{name|there}}` in the text stands for a field of the customer, with what is said when it is not known. */
export interface AnswerContent {
  text: string;
  quickReplies: QuickReply[];
  links: Link[];
}

/** When a variant is said: all that is given must hold, of each list one. */
export interface AnswerCondition {
  /** What the page calls the customer's group. */
  segment?: readonly string[];
  /** Paths of pages; `*` stands for anything. */
  page?: readonly string[];
  /** `visitor`, `contact`, or what the page says. */
  stage?: readonly string[];
}

export interface FaqAnswer extends AnswerContent {
  /** Said instead for some customers: the first whose condition holds. Left out when there are none. */
  variants?: readonly (AnswerContent & { when: AnswerCondition })[];
}

export interface Faq {
  /** Dotted name, unique in its site: `returns.period`. Names that begin with `solodesk.` are built in. */
  intent: string;
  category: string;
  /** The question as a person would read it in a list ("did you mean", suggestions while typing). */
  question: Localized<string>;
  phrasings: Localized<string[]>;
  answer: Localized<FaqAnswer>;
  /** Names of manuals that say more; linked under the answer. */
  articles?: readonly string[];
  /** Intent whose question is offered as a button after this answer. */
  followUp?: string;
}

/** All FAQs of one site, as one consistent reading of its files. */
export interface FaqBook {
  /** Hash of everything that training depends on; equal books have equal hashes. */
  readonly hash: string;
  readonly locales: readonly Locale[];
  readonly faqs: ReadonlyMap<string, Faq>;
  /** What is asked and none of the FAQs answers, as far as the site says so. */
  readonly outOfScope?: Localized<readonly string[]>;
}

/** Built-in intents, understood on every site without being written down there. */
export const BUILT_IN = {
  person: 'solodesk.person',
  greeting: 'solodesk.greeting',
  thanks: 'solodesk.thanks',
  goodbye: 'solodesk.goodbye',
  bot: 'solodesk.bot',
  abilities: 'solodesk.abilities',
  maker: 'solodesk.maker',
  compliment: 'solodesk.compliment',
  insult: 'solodesk.insult',
} as const;

/** Intents of buttons that do something rather than ask something. */
export const ACTION = {
  resumeBot: 'solodesk.resume-bot',
  noneOfThese: 'solodesk.none-of-these',
  /** Leave a message: the form that every site has. */
  contact: 'solodesk.contact',
  /** "Never mind" of somebody who waits for a person. */
  dropCall: 'solodesk.drop-call',
  /** Takes the request back that was touched last, or leaves it where it is. */
  withdraw: 'solodesk.withdraw',
  keepRequest: 'solodesk.keep-request',
} as const;
