import { useState } from 'preact/hooks';
import type { CannedReply } from '@solodesk/protocol/owner';
import { randomUuid } from '../../state/desk.ts';
import { useEdited } from '../../state/hooks/use-edited.ts';
import { cannedTexts } from '../../texts/canned-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';

interface CannedFormProps {
  reply: CannedReply | null;
  /** It was removed elsewhere while its form is open: what is typed can only be kept as another one. */
  gone: boolean;
  onSave(reply: CannedReply): Promise<boolean>;
  onCancel(): void;
}

/** One reply, to be written or changed. */
export function CannedForm({ reply, gone, onSave, onCancel }: CannedFormProps) {
  const { t: common, locale } = useTexts();
  const t = cannedTexts[locale];
  const [newId] = useState(randomUuid);
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
        // Whoever removed it may take that back: these words then stand beside it, and take the place of nothing.
        void onSave({ id: gone ? newId : (reply?.id ?? newId), name: name.trim(), texts });
      }}
    >
      {gone && reply && (
        <p class="note note-bad" role="alert">
          {t.gone(reply.name)}
        </p>
      )}
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
          {gone ? t.saveAsNew : t.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {gone ? t.discard : common.common.cancel}
        </button>
      </p>
    </form>
  );
}
