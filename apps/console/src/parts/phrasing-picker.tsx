import { useState } from 'preact/hooks';
import type { FaqChange, FaqRow, Localized, QuestionGroup } from '../state/faq-api.ts';
import { faqName, faqsLike, languageOf } from '../state/faq-form.ts';
import type { Locale } from '../state/wire-types.ts';
import { useTexts } from '../texts/index.ts';

interface PhrasingPickerProps {
  group: QuestionGroup;
  faqs: readonly FaqRow[];
  locales: readonly Locale[];
  disabled: boolean;
  onAdd(change: FaqChange): void;
  onCancel(): void;
}

interface Sentence {
  text: string;
  taken: boolean;
}

/** Chosen at first: more of one meaning teach little, and crowd the others out. */
const TAKEN_AT_FIRST = 3;
/** FAQs that a search shows. */
const FOUND = 6;

/** Which FAQ answers a group of questions, and which of its sentences that FAQ learns. */
export function PhrasingPicker({ group, faqs, locales, disabled, onAdd, onCancel }: PhrasingPickerProps) {
  const { t, locale } = useTexts();
  const near = group.nearest.filter(({ intent }) => faqs.some((faq) => faq.intent === intent));
  const [wanted, setWanted] = useState('');
  const offered = new Set(near.map(({ intent }) => intent));
  const [chosen, setChosen] = useState<string | null>(near[0]?.intent ?? null);
  const [sentences, setSentences] = useState<Sentence[]>(() =>
    group.wordings.map(({ text }, at) => ({ text, taken: at < TAKEN_AT_FIRST })),
  );
  const change = (at: number, changes: Partial<Sentence>) =>
    setSentences(sentences.map((each, n) => (n === at ? { ...each, ...changes } : each)));
  const taken = sentences.filter((each) => each.taken && each.text.trim());
  const add = () => {
    if (chosen === null || taken.length === 0) return;
    const phrasings: Localized<string[]> = {};
    for (const { text } of taken) {
      const language = languageOf(text, locales);
      phrasings[language] = [...(phrasings[language] ?? []), text.trim()];
    }
    onAdd({ kind: 'add_phrasings', intent: chosen, phrasings });
  };
  const found = wanted.trim() === '' ? [] : faqsLike(faqs, wanted).filter(({ intent }) => !offered.has(intent));
  const problem = chosen === null ? t.unanswered.chooseFaq : taken.length === 0 ? t.unanswered.noSentence : null;
  const choice = (intent: string, remark: string) => (
    <label class="check" key={intent}>
      <input type="radio" name={`faq-${group.id}`} checked={chosen === intent} onChange={() => setChosen(intent)} />
      <span>
        {faqName(faqs, intent, locale)} <small class="muted">{remark}</small>
      </span>
    </label>
  );
  return (
    <fieldset class="picker" disabled={disabled}>
      <fieldset class="picker-part">
        <legend>{t.unanswered.addTitle}</legend>
        {near.map(({ intent, confidence }) => choice(intent, `${Math.floor(confidence * 100)} %`))}
        <input
          type="search"
          aria-label={t.unanswered.otherSearch}
          placeholder={t.unanswered.otherSearch}
          value={wanted}
          onInput={({ currentTarget: { value } }) => setWanted(value)}
        />
        {found.slice(0, FOUND).map(({ intent, category }) => choice(intent, category))}
        {wanted.trim() !== '' && found.length === 0 && <p class="muted">{t.faqs.none}</p>}
      </fieldset>
      <fieldset class="picker-part">
        <legend>{t.unanswered.sentences}</legend>
        <p class="muted">{t.unanswered.sentencesHint}</p>
        {sentences.map(({ text, taken: isTaken }, at) => (
          <div class="picker-sentence" key={at}>
            <input
              type="checkbox"
              aria-label={t.unanswered.take(text)}
              checked={isTaken}
              onChange={({ currentTarget: { checked } }) => change(at, { taken: checked })}
            />
            <input
              type="text"
              lang={languageOf(text, locales)}
              aria-label={`${t.unanswered.sentence} ${at + 1}`}
              maxLength={500}
              value={text}
              onInput={({ currentTarget: { value } }) => change(at, { text: value, taken: true })}
            />
          </div>
        ))}
      </fieldset>
      <div class="group-foot">
        <button type="button" class="button button-primary" disabled={problem !== null} onClick={add}>
          {problem ?? t.unanswered.addTo(faqName(faqs, chosen ?? '', locale))}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t.common.cancel}
        </button>
      </div>
    </fieldset>
  );
}
