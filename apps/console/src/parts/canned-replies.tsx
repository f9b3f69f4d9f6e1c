import { useState } from 'preact/hooks';
import type { CannedReply } from '@solodesk/protocol/owner';
import type { SiteBrief } from '../state/api.ts';
import { randomUuid, useDesk } from '../state/desk.ts';
import { useEdited } from '../state/use-edited.ts';
import { useLineRemote } from '../state/use-remote.ts';
import { useStore } from '../state/use-store.ts';
import { granted } from '../state/use-tickets.ts';
import { cannedTexts } from '../texts/canned-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Unread } from './fault.tsx';
import { Field } from './field.tsx';
import { showToast } from './toasts.tsx';

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
      {replies?.length === 0 && editing === null && <p class="muted">{t.none}</p>}
      <ul>
        {replies?.map((reply) => (
          <li key={reply.id}>
            {editing === reply.id ? (
              <CannedForm reply={reply} onSave={save} onCancel={() => edit(null)} />
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
        <CannedForm reply={null} onSave={save} onCancel={() => edit(null)} />
      ) : (
        <button type="button" class="button" onClick={() => edit('new')}>
          + {t.add}
        </button>
      )}
    </section>
  );
}

interface CannedFormProps {
  reply: CannedReply | null;
  onSave(reply: CannedReply): Promise<boolean>;
  onCancel(): void;
}

function CannedForm({ reply, onSave, onCancel }: CannedFormProps) {
  const { t: common, locale } = useTexts();
  const t = cannedTexts[locale];
  const [id] = useState(() => reply?.id ?? randomUuid());
  const { value, change } = useEdited({
    name: reply?.name ?? '',
    en: reply?.texts.en ?? '',
    zh: reply?.texts.zh ?? '',
  });
  const { name, en, zh } = value;
  const ready = name.trim() !== '' && (en.trim() !== '' || zh.trim() !== '');
  return (
    <form
      class="canned-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const texts = { ...(en.trim() !== '' && { en: en.trim() }), ...(zh.trim() !== '' && { zh: zh.trim() }) };
        void onSave({ id, name: name.trim(), texts });
      }}
    >
      <Field label={t.name}>
        <input required maxLength={80} value={name} onInput={(event) => change({ name: event.currentTarget.value })} />
      </Field>
      <Field label={t.english}>
        <textarea
          lang="en"
          rows={3}
          maxLength={4000}
          value={en}
          onInput={(event) => change({ en: event.currentTarget.value })}
        />
      </Field>
      <Field label={t.chinese} hint={`${t.hint} ${t.places}`}>
        <textarea
          lang="zh"
          rows={3}
          maxLength={4000}
          value={zh}
          onInput={(event) => change({ zh: event.currentTarget.value })}
        />
      </Field>
      <p class="row-buttons">
        <button type="submit" class="button button-primary" disabled={!ready}>
          {t.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {common.common.cancel}
        </button>
      </p>
    </form>
  );
}
