import { CHINESE_ESTIMATE, ENGLISH_ESTIMATE, estimateSentences } from '../estimate.ts';
import type { LanguageEvaluation, Share } from '../evaluate-language.ts';
import { percent, sure } from '../figures.ts';
import type { SiteEvaluation } from '../site-evaluation.ts';
import { reliabilityChart, riskChart } from './charts.ts';
import { escape } from './escape.ts';
import { confusionList, falseAnswerList, intentTable, questionsIn } from './findings.ts';
import type { QuestionOf } from './findings.ts';
import { PAGE_STYLES } from './page-styles.ts';
import type { PageTexts } from './page-texts.ts';
import { en } from './page-texts-en.ts';
import { zh } from './page-texts-zh.ts';

/**
 * One page with everything in it: it needs no network and runs no script, so it can be kept beside a build or sent by mail. Written in the first
 * site's usual language.
 */
export function evalPage(evaluations: readonly SiteEvaluation[], now: Date): string {
  const texts = evaluations[0]?.locale === 'zh' ? zh : en;
  const title = `${evaluations.map(({ name }) => name).join(', ')} · ${texts.title}`;
  const sites = evaluations.map((evaluation) => siteSection(evaluation, texts, now));
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${PAGE_STYLES}</style>
</head>
<body>
<main>
${sites.join('\n')}
<p class="small">${escape(texts.howItIsMeasured)}</p>
</main>
</body>
</html>
`;
}

function siteSection(evaluation: SiteEvaluation, texts: PageTexts, now: Date): string {
  const { name, faqs, folds, seed, languages, wrongAnswerBudget } = evaluation;
  const conditions = texts.conditions(faqs, folds, seed, now.toISOString().slice(0, 10));
  const estimated = estimateSentences(evaluation, texts.lang === 'zh' ? CHINESE_ESTIMATE : ENGLISH_ESTIMATE);
  return `<section>
<h1>${escape(name)}: ${escape(texts.title)}</h1>
<p class="hint">${escape(conditions)}</p>
${estimated.map((sentence) => `<p>${escape(sentence)}</p>`).join('\n')}
${languages.map((language) => languageSection(language, wrongAnswerBudget, texts, questionsIn(evaluation, language.locale, texts))).join('\n')}
</section>`;
}

function languageSection(
  language: LanguageEvaluation,
  budget: number | null,
  texts: PageTexts,
  questionOf: QuestionOf,
): string {
  return `<section lang="${texts.lang}">
<h2>${escape(texts.languages[language.locale])}</h2>
<p class="sum">${escape(operatingPoint(language, budget, texts))}</p>
<div class="grid2">
<div>${figureList(language, texts)}${budgetTable(language, texts)}</div>
<div><h3>${escape(texts.riskTitle)}</h3><p class="hint">${escape(texts.riskHint)}</p>${riskChart(language, budget, texts)}</div>
<div><h3>${escape(texts.reliabilityTitle)}</h3><p class="hint">${escape(texts.reliabilityHint)}</p>${reliabilityChart(language, texts)}</div>
<div>${falseAnswerList(language, texts)}</div>
</div>
${confusionList(language, texts, questionOf)}
${intentTable(language, texts, questionOf)}
</section>`;
}

function operatingPoint({ answered, wrong }: LanguageEvaluation, budget: number | null, texts: PageTexts): string {
  if (wrong.share === null) return texts.noAnswers;
  const [low, high] = [wrong.low, wrong.high].map((bound) => `${(100 * bound).toFixed(1)} %`);
  const sentence = texts.answers(percent(answered.share ?? 0), percent(wrong.share), wrong.n, low ?? '', high ?? '');
  return budget === null ? sentence : `${sentence} ${texts.budget(percent(budget))}`;
}

function figureList(language: LanguageEvaluation, texts: PageTexts): string {
  const { thresholds } = language;
  const rows: [string, string][] = [
    [texts.accuracy, shareText(language.accuracy, texts)],
    [texts.askedBack, shareText(language.askedBack, texts)],
    [texts.askedBackRight, shareText(language.askedBackRight, texts)],
    [texts.leftUnanswered, shareText(language.leftUnanswered, texts)],
    [texts.calibrationError, percent(language.calibrationError)],
    [texts.answersFrom, sure(thresholds.answer)],
    [texts.suggestsFrom, sure(thresholds.suggest)],
    [texts.hintsFrom, sure(thresholds.hint)],
  ];
  return `<dl>${rows.map(([term, value]) => `<div><dt>${escape(term)}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function shareText({ share, hits, n }: Share, texts: PageTexts): string {
  return share === null ? '–' : `${percent(share)} <span class="small">${escape(texts.ofN(hits, n))}</span>`;
}

function budgetTable({ budgets }: LanguageEvaluation, texts: PageTexts): string {
  const rows = budgets.map(({ budget, point }) => {
    const answered = point ? percent(point.coverage) : texts.nothing;
    return `<tr><td>${percent(budget)}</td><td class="n">${escape(answered)}</td></tr>`;
  });
  return `<table><caption>${escape(texts.budgetsCaption)}</caption><thead><tr><th>${escape(texts.budgetColumn)}</th><th class="n">${escape(texts.answeredColumn)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
