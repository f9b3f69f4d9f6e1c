import type { Paint } from '../terminal/terminal.ts';
import { adviceWords } from './advice-words.ts';
import type { Confusion } from './confusions.ts';
import { ENGLISH_ESTIMATE, estimateSentences } from './estimate.ts';
import type { LanguageEvaluation, Share } from './evaluate-language.ts';
import type { SiteEvaluation } from './site-evaluation.ts';
import { interval, percent, sure } from './figures.ts';

const NAMES: Readonly<Record<string, string>> = { en: 'English', zh: 'Chinese' };
const LABEL = 34;
const COLUMN = 26;
/** The rest is in the page and in the JSON. */
const PAIRS = 8;
const SENTENCES = 5;
const WEAKEST = 5;

/** As it is printed on a terminal: a table of all languages, then what to work on in each. */
export function evalText(evaluations: readonly SiteEvaluation[], paint: Paint): string {
  return evaluations.flatMap((evaluation) => siteText(evaluation, paint)).join('\n');
}

function siteText(evaluation: SiteEvaluation, paint: Paint): string[] {
  const { site, name, faqs, folds, seed, seconds, languages } = evaluation;
  if (faqs === 0) return [`${paint('bold', site)}  ${name}  has no FAQs yet, so there is nothing to measure`];
  const conditions = `${faqs} FAQs, ${folds} folds, seed ${seed}, ${seconds.toFixed(1)} s`;
  return [
    `${paint('bold', site)}  ${name}  ${paint('dim', `(${conditions})`)}`,
    '',
    ...table(languages, paint),
    '',
    ...estimateSentences(evaluation, ENGLISH_ESTIMATE),
    '',
    ...languages.flatMap((language) => languageText(language, evaluation.wrongAnswerBudget, paint)),
  ];
}

function table(languages: readonly LanguageEvaluation[], paint: Paint): string[] {
  const row = (label: string, cell: (language: LanguageEvaluation) => string) =>
    `  ${label.padEnd(LABEL)}${languages.map((language) => cell(language).padEnd(COLUMN)).join('')}`.trimEnd();
  const budgets = languages[0]?.budgets ?? [];
  return [
    paint(
      'bold',
      row('', ({ locale }) => NAMES[locale] ?? locale),
    ),
    row('right, whatever the confidence', ({ accuracy }) => cellOf(accuracy)),
    row('answered, of its own questions', ({ answered }) => cellOf(answered)),
    row('wrong, of the answers', ({ wrong }) => cellOf(wrong)),
    row('"did you mean", of its own', ({ askedBack }) => cellOf(askedBack)),
    row('  with the right one among them', ({ askedBackRight }) => cellOf(askedBackRight)),
    row('out of scope, left unanswered', ({ leftUnanswered }) => cellOf(leftUnanswered)),
    row('calibration error', ({ calibrationError }) => percent(calibrationError)),
    row('answers from, asks back from', ({ thresholds }) => `${sure(thresholds.answer)}, ${sure(thresholds.suggest)}`),
    row('names what comes near from', ({ thresholds }) => sure(thresholds.hint)),
    '',
    ...budgets.map(({ budget }, index) =>
      row(`answered, if ${percent(budget)} may be wrong`, ({ budgets: own }) => {
        const point = own[index]?.point;
        return point ? percent(point.coverage) : 'nothing';
      }),
    ),
  ];
}

function cellOf({ share, hits, n }: Share): string {
  return share === null ? 'none' : `${percent(share)} (${hits} of ${n})`;
}

/** `answers 74 % of all questions; of these answers 2.1 % are wrong (n = 412, 95 % interval 1.1 to 4.0 %)` */
export function operatingPoint({ answered, wrong }: LanguageEvaluation, budget: number | null): string {
  if (answered.share === null) return 'has no questions to be measured with';
  if (wrong.share === null) return 'answers none of the questions';
  const limit = budget === null ? '' : `; the budget is ${percent(budget)}`;
  return `answers ${percent(answered.share)} of all questions; of these answers ${percent(wrong.share)} are wrong (n = ${wrong.n}, 95 % interval ${interval(wrong, 'to')})${limit}`;
}

function languageText(language: LanguageEvaluation, budget: number | null, paint: Paint): string[] {
  const { locale, confusions, falseAnswers, intents } = language;
  const weakest = intents.slice(0, WEAKEST).filter(({ n, answered }) => answered < n);
  return [
    `${paint('bold', NAMES[locale] ?? locale)}  ${operatingPoint(language, budget)}`,
    '',
    ...section(
      'Intents that swallow each other',
      confusions.slice(0, PAIRS).flatMap((confusion) => confusionText(confusion, paint)),
      confusions.length - PAIRS,
    ),
    ...section(
      'Out of scope, but answered',
      falseAnswers
        .slice(0, SENTENCES)
        .map(({ text, intent, confidence }) => `  ${text}  → ${intent} (${sure(confidence)})`),
      falseAnswers.length - SENTENCES,
    ),
    ...section(
      'Least often answered',
      weakest.map(({ intent, n, right, answered }) => `  ${intent}  ${answered} of ${n} answered, ${right} recognised`),
      0,
    ),
  ];

  function section(title: string, lines: string[], more: number): string[] {
    if (lines.length === 0) return [];
    return [paint('underline', title), ...lines, ...(more > 0 ? [paint('dim', `  and ${more} more`)] : []), ''];
  }
}

function confusionText({ intents, sentences, answered, advice }: Confusion, paint: Paint): string[] {
  const count = `${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'}, ${answered} answered wrongly`;
  const shown = sentences.slice(0, SENTENCES).map(({ text, taken, confidence, place, answered: wrong }) => {
    const at = place === null ? '' : paint('dim', `  ${place.file}:${place.line}`);
    return `    ${wrong ? paint('red', '✗') : paint('yellow', '?')} ${text}  → ${taken} (${sure(confidence)})${at}`;
  });
  const rest = sentences.length - shown.length;
  return [
    `  ${paint('bold', intents.join(' ⇄ '))}  ${paint('dim', count)}`,
    ...shown,
    ...(rest > 0 ? [paint('dim', `      and ${rest} more`)] : []),
    // What is read here is English, whatever language the sentences are in.
    ...advice.map((piece) => `    ${adviceWords(piece, 'en')}`),
    '',
  ];
}
