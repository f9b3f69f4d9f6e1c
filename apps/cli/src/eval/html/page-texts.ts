import type { Locale } from '@solodesk/core';

/** The words of the page. */
export interface PageTexts {
  lang: string;
  title: string;
  languages: Readonly<Record<Locale, string>>;
  conditions(faqs: number, folds: number, seed: number, date: string): string;
  howItIsMeasured: string;
  answers(answered: string, wrong: string, n: number, low: string, high: string): string;
  noAnswers: string;
  budget(share: string): string;
  accuracy: string;
  askedBack: string;
  askedBackRight: string;
  leftUnanswered: string;
  calibrationError: string;
  answersFrom: string;
  suggestsFrom: string;
  ofN(hits: number, n: number): string;
  riskTitle: string;
  riskHint: string;
  riskSummary(answered: string, wrong: string): string;
  coverage: string;
  risk: string;
  budgetsCaption: string;
  budgetColumn: string;
  answeredColumn: string;
  nothing: string;
  reliabilityTitle: string;
  reliabilityHint: string;
  reliabilitySummary(error: string): string;
  confidence: string;
  rightShare: string;
  bin(from: string, to: string, count: number, right: string): string;
  confusionsTitle: string;
  confusionsHint: string;
  noConfusions: string;
  sentences(count: number, answered: number): string;
  takenFor: string;
  wouldAnswer: string;
  falseAnswersTitle: string;
  falseAnswersHint: string;
  intentsTitle: string;
  intentsHint: string;
  intentColumn: string;
  examplesColumn: string;
  recognisedColumn: string;
}
