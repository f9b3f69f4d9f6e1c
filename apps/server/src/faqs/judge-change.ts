import type { FaqBook, IntentModel, IntentTrainer } from '@solodesk/core';
import { lintSite, previewFaqChange, siteTests } from '@solodesk/faq';
import type { FaqChange, FaqRefusal, LintFinding } from '@solodesk/faq';
import { answering, buildCatalogue, compareHeldOut, inSlices, signTest } from '@solodesk/nlu';
import type { Evaluator, Judged, Turned } from '@solodesk/nlu';
import { byConcern } from './concern-of-change.ts';
import { figures } from './quality-figures.ts';
import type { QualityFigures } from './quality-figures.ts';
import { failedTests } from './faq-tests.ts';
import type { FailedTest } from './faq-tests.ts';

/** What a change would do, measured before it is written. */
export interface Verdict {
  /** A test would fail that does not fail now, or so much more would be lost than won that it is hardly chance. */
  worse: boolean;
  /** How much would be lost and won of what is told; the lists are cut. */
  turned: { lost: number; won: number };
  /** What turns beside it and is not told: sentences at the edge of the threshold, which turn with any change of the model. */
  elsewhere: { lost: number; won: number };
  before: QualityFigures;
  after: QualityFigures;
  /** Sentences that both were asked. */
  shared: number;
  /** Answered right now, and not any more afterwards. */
  lost: Turned[];
  won: Turned[];
  /** Tests of the FAQ files that would begin to fail. */
  failing: FailedTest[];
  /** What lint says about the files afterwards and does not say now. */
  findings: LintFinding[];
}

export type Judgement = { ok: true; verdict: Verdict | null } | ({ ok: false } & FaqRefusal);

export interface JudgeParts {
  sitesDir: string;
  trainer: IntentTrainer;
  evaluator: Pick<Evaluator, 'evaluate'>;
}

/** Sentences at the edge of the threshold flip with any change of the model: of these, one or two say nothing. */
const HARDLY_CHANCE = 0.05;
/** More would make the answer long, and nobody reads them. */
const SHOWN = 50;
/** Of the whole: two evaluations, and the training of the new model before them. */
const PARTS = { training: 0.1, before: 0.45, after: 0.45 };

/**
 * Judges a change before it is written: trains what would be (a later save finds that model ready), asks both books the
 * sentences they did not learn, runs the files' own tests, and lints. A null verdict: the change teaches nothing (a link, an
 * answer beside phrasings enough) and lint has nothing to say. All of the work that takes time is done by other processes.
 */
export async function judgeChange(
  { sitesDir, trainer, evaluator }: JudgeParts,
  siteId: string,
  change: FaqChange,
  onProgress: (share: number) => void,
): Promise<Judgement> {
  const result = await previewFaqChange(sitesDir, siteId, change);
  if (!result.ok) return result;
  const { filesBefore, filesAfter, before, after } = result.preview;
  const findings = mostTelling(newFindings(lintSite(filesBefore), lintSite(filesAfter)));
  // What was refused before the change has no bot to compare with.
  if (!after.ok || !before.ok) return { ok: true, verdict: null };
  const budget = before.site.policy.wrongAnswerBudget;
  const model = { before: await trainer.train(before.book, budget), after: await trainer.train(after.book, budget) };
  // One for both: a change of FAQs leaves the catalogue's file as it is.
  const catalogue = await inSlices(buildCatalogue(before.products));
  const failing = newlyFailing(
    failedTests(siteTests(filesBefore, before.site.locales), { ...before, model: model.before, catalogue }),
    failedTests(siteTests(filesAfter, after.site.locales), { ...after, model: model.after, catalogue }),
  );
  onProgress(PARTS.training);
  if (after.book.hash === before.book.hash && failing.length === 0 && findings.length === 0) {
    return { ok: true, verdict: null };
  }
  const judge = async (book: FaqBook, of: IntentModel, from: number, part: number): Promise<Judged> => ({
    heldOut: await evaluator.evaluate(book, (share) => onProgress(from + share * part)),
    threshold: of.thresholds.answer,
  });
  const was = await judge(before.book, model.before, PARTS.training, PARTS.before);
  const is = await judge(after.book, model.after, PARTS.training + PARTS.before, PARTS.after);
  const all = compareHeldOut(was, is);
  const { shared } = all;
  const hardlyChance = signTest(all.lost.length, all.won.length) <= HARDLY_CHANCE;
  const concern = byConcern(before.book, after.book);
  const [lost, restLost] = concern(all.lost);
  const [won, restWon] = concern(all.won);
  // Where so much is lost that it is hardly chance, all of it is what the change does.
  if (hardlyChance) {
    lost.push(...restLost.splice(0));
    won.push(...restWon.splice(0));
  }
  return {
    ok: true,
    verdict: {
      worse: failing.length > 0 || hardlyChance,
      turned: { lost: lost.length, won: won.length },
      elsewhere: { lost: restLost.length, won: restWon.length },
      before: figures(model.before.quality ?? answering(was.heldOut, was.threshold)),
      after: figures(model.after.quality ?? answering(is.heldOut, is.threshold)),
      shared,
      lost: lost.slice(0, SHOWN),
      won: won.slice(0, SHOWN),
      failing: failing.slice(0, SHOWN),
      findings: findings.slice(0, SHOWN),
    },
  };
}

/** Lines move and counts change when a file grows: a finding is known by its rule and the names that it quotes. */
function newFindings(before: readonly LintFinding[], after: readonly LintFinding[]): LintFinding[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(identity(finding), (known.get(identity(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const times = known.get(identity(finding)) ?? 0;
    known.set(identity(finding), times - 1);
    return times <= 0;
  });
}

/**
 * What an owner can do something about here, the gravest first. Tests are written in files, and few phrasings are said of nearly every
 * new FAQ: neither may hide the rest.
 */
function mostTelling(findings: readonly LintFinding[]): LintFinding[] {
  const rank = ({ rule, severity }: LintFinding) => (rule === 'few-phrasings' ? 2 : severity === 'error' ? 0 : 1);
  return findings.filter(({ rule }) => rule !== 'untested').sort((one, other) => rank(one) - rank(other));
}

function identity({ file, rule, message }: LintFinding): string {
  return JSON.stringify([file, rule, message.match(/"[^"]*"/g)]);
}

function newlyFailing(before: readonly FailedTest[], after: readonly FailedTest[]): FailedTest[] {
  const known = new Set(before.map(({ locale, ask, expect }) => JSON.stringify([locale, ask, expect])));
  return after.filter(({ locale, ask, expect }) => !known.has(JSON.stringify([locale, ask, expect])));
}
