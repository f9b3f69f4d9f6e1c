import { formatTime, Icon, MessageText } from '@solodesk/ui';
import type { ConversationNote } from '@solodesk/protocol/owner';
import { useDesk } from '../../state/desk.ts';
import { noteTexts } from '../../texts/note-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { showToast } from '../controls/toasts.tsx';

interface NoteProps {
  site: string;
  conversation: string;
  note: ConversationNote;
}

/** A remark beside what was said, in its place; it can be taken away and put back. */
export function Note({ site, conversation, note }: NoteProps) {
  const { t, locale } = useTexts();
  const words = noteTexts[locale];
  const { client } = useDesk();
  const { id, text, at, by } = note;
  const putBack = async () => {
    const answer = await client.notes.put(site, conversation, { id, text, at });
    if (!answer.ok) showToast(`${words.notSaved} ${errorText(t, answer.error)}`);
  };
  const remove = async () => {
    const answer = await client.notes.drop(site, conversation, id);
    if (!answer.ok) return showToast(`${words.notRemoved} ${errorText(t, answer.error)}`);
    showToast(words.removed, { action: { label: t.common.undo, run: () => void putBack() } });
  };
  return (
    <div class="said said-note">
      <div class="bubble">
        <MessageText text={text} />
      </div>
      <div class="meta">
        {words.note} · {by} · {formatTime(at, locale)}
        <button
          type="button"
          class="note-remove"
          aria-label={`${words.remove}: ${text.slice(0, 40)}`}
          title={words.remove}
          onClick={() => void remove()}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
    </div>
  );
}
