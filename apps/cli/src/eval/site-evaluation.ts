import type { AnswerQuality, Locale, Localized } from '@solodesk/core';
import type { LanguageCounts } from '../faq/run-tests.ts';
import type { LanguageEvaluation } from './evaluate-language.ts';

/** How well a site's bot understands, language by language. */
export interface SiteEvaluation {
  site: string;
  name: string;
  /** In which reports are written. */
  locale: Locale;
  faqs: number;
  /** The questions of the FAQs, by their names. */
  questions: Readonly<Record<string, Localized<string>>>;
  folds: number;
  seed: number;
  /** Of the whole evaluation. */
  seconds: number;
  /** "Of 100 answers given at most …", as a share; null when the site sets none. */
  wrongAnswerBudget: number | null;
  languages: LanguageEvaluation[];
  /** What the console says of all languages together, an estimate of visitors' questions, and what it was made from. */
  estimated: AnswerQuality | null;
  /** The files' own tests. */
  tests: Partial<Record<Locale, LanguageCounts>>;
}
