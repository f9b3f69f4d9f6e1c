import { useRef, useState } from 'preact/hooks';
import type { CannedReply } from '@solodesk/protocol/owner';
import type { SiteBrief } from '../../state/api/api.ts';
import { useDesk } from '../../state/desk.ts';
import { useLineRemote } from '../../state/hooks/use-remote.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { granted } from '../../state/tickets/use-tickets.ts';
import { cannedTexts } from '../../texts/canned-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { CannedForm } from './canned-form.tsx';
import { Unread } from '../controls/fault.tsx';
import { showToast } from '../controls/toasts.tsx';

/** The replies that the owner keeps for a site: to be read, changed and let go of. */
export function CannedReplies({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = cannedTexts[locale];
  const { client } = useDesk();
  const { error, reload } = useLineRemote(`canned ${site.id}`, async () => granted(await client.canned.read(site.id)));
  const replies = useStore(client.canned)[site.id];
  /** Whose form is open; `new` for one more. */
  const [editing, edit] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { shown, gone } = useShown(replies, editing);

  /** Resolves to whether it was saved. What was typed stays where it was not. */
  const save = async (reply: CannedReply): Promise<boolean> => {
    setFailed(null);
    const answer = await client.canned.put(site.id, reply);
    if (answer.ok) edit(null);
    else setFailed(`${t.notSaved} ${errorText(common, answer.error)}`);
    return answer.ok;
  };
  const remove = async (reply: CannedReply) => {
    const answer = await client.canned.drop(site.id, reply.id);
    if (!answer.ok) return setFailed(errorText(common, answer.error));
    showToast(t.removed(reply.name), { action: { label: common.common.undo, run: () => void save(reply) } });
  };
  return (
    <section class="canned" aria-label={`${t.title}, ${site.name}`}>
      <h3>{site.name}</h3>
      {failed && (
        <p class="note note-bad" role="alert">
          {failed}
        </p>
      )}
      {replies === undefined && <Unread error={error} reload={reload} />}
      {shown?.length === 0 && editing === null && <p class="muted">{t.none}</p>}
      <ul>
        {shown?.map((reply) => (
          <li key={reply.id}>
            {editing === reply.id ? (
              <CannedForm reply={reply} gone={gone} onSave={save} onCancel={() => edit(null)} />
            ) : (
              <div class="row">
                <span class="canned-row">
                  <b>{reply.name}</b>
                  <span class="muted canned-meaning">{reply.texts[locale] ?? reply.texts.en ?? reply.texts.zh}</span>
                </span>
                <span class="row-buttons">
                  <button type="button" class="button" aria-label={t.change(reply.name)} onClick={() => edit(reply.id)}>
                    {common.settings.change}
                  </button>
                  <button
                    type="button"
                    class="button"
                    aria-label={t.remove(reply.name)}
                    onClick={() => void remove(reply)}
                  >
                    {common.common.remove}
                  </button>
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <CannedForm reply={null} gone={false} onSave={save} onCancel={() => edit(null)} />
      ) : (
        <button type="button" class="button" onClick={() => edit('new')}>
          + {t.add}
        </button>
      )}
    </section>
  );
}

/**
 * The replies as they are listed: one whose form is open keeps its place when somebody removes it elsewhere, as it was read last, so
 * that what is typed in its form is not lost.
 */
function useShown(
  replies: readonly CannedReply[] | undefined,
  editing: string | null,
): { shown: readonly CannedReply[] | undefined; gone: boolean } {
  const last = useRef<{ reply: CannedReply; place: number } | null>(null);
  const place = replies?.findIndex(({ id }) => id === editing) ?? -1;
  const found = replies?.[place];
  if (found) last.current = { reply: found, place };
  const kept = last.current;
  const gone = replies !== undefined && found === undefined && editing !== null && kept?.reply.id === editing;
  if (!gone) return { shown: replies, gone };
  return { shown: [...replies.slice(0, kept.place), kept.reply, ...replies.slice(kept.place)], gone };
}
