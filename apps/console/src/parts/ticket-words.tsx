import { useId, useState } from 'preact/hooks';
import { drafts } from '../state/drafts.ts';

interface TicketWordsProps {
  title: string;
  label: string;
  hint: string;
  button: string;
  /** Under what is kept what was typed and not sent. */
  draft: string;
  /** Resolves to whether it was taken: what was not stays in the field. */
  onSend(text: string): Promise<boolean>;
}

/** A field for words about a ticket: a note, or a reply. */
export function TicketWords({ title, label, hint, button, draft, onSend }: TicketWordsProps) {
  const id = useId();
  const [text, setText] = useState(() => drafts.read(draft));
  const [busy, setBusy] = useState(false);
  const write = (next: string) => {
    setText(next);
    drafts.write(draft, next);
  };
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy || text.trim() === '') return;
    setBusy(true);
    if (await onSend(text.trim())) write('');
    setBusy(false);
  };
  return (
    <form class="ticket-form" onSubmit={(event) => void send(event)}>
      <h2>{title}</h2>
      <textarea
        rows={3}
        maxLength={4000}
        aria-label={label}
        aria-describedby={id}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class="muted" id={id}>
        {hint}
      </p>
      <button type="submit" class="button" disabled={busy || text.trim() === ''}>
        {button}
      </button>
    </form>
  );
}
