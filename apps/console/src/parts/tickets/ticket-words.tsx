import { useId, useRef, useState } from 'preact/hooks';
import type { Attachment } from '@solodesk/protocol/visitor';
import { drafts } from '../../state/drafts.ts';
import { useReplyFiles } from '../../state/conversation/use-reply-files.ts';
import { AttachButton, ChosenFiles } from '../conversation/reply-files.tsx';

interface TicketWordsProps {
  title: string;
  label: string;
  hint: string;
  button: string;
  /** Under what is kept what was typed and not sent. */
  draft: string;
  /** To which conversation files may go with the words; none where it is left out. */
  filesTo?: { site: string; conversation: string };
  /** Resolves to whether it was taken: what was not stays in the field. */
  onSend(text: string, files: readonly Attachment[]): Promise<boolean>;
}

/** A field for words about a ticket: a note, or a reply. Where files may go with them, they may go alone. */
export function TicketWords({ title, label, hint, button, draft, filesTo, onSend }: TicketWordsProps) {
  const id = useId();
  const [text, setText] = useState(() => drafts.read(draft));
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const reply = useReplyFiles(() => void send());
  const ready = !busy && (text.trim() !== '' || reply.files !== undefined);
  const write = (next: string) => {
    setText(next);
    drafts.write(draft, next);
  };
  const send = async () => {
    if (!ready) return;
    // Goes out once the files that are on their way are there.
    if (reply.files === null) return reply.setWillSend(true);
    setBusy(true);
    if (await onSend(text.trim(), reply.files ?? [])) {
      write('');
      reply.clear();
    }
    setBusy(false);
  };
  return (
    <form
      class="ticket-form"
      {...(filesTo !== undefined && reply.ofForm)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{title}</h2>
      <textarea
        ref={area}
        rows={3}
        maxLength={4000}
        aria-label={label}
        aria-describedby={id}
        value={text}
        onInput={(event) => {
          write(event.currentTarget.value);
          reply.setWillSend(false);
        }}
      />
      <p class="muted" id={id}>
        {hint}
      </p>
      {filesTo !== undefined && <ChosenFiles {...filesTo} reply={reply} onEmpty={() => area.current?.focus()} />}
      <div class="ticket-send">
        <button type="submit" class="button" disabled={!ready || reply.willSend}>
          {button}
        </button>
        {filesTo !== undefined && <AttachButton reply={reply} />}
      </div>
    </form>
  );
}
