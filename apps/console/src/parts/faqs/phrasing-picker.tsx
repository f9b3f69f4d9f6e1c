import { useState } from 'preact/hooks';
import type { FaqChange, FaqRow, QuestionGroup } from '../../state/api/faq-api.ts';
import { faqName, faqsLike } from '../../state/faqs/faq-form.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { SentencePicks, useSentences } from './sentence-picks.tsx';
import { PickerFoot } from './picker-foot.tsx';

interface PhrasingPickerProps {
  group: QuestionGroup;
  faqs: readonly FaqRow[];
  locales: readonly Locale[];
  disabled: boolean;
  onAdd(change: FaqChange): void;
  onCancel(): void;
}

/** FAQs that a search shows. */
const FOUND = 6;

/** Which FAQ answers a group of questions, and which of its sentences that FAQ learns. */
export function PhrasingPicker({ group, faqs, locales, disabled, onAdd, onCancel }: PhrasingPickerProps) {
  const { t, locale } = useTexts();
  const near = group.nearest.filter(({ intent }) => faqs.some((faq) => faq.intent === intent));
  const [wanted, setWanted] = useState('');
  const offered = new Set(near.map(({ intent }) => intent));
  const [chosen, setChosen] = useState<string | null>(near[0]?.intent ?? null);
  const { sentences, setSentences, chosen: phrasings, isNone } = useSentences(group, locales);
  const add = () => {
    if (chosen !== null) onAdd({ kind: 'add_phrasings', intent: chosen, phrasings });
  };
  const found = wanted.trim() === '' ? [] : faqsLike(faqs, wanted).filter(({ intent }) => !offered.has(intent));
  const problem = chosen === null ? t.unanswered.chooseFaq : isNone ? t.unanswered.noSentence : null;
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
        <SentencePicks sentences={sentences} locales={locales} onChange={setSentences} />
      </fieldset>
      <PickerFoot
        label={problem ?? t.unanswered.addTo(faqName(faqs, chosen ?? '', locale))}
        disabled={problem !== null}
        onDone={add}
        onCancel={onCancel}
      />
    </fieldset>
  );
}
