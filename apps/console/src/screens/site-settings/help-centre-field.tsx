import { Field } from '../../parts/controls/field.tsx';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { FieldProps } from './field-props.ts';

/** Three states: what follows from who may write, or said by the owner. */
export function HelpCentreField({ label, hint, value, error, onChange }: FieldProps) {
  const { locale } = useTexts();
  const t = settingTexts[locale];
  return (
    <Field label={label} hint={hint} error={error}>
      <select
        value={value === undefined ? 'usual' : String(value)}
        onChange={({ currentTarget: { value: wanted } }) =>
          onChange(wanted === 'usual' ? undefined : wanted === 'true')
        }
      >
        <option value="usual">{t.helpUsual}</option>
        <option value="true">{t.helpOn}</option>
        <option value="false">{t.helpOff}</option>
      </select>
    </Field>
  );
}
