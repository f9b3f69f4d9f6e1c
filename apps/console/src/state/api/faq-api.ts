import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

export type Localized<T> = Partial<Record<Locale, T>>;

export interface SaidForm {
  text: string;
  links: { label: string; url: string }[];
  quickReplies: { label: string; intent?: string }[];
}

export interface AnswerForm extends SaidForm {
  /** What is said to some visitors instead: the first whose condition holds. Left out: as the file has it. */
  variants?: VariantForm[];
}

export type ConditionKind = 'segment' | 'page' | 'stage';

export interface VariantForm extends SaidForm {
  /** All that is not empty must hold, of each list one. */
  when: Record<ConditionKind, string[]>;
}

/** The parts of an FAQ that can be edited here; everything else of it stays in its file. */
export interface FaqForm {
  question: Localized<string>;
  phrasings: Localized<string[]>;
  answer: Localized<AnswerForm>;
  followUp: string | null;
}

export interface FailedTest {
  intent: string;
  locale: Locale;
  ask: string;
  expect: string;
  got: string;
}

export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  /** In English, as the terminal prints it. */
  message: string;
  file?: string;
  line: number;
}

export interface Votes {
  yes: number;
  no: number;
}

export interface FaqRow extends FaqForm {
  intent: string;
  category: string;
  file: string;
  line: number;
  /** Another one for each other content. */
  version: string;
  /** "Did this help?" in the help centre. */
  votes: Votes;
  /** What is left for the owner to say in a starter pack's answer. */
  toDo: Localized<string> | null;
  tests: number;
  failing: FailedTest[];
  findings: Finding[];
}

/** What a file says that no FAQ answers. */
export interface OutOfScopeRow {
  file: string;
  sentences: Localized<string[]>;
  /** Another one for each other content. */
  version: string;
}

export interface FaqList {
  faqs: FaqRow[];
  locales: Locale[];
  categories: string[];
  outOfScope: OutOfScopeRow[];
  /** Manuals that somebody has judged. */
  articles: { slug: string; title: string; votes: Votes }[];
  /** What people read for each category. */
  categoryNames: Record<string, Localized<string>>;
}

/** How others ask a question like one that is being written; `like` is null where nothing is known. */
export interface PhrasingIdeas {
  like: Localized<string> | null;
  phrasings: Localized<string[]>;
}

export type FaqChange =
  | { kind: 'add_phrasings'; intent: string; phrasings: Localized<string[]> }
  | { kind: 'add_faq'; category: string; faq: FaqForm }
  | { kind: 'edit_faq'; intent: string; version: string; faq: FaqForm; settled?: boolean }
  | { kind: 'settle_faq'; intent: string; version: string }
  | { kind: 'delete_faq'; intent: string; version: string }
  | { kind: 'add_out_of_scope'; sentences: Localized<string[]> }
  | { kind: 'set_out_of_scope'; file: string | null; version: string; sentences: Localized<string[]> };

/** How the bot answers what it did not learn. Shares are from 0 to 1, null where nothing was counted. */
export interface QualityFigures {
  /** The site's own sentences that it was asked. */
  asked: number;
  /** What part of them gets an answer, right or wrong. */
  coverage: number | null;
  /** Answers given in all, also to what no FAQ answers. */
  answers: number;
  wrongShare: number | null;
  interval: { low: number; high: number } | null;
  /** What the estimate was made from: the site's own phrasings, each held out of training. */
  heldOut?: { coverage: number | null; wrongShare: number | null; n: number };
}

export interface Turned {
  text: string;
  locale: Locale;
  intent: string | null;
  before: string | null;
  after: string | null;
}

/** What a change would do. */
export interface Verdict {
  worse: boolean;
  /** How many questions in all; the lists are cut. */
  turned: { lost: number; won: number };
  /** Those that have nothing to do with it, and turn all the same, as some do with every change. */
  elsewhere: { lost: number; won: number };
  before: QualityFigures;
  after: QualityFigures;
  shared: number;
  lost: Turned[];
  won: Turned[];
  failing: FailedTest[];
  findings: Finding[];
}

export type CheckState = { state: 'running'; share: number } | { state: 'done'; verdict: Verdict | null };

export interface Confusion {
  intent: string;
  by: string;
  count: number;
  of: number;
  examples: string[];
}

export interface Quality {
  now: QualityFigures;
  budgets: (QualityFigures & { budget: number })[];
  confusions: Confusion[];
  /** The site's own tests, by language. */
  tests?: { locale: Locale; total: number; passed: number }[];
}

/** How many of the last typed questions of visitors came to what. */
export interface VisitorOutcomes {
  answered: number;
  askedBack: number;
  unknown: number;
}

/** `budget`: of 100 answers given, so many may be wrong; null where the site's file says nothing. */
export type QualityState = { budget: number | null; visitors?: VisitorOutcomes } & (
  | { state: 'running'; share: number }
  /** `again`: of before a change, while it is measured anew. */
  | { state: 'done'; result: Quality; again?: true }
  | { state: 'failed' }
);

export interface Wording {
  text: string;
  locale: Locale;
  times: number;
  lastAt: number;
  /** Null where it was only searched for. */
  conversation: string | null;
  seq: number;
}

export interface QuestionGroup {
  id: number;
  count: number;
  /** How many of its questions were searches of the help centre. */
  searched: number;
  lastAt: number;
  wordings: Wording[];
  keys: number[];
  nearest: { intent: string; question: Localized<string>; confidence: number }[];
  answered: boolean;
}

export interface Unanswered {
  groups: QuestionGroup[];
  questions: number;
  more: boolean;
}

const of = (site: string) => encodeURIComponent(site);

/** FAQs, what they get wrong, and what they lack. */
export const faqApi = {
  list: (site: string) => request<FaqList>(`faqs/${of(site)}`),
  beginCheck: (site: string, change: FaqChange) => request<{ check: string }>(`faqs/${of(site)}/check`, { change }),
  check: (site: string, check: string) => request<CheckState>(`faqs/${of(site)}/check/${of(check)}`),
  save: (site: string, change: FaqChange, keys: readonly number[]) =>
    request<{ undo: string | null }>(`faqs/${of(site)}/save`, { change, keys }),
  undo: (site: string, undo: string) => request<object>(`faqs/${of(site)}/undo`, { undo }),
  phrasings: (question: Localized<string>, site: string | null, intent: string | null) =>
    request<PhrasingIdeas>('phrasings', { question, ...(site && { site }), ...(intent && { intent }) }),
  quality: (site: string) => request<QualityState>(`quality/${of(site)}`),
  setBudget: (site: string, wrongAnswerBudget: number) => request<object>(`quality/${of(site)}`, { wrongAnswerBudget }),
  unanswered: (site: string) => request<Unanswered>(`unanswered/${of(site)}`),
  unansweredCount: (site: string) => request<{ count: number }>(`unanswered/${of(site)}/count`),
  setStatus: (site: string, keys: readonly number[], status: 'open' | 'ignored' | 'added') =>
    request<{ changed: number }>(`unanswered/${of(site)}/status`, { keys, status }),
};
