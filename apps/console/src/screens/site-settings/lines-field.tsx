import { useState } from 'preact/hooks';
import { Field } from '../../parts/controls/field.tsx';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { FieldProps } from './field-props.ts';

const listed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A list of short texts, one a line. */
export function LinesField({ label, hint, value, error, onChange }: FieldProps) {
  const { locale } = useTexts();
  const entries = Array.isArray(value) ? value.map(String) : [];
  const [typed, setTyped] = useState('');
  // Blank lines are on their way to a next entry.
  const shown = listed(typed).join('\n') === entries.join('\n') ? typed : entries.join('\n');
  return (
    <Field label={label} hint={hint ?? settingTexts[locale].onePerLine} error={error}>
      <textarea
        rows={Math.min(8, Math.max(2, entries.length + 1))}
        value={shown}
        spellcheck={false}
        onInput={({ currentTarget: { value: text } }) => {
          setTyped(text);
          onChange(listed(text).length > 0 ? listed(text) : undefined);
        }}
      />
    </Field>
  );
}
