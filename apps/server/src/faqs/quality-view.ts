import { LOCALES } from '@solodesk/core';
import type { IntentTrainer, Locale, SiteKnowledge } from '@solodesk/core';
import type { TriedSite } from '@solodesk/core/use-cases';
import type { SiteTest } from '@solodesk/faq';
import { answering, confusions, thresholdFor } from '@solodesk/nlu';
import type { Confusion, Evaluator, HeldOut } from '@solodesk/nlu';
import { failedTests } from './faq-tests.ts';
import { figures } from './quality-figures.ts';
import type { QualityFigures } from './quality-figures.ts';

/** The wrong-answer budgets that an owner can choose from: of 100 answers given. */
export const BUDGETS = [1, 2, 3, 5, 10] as const;

export interface QualityView {
  /** As the bot answers now. */
  now: QualityFigures;
  /** What each budget would mean. */
  budgets: (QualityFigures & { budget: number })[];
  confusions: Confusion[];
  /** The site's own tests, asked of the bot as it is, of each language that has any. */
  tests: TestCounts[];
}

/** What the site's own files ask of its bot. */
export interface OwnTests {
  site: TriedSite['site'];
  tests: readonly SiteTest[];
}

export interface TestCounts {
  locale: Locale;
  total: number;
  passed: number;
}

const MAX_CONFUSIONS = 100;

/**
 * How well a site's bot answers what it did not learn, and how it would at each budget. A model that was measured when it
 * was trained says so itself; for one that was not, the held-out sentences are counted here.
 */
export async function qualityView(
  knowledge: SiteKnowledge,
  { trainer, evaluator }: { trainer: IntentTrainer; evaluator: Pick<Evaluator, 'evaluate'> },
  onProgress: (share: number) => void,
  own?: OwnTests,
): Promise<QualityView> {
  const { book, model } = knowledge;
  const heldOut = await evaluator.evaluate(book, onProgress);
  const budgets: QualityView['budgets'] = [];
  for (const budget of BUDGETS) {
    const at = await trainer.train(book, budget);
    const counted = () => answering(heldOut, thresholdFor(heldOut, budget));
    budgets.push({ budget, ...figures(at.quality?.budget === budget ? at.quality : counted()) });
  }
  return {
    now: figures(model.quality ?? answering(heldOut, model.thresholds.answer)),
    budgets,
    confusions: ownConfusions(heldOut, book.faqs),
    tests: own === undefined ? [] : countTests(own, knowledge),
  };
}

function countTests({ site, tests }: OwnTests, { book, model, catalogue }: SiteKnowledge): TestCounts[] {
  return LOCALES.flatMap((locale) => {
    const asked = tests.filter((test) => test.locale === locale);
    if (asked.length === 0) return [];
    return [
      {
        locale,
        total: asked.length,
        passed: asked.length - failedTests(asked, { site, book, model, catalogue }).length,
      },
    ];
  });
}

function ownConfusions(heldOut: readonly HeldOut[], faqs: ReadonlyMap<string, unknown>): Confusion[] {
  return confusions(heldOut)
    .filter(({ by }) => faqs.has(by))
    .slice(0, MAX_CONFUSIONS);
}
