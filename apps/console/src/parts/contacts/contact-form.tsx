import { useState } from 'preact/hooks';
import type { ApiError } from '../../state/api/api.ts';
import type { TypedContact } from '../../state/contacts/contact-edits.ts';
import { asApiError } from '../../state/session.ts';
import { useEdited } from '../../state/hooks/use-edited.ts';
import { contactFormTexts } from '../../texts/contact-form-texts.ts';
import type { ContactFormTexts } from '../../texts/contact-form-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';

type Wrong = { readonly [K in 'name' | 'email' | 'phone' | 'whole']?: string };

interface ContactFormProps {
  label: string;
  /** As they are known now, which may change while the form is open. */
  initial: TypedContact;
  /** Whether it can be said that they are a customer: who has ordered is one. */
  asksCustomer: boolean;
  /** @throws ApiError; what was typed stays then. */
  onSave(typed: TypedContact): Promise<void>;
  onCancel(): void;
}

/** Name and contact ways of somebody, to be typed. */
export function ContactForm({ label, initial, asksCustomer, onSave, onCancel }: ContactFormProps) {
  const { t, locale } = useTexts();
  const words = contactFormTexts[locale];
  const { value: typed, change: set } = useEdited(initial);
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (typed.email.trim() === '' && typed.phone.trim() === '' && initial.email === '' && initial.phone === '') {
      return setWrong({ whole: words.noReach });
    }
    setBusy(true);
    setWrong({});
    try {
      await onSave(typed);
    } catch (cause) {
      const error = asApiError(cause);
      setWrong(wrongOf(error, words) ?? { whole: errorText(t, error) });
    }
    setBusy(false);
  };
  const text = (field: 'name' | 'email' | 'phone') => ({
    value: typed[field],
    maxLength: 250,
    onInput: (event: { currentTarget: HTMLInputElement }) => set({ [field]: event.currentTarget.value }),
  });
  return (
    <form
      class="contact-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <Field label={words.name} error={wrong.name ?? null}>
        <input type="text" autocomplete="off" {...text('name')} />
      </Field>
      <Field label={t.records.email} error={wrong.email ?? null}>
        <input type="email" autocomplete="off" {...text('email')} />
      </Field>
      <Field label={t.records.phone} hint={words.phoneHint} error={wrong.phone ?? null}>
        <input type="tel" autocomplete="off" {...text('phone')} />
      </Field>
      <Field label={t.records.language}>
        <select
          value={typed.locale}
          onChange={({ currentTarget: { value } }) => set({ locale: value === 'en' || value === 'zh' ? value : '' })}
        >
          <option value="">{words.unknown}</option>
          <option value="en">{t.common.languages.en}</option>
          <option value="zh">{t.common.languages.zh}</option>
        </select>
      </Field>
      {asksCustomer && (
        <label class="crm-switch">
          <input
            type="checkbox"
            checked={typed.customer}
            onChange={(event) => set({ customer: event.currentTarget.checked })}
          />
          <span>
            {words.customer}
            <small class="muted">{words.customerText}</small>
          </span>
        </label>
      )}
      {wrong.whole !== undefined && (
        <p class="note note-bad" role="alert">
          {wrong.whole}
        </p>
      )}
      <p class="row-buttons">
        <button type="submit" class="button button-primary" disabled={busy}>
          {busy ? words.saving : words.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** The server names the field first; null for what is no fault of what was typed. */
function wrongOf({ kind, message }: ApiError, words: ContactFormTexts): Wrong | null {
  if (kind === 'refused') return { whole: words.nothingLeft };
  if (kind !== 'bad_request') return null;
  const field = message.split(':')[0] ?? '';
  if (field === 'reach') return { whole: words.noReach };
  return field === 'name' || field === 'email' || field === 'phone' ? { [field]: words.wrong[field] } : null;
}
