import { decideReply, NOBODY, raisedFlag } from '@solodesk/core';
import type { FaqBook, IntentModel, Locale, ReplyInput, Site } from '@solodesk/core';
import type { SiteTest } from '@solodesk/faq';

/** What came of one test. */
export interface TestResult extends SiteTest {
  /** The intent that the bot would answer with, "none" when it would not answer, "emergency" when it would give the emergency number. */
  got: string;
  /** Of the likeliest intent, whether it is enough for an answer or not; 0 when nothing was recognised. */
  confidence: number;
  /** The likeliest intent, or the red flag that was raised; null when nothing was recognised. */
  likeliest: string | null;
  passed: boolean;
}

export interface TestCounts {
  total: number;
  passed: number;
}

/** How a language fared: questions with an answer, and those that must be left to a person. */
export interface LanguageCounts {
  answerable: TestCounts;
  outOfScope: TestCounts;
}

/** A site as its bot knows it. */
export interface TestedSite {
  site: Pick<Site, 'name' | 'ownerName' | 'locales' | 'voice' | 'emergency'>;
  book: FaqBook;
  model: IntentModel;
}

/** Asks every test's question as the first message of somebody unknown, in the test's language, and sees what the bot would do. */
export function runTests(tests: readonly SiteTest[], tested: TestedSite): TestResult[] {
  return tests.map((test) => {
    const outcome = outcomeOf(test, tested);
    return { ...test, ...outcome, passed: outcome.got === test.expect };
  });
}

function outcomeOf(test: SiteTest, tested: TestedSite): Pick<TestResult, 'got' | 'confidence' | 'likeliest'> {
  const { emergency } = tested.site;
  // Red flags come before anything else, as they do where visitors write.
  const flag = emergency && raisedFlag(test.ask, emergency);
  if (flag) return { got: 'emergency', confidence: 1, likeliest: flag.name };
  const { reason, handoff } = decideReply(firstMessage(test, tested));
  const answered = reason.kind === 'answered' || reason.kind === 'small_talk' || handoff === 'asked';
  // A message of two questions gets two answers: the test is about one of them.
  const guess = (answered && reason.guesses.find(({ intent }) => intent === test.expect)) || reason.guesses[0];
  return {
    got: answered && guess ? guess.intent : 'none',
    confidence: guess?.confidence ?? 0,
    likeliest: guess?.intent ?? null,
  };
}

function firstMessage({ ask, locale }: SiteTest, { site, book, model }: TestedSite): ReplyInput {
  return {
    text: ask,
    pressed: undefined,
    understand: (text) => model.understand(text, locale).guesses,
    thresholds: model.thresholds,
    book,
    locale,
    locales: site.locales,
    context: null,
    now: 0,
    unsureStreak: 0,
    ownerName: site.ownerName,
    siteName: site.name,
    voice: site.voice,
    facts: () => NOBODY,
    languageOf: () => null,
    namedIn: () => [],
    outlook: () => ({ here: true }),
  };
}

export function countByLanguage(
  results: readonly TestResult[],
  locales: readonly Locale[],
): Partial<Record<Locale, LanguageCounts>> {
  return Object.fromEntries(
    locales.map((locale) => {
      const own = results.filter((result) => result.locale === locale);
      return [
        locale,
        {
          answerable: counts(own.filter(({ expect }) => expect !== 'none')),
          outOfScope: counts(own.filter(({ expect }) => expect === 'none')),
        },
      ];
    }),
  );
}

export function counts(results: readonly TestResult[]): TestCounts {
  return { total: results.length, passed: results.filter(({ passed }) => passed).length };
}
