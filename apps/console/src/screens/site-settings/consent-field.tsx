import { Field } from '../../parts/controls/field.tsx';
import { besideField, problemsAt } from '../../state/settings/setting-draft.ts';
import type { Locale } from '../../state/wire-types.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { languagesOf } from './languages-field.tsx';
import type { FieldProps } from './field-props.ts';

interface Consent {
  version?: string;
  text?: Partial<Record<Locale, string>>;
}

/** What visitors agree to before their first message, if anything. */
export function ConsentField({ value, path, onChange, editor }: FieldProps) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const consent = (value ?? null) as Consent | null;
  const languages = languagesOf(editor);
  const errorAt = (...inner: string[]) =>
    problemsAt(editor.problems, [...path, ...inner])
      .map(({ message }) => besideField(message))
      .join(' ') || null;
  return (
    <>
      <label class="check setting-switch">
        <input
          type="checkbox"
          checked={consent !== null}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? { version: '1', text: {} } : undefined)}
        />
        <span>{t.consentOn}</span>
      </label>
      {consent !== null && (
        <>
          {languages.map((each, index) => (
            <Field
              key={each}
              label={t.inLanguage(t.consentText, common.common.languages[each])}
              error={errorAt('text', each) ?? (index === 0 && !consent.text?.[each] ? errorAt('text') : null)}
            >
              <textarea
                rows={4}
                lang={each === 'zh' ? 'zh-CN' : 'en'}
                value={consent.text?.[each] ?? ''}
                onInput={({ currentTarget: { value: text } }) =>
                  onChange({ ...consent, text: { ...consent.text, [each]: text } })
                }
              />
            </Field>
          ))}
          <Field label={t.consentVersion[0]} hint={t.consentVersion[1]} error={errorAt('version')}>
            <input
              class="setting-number"
              maxLength={80}
              value={consent.version ?? ''}
              onInput={({ currentTarget: { value: version } }) => onChange({ ...consent, version })}
            />
          </Field>
        </>
      )}
    </>
  );
}
