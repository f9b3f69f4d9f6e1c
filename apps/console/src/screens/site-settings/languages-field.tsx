import { Field } from '../../parts/controls/field.tsx';
import { valueAt } from '../../state/settings/setting-draft.ts';
import type { Locale } from '../../state/wire-types.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { EditorProps, FieldProps } from './field-props.ts';

const ALL: readonly Locale[] = ['en', 'zh'];

/** The languages of the site as it is edited, the usual one first. */
export function languagesOf({ edit, defaults }: Pick<EditorProps, 'edit' | 'defaults'>): Locale[] {
  const wanted = valueAt(edit.values, ['languages']) ?? defaults.languages;
  const known = Array.isArray(wanted) ? ALL.filter((each) => wanted.includes(each)) : [];
  if (known.length === 0) return [...ALL];
  return Array.isArray(wanted) && wanted[0] === 'zh' ? known.reverse() : known;
}

/** Which languages the site speaks, and which is its usual one. */
export function LanguagesField({ label, error, onChange, editor }: FieldProps) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const spoken = languagesOf(editor);
  const toggle = (each: Locale, on: boolean) =>
    onChange(on ? [...spoken, each] : spoken.filter((other) => other !== each));
  return (
    <>
      <fieldset class="setting-group">
        <legend>{label}</legend>
        {ALL.map((each) => (
          <label class="check" key={each}>
            <input
              type="checkbox"
              checked={spoken.includes(each)}
              // One is spoken at least.
              disabled={spoken.length === 1 && spoken[0] === each}
              onChange={({ currentTarget: { checked } }) => toggle(each, checked)}
            />
            <span>{common.common.languages[each]}</span>
          </label>
        ))}
        {error && (
          <small class="field-error" role="alert">
            {error}
          </small>
        )}
      </fieldset>
      {spoken.length > 1 && (
        <Field label={t.usualLanguage}>
          <select
            value={spoken[0]}
            onChange={({ currentTarget: { value } }) => onChange(value === spoken[0] ? spoken : [...spoken].reverse())}
          >
            {ALL.map((each) => (
              <option key={each} value={each}>
                {common.common.languages[each]}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}
