import { Field } from '../../parts/controls/field.tsx';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { FieldProps } from './field-props.ts';

interface ChoiceFieldProps extends FieldProps {
  choices: readonly string[];
  /** What choices are called, where not by the general texts. */
  names?: Readonly<Record<string, string>>;
  /** What choosing nothing is called; left out: something always holds. */
  none?: string;
}

/** One of a few. What the file says otherwise stays, as one more choice. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hint, value, usual, error, onChange, choices, names = {}, none } = props;
  const { locale } = useTexts();
  const t = settingTexts[locale];
  const chosen = String(value ?? usual ?? '');
  const isKnown = choices.includes(chosen) || (none !== undefined && chosen === '');
  return (
    <Field label={label} hint={hint} error={error}>
      <select
        value={chosen}
        onChange={({ currentTarget: { value: wanted } }) => onChange(wanted === '' ? undefined : wanted)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {names[choice] ?? t.choices[choice] ?? choice}
          </option>
        ))}
      </select>
    </Field>
  );
}
