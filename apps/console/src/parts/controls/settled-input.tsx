import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

interface SettledInputProps {
  type?: 'number';
  min?: number;
  max?: number;
  step?: 'any';
  maxLength?: number;
  value: string | number;
  /** When the field is left, or Enter is pressed. */
  settle(value: string): void;
}

/** A field that counts once it is left. What is being written stays, whatever is drawn anew around it meanwhile. */
export function SettledInput({ type, value, settle, ...rest }: SettledInputProps) {
  const [writing, setWriting] = useState<string | null>(null);
  const field = {
    ...rest,
    value: writing ?? value,
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => setWriting(currentTarget.value),
    onChange: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
      setWriting(null);
      settle(currentTarget.value);
    },
  };
  return type === 'number' ? <input type="number" {...field} /> : <input {...field} />;
}
