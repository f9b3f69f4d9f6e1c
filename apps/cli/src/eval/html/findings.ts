import { adviceWords } from '../advice-words.ts';
import type { Confusion } from '../confusions.ts';
import type { LanguageEvaluation } from '../evaluate-language.ts';
import { sure } from '../figures.ts';
import { escape } from './escape.ts';
import type { PageTexts } from './page-texts.ts';

/** More pairs than this are rarely worth anybody's time. */
const PAIRS = 30;

/** Pairs of intents that swallow each other, with the sentences and what to do. */
export function confusionList({ confusions }: LanguageEvaluation, texts: PageTexts): string {
  const head = `<h3>${escape(texts.confusionsTitle)}</h3>`;
  if (confusions.length === 0) return `${head}<p class="hint">${escape(texts.noConfusions)}</p>`;
  const pairs = confusions.slice(0, PAIRS).map((confusion) => pair(confusion, texts));
  return `${head}<p class="hint">${escape(texts.confusionsHint)}</p>${pairs.join('')}`;
}

function pair({ intents, sentences, answered, advice }: Confusion, texts: PageTexts): string {
  const items = sentences.map((sentence) => {
    const place =
      sentence.place === null
        ? ''
        : ` <span class="small">${escape(`${sentence.place.file}:${sentence.place.line}`)}</span>`;
    const verdict = sentence.answered ? ` <span class="wrong">${escape(texts.wouldAnswer)}</span>` : '';
    const taken = `${texts.takenFor} ${sentence.taken}, ${sure(sentence.confidence)}`;
    return `<li>${escape(sentence.text)} <span class="hint">${escape(taken)}</span>${verdict}${place}</li>`;
  });
  const words = advice.map(
    (piece) => `<p class="advice">${escape(adviceWords(piece, texts.lang === 'zh' ? 'zh' : 'en'))}</p>`,
  );
  return `<div class="pair"><h4>${escape(intents.join(' ⇄ '))}</h4><p class="small">${escape(texts.sentences(sentences.length, answered))}</p><ul>${items.join('')}</ul>${words.join('')}</div>`;
}

/** What no FAQ answers, and the bot would. */
export function falseAnswerList({ falseAnswers }: LanguageEvaluation, texts: PageTexts): string {
  if (falseAnswers.length === 0) return '';
  const rows = falseAnswers.map(
    ({ text, intent, confidence }) =>
      `<tr><td>${escape(text)}</td><td>${escape(intent)}</td><td class="n">${sure(confidence)}</td></tr>`,
  );
  return `<h3>${escape(texts.falseAnswersTitle)}</h3><p class="hint">${escape(texts.falseAnswersHint)}</p><table><tbody>${rows.join('')}</tbody></table>`;
}

/** Every intent with a bar of what is answered and what is only recognised. */
export function intentTable({ intents }: LanguageEvaluation, texts: PageTexts): string {
  const rows = intents.map(({ intent, n, right, answered }) => {
    const share = (count: number) => `${Math.round((100 * count) / n)}%`;
    const meter = `<span class="meter"><i class="pale" style="width:${share(right)}"></i><i style="width:${share(answered)}"></i></span>`;
    return `<tr><td>${escape(intent)}</td><td class="n">${n}</td><td class="n">${answered}, ${right}</td><td>${meter}</td></tr>`;
  });
  const columns = [texts.intentColumn, texts.examplesColumn, texts.recognisedColumn]
    .map((column, index) => `<th${index > 0 ? ' class="n"' : ''}>${escape(column)}</th>`)
    .join('');
  return `<details><summary>${escape(texts.intentsTitle)}</summary><p class="hint">${escape(texts.intentsHint)}</p><table><thead><tr>${columns}<th></th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}
