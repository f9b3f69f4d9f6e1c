import { Icon } from '@solodesk/ui';
import { Field } from '../../../parts/controls/field.tsx';
import { besideField, problemsAt } from '../../../state/settings/setting-draft.ts';
import { greetingTexts } from '../../../texts/greeting-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { isEntry, saidIn, textOf } from './entries.ts';
import { useSiteWords } from './site-words.ts';

/** As many as the file may have. */
const MOST = 8;
const PERSON = 'solodesk.person';

const labelOf = (button: unknown) => (isEntry(button) ? textOf(button, 'label') : String(button ?? ''));
const intentOf = (button: unknown) => (isEntry(button) ? textOf(button, 'intent') : '');

/** Buttons under a greeting: the usual one, none, or the owner's own, each with what it asks for. */
export function ButtonsField({ label, value, path, onChange, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = greetingTexts[locale];
  const { faqs } = useSiteWords(editor);
  const buttons: readonly unknown[] = Array.isArray(value) ? value : [];
  const kind = !Array.isArray(value) ? 'usual' : buttons.length === 0 ? 'none' : 'own';
  const wrongAt = (...at: (string | number)[]) =>
    [...new Set(problemsAt(editor.problems, [...path, ...at]).map(({ message }) => besideField(message)))].join(' ') ||
    null;
  const put = (at: number, button: unknown) => onChange(buttons.map((each, index) => (index === at ? button : each)));
  const made = (button: unknown, text: string, intent: string) => {
    const others = isEntry(button) ? Object.entries(button).filter(([key]) => key !== 'label' && key !== 'intent') : [];
    if (intent === '' && others.length === 0) return text;
    return { label: text, ...(intent !== '' && { intent }), ...Object.fromEntries(others) };
  };
  const choose = (wanted: string) =>
    onChange(wanted === 'usual' ? undefined : wanted === 'none' ? [] : buttons.length > 0 ? buttons : ['']);
  return (
    <>
      <Field label={label} error={buttons.length === 0 ? wrongAt() : null}>
        <select value={kind} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {(['usual', 'none', 'own'] as const).map((each) => (
            <option key={each} value={each}>
              {t.which[each]}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'own' && (
        <ul class="rule-buttons">
          {buttons.map((button, at) => {
            const intent = intentOf(button);
            const isKnown = intent === '' || intent === PERSON || faqs.some((faq) => faq.intent === intent);
            return (
              <li key={at}>
                <Field label={t.button(at + 1)} error={wrongAt(at)}>
                  <input
                    maxLength={160}
                    value={labelOf(button)}
                    onInput={({ currentTarget: { value: text } }) => put(at, made(button, text, intent))}
                  />
                </Field>
                <Field label={t.leadsTo(at + 1)}>
                  <select
                    value={intent}
                    onChange={({ currentTarget }) => put(at, made(button, labelOf(button), currentTarget.value))}
                  >
                    <option value="">{t.asTyped}</option>
                    <option value={PERSON}>{t.person}</option>
                    {!isKnown && <option value={intent}>{intent}</option>}
                    {faqs.map((faq) => (
                      <option key={faq.intent} value={faq.intent}>
                        {saidIn(faq.question, locale) || faq.intent}
                      </option>
                    ))}
                  </select>
                </Field>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t.removeButton(labelOf(button) || t.button(at + 1))}
                  onClick={() => onChange(buttons.filter((_each, index) => index !== at))}
                >
                  <Icon name="close" size={18} />
                </button>
              </li>
            );
          })}
          <li>
            {buttons.length < MOST ? (
              <button type="button" class="button" onClick={() => onChange([...buttons, ''])}>
                + {t.addButton}
              </button>
            ) : (
              <span class="muted">{t.most(MOST)}</span>
            )}
          </li>
        </ul>
      )}
    </>
  );
}
