import type { ComponentChildren } from 'preact';

interface FoldedFormProps {
  title: string;
  submit: string;
  busy: boolean;
  /** What became of the last attempt. */
  said: { text: string; bad: boolean } | null;
  onSubmit(): void;
  children: ComponentChildren;
}

/** A form that is rarely wanted: a line until it is opened, with its button and what became of it at the end. */
export function FoldedForm({ title, submit, busy, said, onSubmit, children }: FoldedFormProps) {
  return (
    <details>
      <summary>{title}</summary>
      <form
        class="reach-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div class="row-buttons">
          <button type="submit" class="button button-primary" disabled={busy}>
            {submit}
          </button>
        </div>
        <p class={said?.bad ? 'told told-bad' : 'told'} role="status">
          {said?.text}
        </p>
      </form>
    </details>
  );
}
