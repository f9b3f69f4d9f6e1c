import { Field } from '../../parts/controls/field.tsx';
import { PhrasingIdeas } from '../../parts/faqs/phrasing-ideas.tsx';
import type { NewFaq } from '../../state/api/api.ts';
import { lines, usePhrasingIdeas } from '../../state/faqs/phrasing-ideas.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { areSuggested } from './suggested-faqs.ts';

interface FaqFieldsProps {
  faq: NewFaq;
  /** The site, if there is one yet. */
  site: string | null;
  /** The other new FAQs: no sentence can be of two. */
  others: readonly NewFaq[];
  number: number;
  languages: readonly Locale[];
  error: string | null;
  onChange(faq: NewFaq): void;
  onRemove(): void;
}

/** One new FAQ: in each language its question, its answer, and how else it is asked. */
export function FaqFields({ faq, site, others, number, languages, error, onChange, onRemove }: FaqFieldsProps) {
  const { t, w } = useTexts();
  const { question, phrasings = {} } = faq;
  const ideas = usePhrasingIdeas({ question, phrasings, site, intent: null }, languages);
  const taken = (locale: Locale) =>
    [faq, ...others].flatMap((each) => [each.question[locale] ?? '', ...(each.phrasings?.[locale] ?? [])]);
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
          {ideas && (
            <PhrasingIdeas
              ideas={ideas.phrasings[locale] ?? []}
              have={taken(locale)}
              lang={locale}
              like={ideas.like[locale] ?? ''}
              disabled={false}
              onAdd={(sentences) =>
                onChange({
                  ...faq,
                  phrasings: { ...faq.phrasings, [locale]: [...lines(faq.phrasings?.[locale]), ...sentences] },
                })
              }
            />
          )}
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
