import { Field } from '../controls/field.tsx';

interface PasswordFieldProps {
  label: string;
  hint?: string;
  error: string | null;
  value: string;
  /** Tells the browser's password store which one is meant. */
  which: 'current' | 'new';
  onChange(value: string): void;
}

/** A password with its label, its hint and what is wrong with it. */
export function PasswordField({ which, value, onChange, ...around }: PasswordFieldProps) {
  return (
    <Field {...around}>
      <input
        type="password"
        maxLength={200}
        required
        autocomplete={`${which}-password`}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
