import { useEffect, useRef } from 'preact/hooks';
import { Field } from '../../parts/field.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import type { NewFaq } from '../../state/api.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { ChoosePack } from './choose-pack.tsx';
import { isHalfFaq } from './draft.ts';
import type { StepProps } from './steps.ts';
import { areSuggested } from './suggested-faqs.ts';

export function StepFaqs(props: StepProps) {
  const { draft, change, problem, editing } = props;
  const { w } = useTexts();
  const patch = (at: number, faq: NewFaq) => change({ faqs: draft.faqs.map((each, n) => (n === at ? faq : each)) });
  const blocks = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    blocks.current?.lastElementChild?.querySelector('input')?.focus();
  }, [draft.faqs.length]);
  return (
    <>
      {!editing && <ChoosePack {...props} />}
      <div ref={blocks}>
        {draft.faqs.map((faq, at) => (
          <FaqFields
            key={at}
            faq={faq}
            number={at + 1}
            languages={draft.languages}
            error={problem && isHalfFaq(faq, draft.languages) ? problem.text : null}
            onChange={(changed) => patch(at, changed)}
            onRemove={() => change({ faqs: draft.faqs.filter((_, n) => n !== at) })}
          />
        ))}
      </div>
      <button
        type="button"
        class="button faq-add"
        onClick={() => {
          added.current = true;
          change({ faqs: [...draft.faqs, { question: {}, answer: {} }] });
        }}
      >
        <Glyph name="plus" size={16} /> {w.faqs.add}
      </button>
    </>
  );
}

interface FaqFieldsProps {
  faq: NewFaq;
  number: number;
  languages: readonly Locale[];
  error: string | null;
  onChange(faq: NewFaq): void;
  onRemove(): void;
}

function FaqFields({ faq, number, languages, error, onChange, onRemove }: FaqFieldsProps) {
  const { t, w } = useTexts();
  const language = (locale: Locale) => (languages.length > 1 ? ` · ${t.common.languages[locale]}` : '');
  return (
    <fieldset class="faq-fields">
      <legend>
        {w.faqs.question} {number}
      </legend>
      {languages.map((locale) => (
        <div class="faq-language" key={locale}>
          <Field label={w.faqs.question + language(locale)}>
            <input
              type="text"
              lang={locale}
              maxLength={200}
              value={faq.question[locale] ?? ''}
              aria-invalid={error && !faq.question[locale]?.trim() && faq.answer[locale]?.trim() ? 'true' : undefined}
              onInput={({ currentTarget: { value } }) =>
                // Suggested phrasings belong to the suggested question; what the owner wrote stays.
                onChange({
                  ...faq,
                  question: { ...faq.question, [locale]: value },
                  phrasings: {
                    ...faq.phrasings,
                    [locale]: areSuggested(faq.phrasings?.[locale]) ? [] : (faq.phrasings?.[locale] ?? []),
                  },
                })
              }
            />
          </Field>
          <Field label={w.faqs.answer + language(locale)}>
            <textarea
              lang={locale}
              rows={2}
              maxLength={2000}
              value={faq.answer[locale] ?? ''}
              aria-invalid={error && !faq.answer[locale]?.trim() && faq.question[locale]?.trim() ? 'true' : undefined}
              onInput={({ currentTarget: { value } }) =>
                onChange({ ...faq, answer: { ...faq.answer, [locale]: value } })
              }
            />
          </Field>
          <Field label={w.faqs.phrasings + language(locale)} hint={t.common.optional}>
            <textarea
              lang={locale}
              rows={3}
              value={(faq.phrasings?.[locale] ?? []).join('\n')}
              onInput={({ currentTarget: { value } }) =>
                onChange({ ...faq, phrasings: { ...faq.phrasings, [locale]: value.split('\n') } })
              }
            />
          </Field>
        </div>
      ))}
      {error && (
        <small class="field-error" role="alert">
          {error}
        </small>
      )}
      <button type="button" class="link" onClick={onRemove}>
        {t.common.remove}
      </button>
    </fieldset>
  );
}
