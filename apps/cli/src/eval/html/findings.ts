import type { Locale } from '@solodesk/core';
import { adviceWords } from '../advice-words.ts';
import type { Confusion } from '../confusions.ts';
import type { LanguageEvaluation } from '../evaluate-language.ts';
import type { SiteEvaluation } from '../site-evaluation.ts';
import { sure } from '../figures.ts';
import { escape } from './escape.ts';
import type { PageTexts } from './page-texts.ts';

/** More pairs than this are rarely worth anybody's time. */
const PAIRS = 30;

/** The first sentences of a pair show what is wrong; of a large site all of them fill fifty screens of a telephone. */
const SENTENCES = 8;

/** The question of an FAQ as markup, for those who know it by that; empty for what is no FAQ. */
export type QuestionOf = (intent: string) => string;

/** @param locale of the sentences */
export function questionsIn(
  { questions }: Pick<SiteEvaluation, 'questions'>,
  locale: Locale,
  texts: PageTexts,
): QuestionOf {
  return (intent) => {
    const question = Object.hasOwn(questions, intent) ? questions[intent]?.[locale] : undefined;
    return question === undefined ? '' : quoted(question, locale, texts);
  };
}

/** A sentence in its own language, which a screen reader has to know. */
function quoted(text: string, locale: Locale, texts: PageTexts): string {
  return locale === texts.lang ? escape(text) : `<span lang="${locale}">${escape(text)}</span>`;
}

/** Pairs of intents that swallow each other, with the sentences and what to do. */
export function confusionList(
  { confusions, locale }: LanguageEvaluation,
  texts: PageTexts,
  questionOf: QuestionOf,
): string {
  const head = `<h3>${escape(texts.confusionsTitle)}</h3>`;
  if (confusions.length === 0) return `${head}<p class="hint">${escape(texts.noConfusions)}</p>`;
  const pairs = confusions.slice(0, PAIRS).map((confusion) => pair(confusion, locale, texts, questionOf));
  return `${head}<p class="hint">${escape(texts.confusionsHint)}</p>${pairs.join('')}`;
}

function pair(
  { intents, sentences, answered, advice }: Confusion,
  locale: Locale,
  texts: PageTexts,
  questionOf: QuestionOf,
): string {
  const items = sentences.map((sentence) => {
    const place =
      sentence.place === null
        ? ''
        : ` <span class="small">${escape(`${sentence.place.file}:${sentence.place.line}`)}</span>`;
    const verdict = sentence.answered ? ` <span class="wrong">${escape(texts.wouldAnswer)}</span>` : '';
    const taken = `${texts.takenFor} ${sentence.taken}, ${sure(sentence.confidence)}`;
    return `<li>${quoted(sentence.text, locale, texts)} <span class="hint">${escape(taken)}</span>${verdict}${place}</li>`;
  });
  const words = advice.map(
    (piece) => `<p class="advice">${escape(adviceWords(piece, texts.lang === 'zh' ? 'zh' : 'en'))}</p>`,
  );
  const questions = intents.map((intent) => questionOf(intent)).filter((question) => question !== '');
  const asked = questions.length === 0 ? '' : `<p class="hint">${questions.join(' ⇄ ')}</p>`;
  return `<div class="pair"><h4>${escape(intents.join(' ⇄ '))}</h4>${asked}<p class="small">${escape(texts.sentences(sentences.length, answered))}</p>${sentenceList(items, texts)}${words.join('')}</div>`;
}

function sentenceList(items: readonly string[], texts: PageTexts): string {
  const list = (some: readonly string[]): string => `<ul>${some.join('')}</ul>`;
  // One alone is no longer than the words that would hide it.
  if (items.length <= SENTENCES + 1) return list(items);
  const more = `<summary>${escape(texts.moreSentences(items.length - SENTENCES))}</summary>`;
  return `${list(items.slice(0, SENTENCES))}<details>${more}${list(items.slice(SENTENCES))}</details>`;
}

/** What no FAQ answers, and the bot would. */
export function falseAnswerList({ falseAnswers, locale }: LanguageEvaluation, texts: PageTexts): string {
  if (falseAnswers.length === 0) return '';
  const rows = falseAnswers.map(
    ({ text, intent, confidence }) =>
      `<tr><td>${quoted(text, locale, texts)}</td><td>${escape(intent)}</td><td class="n">${sure(confidence)}</td></tr>`,
  );
  return `<h3>${escape(texts.falseAnswersTitle)}</h3><p class="hint">${escape(texts.falseAnswersHint)}</p><table><tbody>${rows.join('')}</tbody></table>`;
}

/** Every intent with a bar of what is answered and what is only recognised. */
export function intentTable({ intents }: LanguageEvaluation, texts: PageTexts, questionOf: QuestionOf): string {
  const rows = intents.map(({ intent, n, right, answered }) => {
    const share = (count: number) => `${Math.round((100 * count) / n)}%`;
    const meter = `<span class="meter"><i class="pale" style="width:${share(right)}"></i><i style="width:${share(answered)}"></i></span>`;
    const question = questionOf(intent);
    const asked = question === '' ? '' : `<br><span class="hint">${question}</span>`;
    return `<tr><td>${escape(intent)}${asked}</td><td class="n">${n}</td><td class="n">${answered}, ${right}</td><td>${meter}</td></tr>`;
  });
  const columns = [texts.intentColumn, texts.examplesColumn, texts.recognisedColumn]
    .map((column, index) => `<th${index > 0 ? ' class="n"' : ''}>${escape(column)}</th>`)
    .join('');
  return `<details><summary>${escape(texts.intentsTitle)}</summary><p class="hint">${escape(texts.intentsHint)}</p><table><thead><tr>${columns}<th></th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}
