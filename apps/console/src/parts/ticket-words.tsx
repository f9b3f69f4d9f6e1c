import { useId, useState } from 'preact/hooks';

interface TicketWordsProps {
  title: string;
  label: string;
  hint: string;
  button: string;
  /** Resolves to whether it was taken: what was not stays in the field. */
  onSend(text: string): Promise<boolean>;
}

/** A field for words about a ticket: a note, or a reply. */
export function TicketWords({ title, label, hint, button, onSend }: TicketWordsProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy || text.trim() === '') return;
    setBusy(true);
    if (await onSend(text.trim())) setText('');
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
        onInput={(event) => setText(event.currentTarget.value)}
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
