import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isTooLong, MAX_MESSAGE_CODE_POINTS } from '@solodesk/protocol/visitor';
import { randomUuid, useDesk } from '../../state/desk.ts';
import { composes } from '../../state/composes.ts';
import { drafts } from '../../state/drafts.ts';
import { useGrowing } from '../../state/hooks/use-growing.ts';
import { noteTexts } from '../../texts/note-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';

interface NoteFieldProps {
  site: string;
  conversation: string;
  /** Stands in front of the field. */
  before: ComponentChildren;
  onDone(): void;
}

/** Where a remark is written that no visitor reads. It looks like nothing that is sent, and Enter keeps it. */
export function NoteField({ site, conversation, before, onDone }: NoteFieldProps) {
  const { t, locale } = useTexts();
  const words = noteTexts[locale];
  const { client } = useDesk();
  const key = `note ${conversation}`;
  const [text, setText] = useState(() => drafts.read(key));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  // The same one when it is tried again.
  const id = useRef(randomUuid());

  useEffect(() => area.current?.focus(), []);
  useGrowing(area, text);

  const write = (next: string) => {
    setText(next);
    drafts.write(key, next);
  };
  const tooLong = isTooLong(text);
  const ready = text.trim() !== '' && !tooLong && !busy;
  const save = async () => {
    if (!ready) return;
    setBusy(true);
    setFailed(null);
    const answer = await client.notes.put(site, conversation, { id: id.current, text: text.trim() });
    setBusy(false);
    if (!answer.ok) return setFailed(`${words.notSaved} ${errorText(t, answer.error)}`);
    write('');
    onDone();
  };
  return (
    <form
      class="composer composer-note"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="composer-hint" id="note-hint">
        {words.hint}
      </p>
      {(tooLong || failed !== null) && (
        <p class="composer-hint field-error" role="alert">
          {tooLong ? t.composer.tooLong([...text].length - MAX_MESSAGE_CODE_POINTS) : failed}
        </p>
      )}
      <div class="composer-box">
        {before}
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={words.label}
          aria-describedby="note-hint"
          placeholder={words.placeholder}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (composes(event)) return;
            if (event.key === 'Escape') onDone();
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void save();
          }}
        />
        <button type="submit" class="button note-add" disabled={!ready}>
          {words.add}
        </button>
      </div>
    </form>
  );
}
