import { useState } from 'preact/hooks';
import type { Localized, QuestionGroup } from '../../state/api/faq-api.ts';
import { languageOf } from '../../state/faqs/faq-form.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';

export interface Sentence {
  text: string;
  taken: boolean;
}

/** Chosen at first: more of one meaning teach little, and crowd the others out. */
const TAKEN_AT_FIRST = 3;

/** The sentences of a group, to be chosen and changed. */
export function useSentences({ wordings }: QuestionGroup, locales: readonly Locale[]) {
  const [sentences, setSentences] = useState<Sentence[]>(() =>
    wordings.map(({ text }, at) => ({ text, taken: at < TAKEN_AT_FIRST })),
  );
  /** Those that are chosen, by language. */
  const chosen: Localized<string[]> = {};
  for (const { text, taken } of sentences) {
    if (!taken || !text.trim()) continue;
    const language = languageOf(text, locales);
    chosen[language] = [...(chosen[language] ?? []), text.trim()];
  }
  return { sentences, setSentences, chosen, isNone: Object.keys(chosen).length === 0 };
}

interface SentencePicksProps {
  sentences: readonly Sentence[];
  locales: readonly Locale[];
  onChange(sentences: Sentence[]): void;
}

/** Each sentence with whether it is taken, and its words. */
export function SentencePicks({ sentences, locales, onChange }: SentencePicksProps) {
  const { t } = useTexts();
  const change = (at: number, changes: Partial<Sentence>) =>
    onChange(sentences.map((each, n) => (n === at ? { ...each, ...changes } : each)));
  return (
    <>
      {sentences.map(({ text, taken }, at) => (
        <div class="picker-sentence" key={at}>
          <input
            type="checkbox"
            aria-label={t.unanswered.take(text)}
            checked={taken}
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
    </>
  );
}
