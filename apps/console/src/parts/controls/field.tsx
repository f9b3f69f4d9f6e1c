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
  const tied = { id, 'aria-describedby': notesOf({ id, hint, error }), ...(error && { 'aria-invalid': 'true' }) };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {cloneElement(children, tied)}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

interface Notes {
  id: string;
  hint?: string | undefined;
  error?: string | null | undefined;
}

/** The ids of what stands below an input, for its `aria-describedby`. */
export function notesOf({ id, hint, error }: Notes): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** Below an input: what it is for, and what is wrong with it. */
export function FieldNotes({ id, hint, error }: Notes) {
  return (
    <>
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
    </>
  );
}
