import { Field } from '../../parts/controls/field.tsx';
import type { FieldProps } from './field-props.ts';

interface TextFieldProps extends FieldProps {
  /** Characters. A little more can be typed, so that the schema says what is wrong instead of swallowing it. */
  most: number;
  /** An empty one stays in the file, as empty: what must be there is then named at this field. */
  isNeeded?: boolean;
}

/** A line of text. */
export function TextField({ label, hint, value, usual, error, onChange, most, isNeeded = false }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <input
        maxLength={most * 2}
        value={typeof value === 'string' ? value : ''}
        placeholder={typeof usual === 'string' ? usual : undefined}
        onInput={({ currentTarget: { value: typed } }) => onChange(typed === '' && !isNeeded ? undefined : typed)}
      />
    </Field>
  );
}
