import { cloneElement } from 'preact';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | null;
  /** The input; it gets its id and what describes it from here. */
  children: VNode<{ id?: string }>;
}

/** A labelled input with its hint, and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const tied = { id, 'aria-describedby': described || undefined, ...(error && { 'aria-invalid': 'true' }) };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {cloneElement(children, tied)}
      {hint && (
        <small class="field-hint" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      {error && (
        <small class="field-error" id={`${id}-error`} role="alert">
          {error}
        </small>
      )}
    </div>
  );
}
