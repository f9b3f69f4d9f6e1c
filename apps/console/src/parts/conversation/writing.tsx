import { useState } from 'preact/hooks';
import { useShortcuts } from '../../state/hooks/use-shortcuts.ts';
import { noteTexts } from '../../texts/note-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Composer } from './composer.tsx';
import type { ComposerProps } from './composer.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { NoteField } from './note-field.tsx';

/** What is written in a conversation: a reply, or a note beside it. One never turns into the other: each has its own words. */
export function Writing(props: Omit<ComposerProps, 'before'>) {
  const { locale } = useTexts();
  const t = noteTexts[locale];
  const [isNote, setNote] = useState(false);
  const reply = () => {
    setNote(false);
    // It is there once the note is gone.
    requestAnimationFrame(() => document.getElementById('reply')?.focus());
  };
  useShortcuts({ n: () => setNote(true), ...(isNote && { r: reply }) });
  const before = (
    <button
      type="button"
      class="icon-button"
      aria-label={t.write}
      title={t.write}
      aria-pressed={isNote}
      onClick={() => (isNote ? reply() : setNote(true))}
    >
      <Glyph name="note" />
    </button>
  );
  return isNote ? (
    <NoteField site={props.site} conversation={props.summary.id} before={before} onDone={reply} />
  ) : (
    <Composer {...props} before={before} />
  );
}
