import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { EMPTY_ANSWER } from '../../state/faqs/faq-form.ts';
import type { AnswerForm, FaqForm, FaqRow } from '../../state/api/faq-api.ts';
import { lines, usePhrasingIdeas } from '../../state/faqs/phrasing-ideas.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { AnswerExtras } from './answer-extras.tsx';
import { AnswerVariants } from './answer-variants.tsx';
import { CategoryField } from './category-field.tsx';
import { FaqSelect } from './faq-select.tsx';
import { Field } from '../controls/field.tsx';
import { PhrasingIdeas } from './phrasing-ideas.tsx';

interface FaqEditorProps {
  form: FaqForm;
  onChange(form: FaqForm): void;
  /** Of the site, the usual one first. */
  locales: readonly Locale[];
  faqs: readonly FaqRow[];
  site: string;
  /** Null: a new one. */
  intent: string | null;
  /** Of a new FAQ; null where it has its place already. */
  category: ComponentProps<typeof CategoryField> | null;
  disabled: boolean;
}

/** The fields of one FAQ, a language beside the other. */
export function FaqEditor({ form, onChange, locales, faqs, site, intent, category, disabled }: FaqEditorProps) {
  const { t } = useTexts();
  const ideas = usePhrasingIdeas({ ...form, site, intent }, locales);
  const hasExtras =
    form.followUp !== null ||
    Object.values(form.answer).some((a) => a.links.length + a.quickReplies.length + (a.variants?.length ?? 0) > 0);
  const [extras, setExtras] = useState(hasExtras);
  const answer = (locale: Locale, change: Partial<AnswerForm>) =>
    onChange({
      ...form,
      answer: { ...form.answer, [locale]: { ...EMPTY_ANSWER, ...form.answer[locale], ...change } },
    });
  return (
    <fieldset class="faq-editor" disabled={disabled}>
      {category && <CategoryField {...category} />}
      <div class="faq-editor-languages">
        {locales.map((locale) => (
          <div key={locale}>
            {locales.length > 1 && <h3>{t.common.languages[locale]}</h3>}
            <Field label={t.editor.question}>
              <input
                type="text"
                lang={locale}
                maxLength={300}
                value={form.question[locale] ?? ''}
                onInput={({ currentTarget: { value } }) =>
                  onChange({ ...form, question: { ...form.question, [locale]: value } })
                }
              />
            </Field>
            {!form.question[locale]?.trim() && ideas?.like[locale] && (
              <button
                type="button"
                class="link take-question"
                lang={locale}
                onClick={() => onChange({ ...form, question: { ...form.question, [locale]: ideas.like[locale] } })}
              >
                {t.editor.takeQuestion(ideas.like[locale])}
              </button>
            )}
            <Field label={t.editor.phrasings} hint={t.editor.phrasingsHint}>
              <textarea
                lang={locale}
                rows={6}
                value={(form.phrasings[locale] ?? []).join('\n')}
                onInput={({ currentTarget: { value } }) =>
                  onChange({ ...form, phrasings: { ...form.phrasings, [locale]: value.split('\n') } })
                }
              />
            </Field>
            {ideas && (
              <PhrasingIdeas
                ideas={ideas.phrasings[locale] ?? []}
                have={[form.question[locale] ?? '', ...(form.phrasings[locale] ?? [])]}
                lang={locale}
                like={ideas.like[locale] ?? ''}
                disabled={disabled}
                onAdd={(sentences) =>
                  onChange({
                    ...form,
                    phrasings: { ...form.phrasings, [locale]: [...lines(form.phrasings[locale]), ...sentences] },
                  })
                }
              />
            )}
            <Field label={t.editor.answer}>
              <textarea
                lang={locale}
                rows={4}
                maxLength={4000}
                value={form.answer[locale]?.text ?? ''}
                onInput={({ currentTarget: { value } }) => answer(locale, { text: value })}
              />
            </Field>
            {extras && (
              <AnswerExtras
                answer={form.answer[locale] ?? EMPTY_ANSWER}
                locale={locale}
                faqs={faqs}
                onChange={(change) => answer(locale, change)}
              />
            )}
            {extras && (
              <AnswerVariants
                variants={form.answer[locale]?.variants ?? []}
                locale={locale}
                faqs={faqs}
                onChange={(variants) => answer(locale, { variants })}
              />
            )}
          </div>
        ))}
      </div>
      {extras ? (
        <Field label={t.editor.followUp}>
          <FaqSelect
            faqs={faqs}
            value={form.followUp}
            none={t.editor.nothingNext}
            onChange={(followUp) => onChange({ ...form, followUp })}
          />
        </Field>
      ) : (
        <button type="button" class="link" onClick={() => setExtras(true)}>
          {t.editor.more}
        </button>
      )}
    </fieldset>
  );
}
