import { useEffect, useRef } from 'preact/hooks';
import { Field } from './field.tsx';

interface CodeFieldProps {
  label: string;
  hint?: string;
  error: string | null;
  value: string;
  /** Takes the focus when it comes up. */
  focused?: boolean;
  onChange(value: string): void;
}

/** A one-time code, which phones offer to fill in. Recovery codes have letters, so it is no field for numbers. */
export function CodeField({ value, focused = false, onChange, ...around }: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <Field {...around}>
      <input
        ref={input}
        autocomplete="one-time-code"
        autocapitalize="off"
        spellcheck={false}
        maxLength={40}
        required
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
