import { join } from 'node:path';
import type { Locale } from '@solodesk/core';
import { siteExamples, siteTests } from '@solodesk/faq';
import { crossValidate } from '@solodesk/nlu';
import { countByLanguage, runTests } from '../faq/run-tests.ts';
import { shown } from '../faq/site-folders.ts';
import type { SiteFolder } from '../faq/site-folders.ts';
import { readSite, trainedModel } from '../faq/trained-site.ts';
import { evaluateLanguage } from './evaluate-language.ts';
import { questionsOf } from './question.ts';
import type { SiteEvaluation } from './site-evaluation.ts';

export interface EvaluationOptions {
  folds: number;
  seed: number;
  lang: Locale | undefined;
  progress(text: string): void;
}

/** Holds each of a site's sentences out of training once, and sees what the bot makes of it. */
export async function evaluateSite(folder: SiteFolder, options: EvaluationOptions): Promise<SiteEvaluation> {
  const { folds, seed, lang, progress } = options;
  const start = performance.now();
  const read = await readSite(folder);
  const { files, site, book, catalogue } = read;
  progress(`${site.id}: training …`);
  const { model } = await trainedModel(read);
  progress(`${site.id}: fold 1 of ${folds} …`);
  const heldOut = await crossValidate(book, {
    folds,
    seed,
    onFold: (done) => progress(`${site.id}: fold ${Math.min(done + 1, folds)} of ${folds} …`),
  });
  const examples = siteExamples(files).map((example) => ({
    ...example,
    file: shown(join(folder.sitesDir, example.file)),
  }));
  const questions = questionsOf(heldOut, examples);
  const locales = lang === undefined ? site.locales : [lang];
  const budget = site.policy.wrongAnswerBudget / 100;
  return {
    site: site.id,
    name: site.name,
    locale: site.defaultLocale,
    faqs: book.faqs.size,
    questions: Object.fromEntries([...book.faqs.values()].map(({ intent, question }) => [intent, question])),
    folds,
    seed,
    seconds: (performance.now() - start) / 1000,
    wrongAnswerBudget: budget,
    languages: locales.map((locale) => evaluateLanguage(questions, locale, model.thresholds, budget)),
    estimated: model.quality ?? null,
    tests: countByLanguage(runTests(siteTests(files, locales), { site, book, model, catalogue }), locales),
  };
}
