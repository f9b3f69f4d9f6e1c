import { useState } from 'preact/hooks';
import { api } from '../../state/api/api.ts';
import type { Session, SiteBrief } from '../../state/api/api.ts';
import { asApiError, refreshSession } from '../../state/session.ts';
import { useEdited } from '../../state/hooks/use-edited.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';
import { FoldedForm } from '../controls/folded-form.tsx';
import { PasswordField } from './password-field.tsx';

interface AccountFormProps {
  account: NonNullable<Session['account']>;
  sites: readonly SiteBrief[];
}

/** Another name, or another address to sign in with; the address takes the password. */
export function AccountForm({ account, sites }: AccountFormProps) {
  const { t, locale } = useTexts();
  const words = t.reach.account;
  const { value, change: edit, forget } = useEdited({ name: account.name, email: account.email });
  const { name, email } = value;
  const [current, setCurrent] = useState('');
  const [everywhere, setEverywhere] = useState(true);
  const [wrong, setWrong] = useState<{ name?: string; email?: string; current?: string }>({});
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const moves = email.trim() !== account.email;
  // Visitors read the site's own name for the owner: where it was this one, it is to stay this one.
  const alike = sites.filter(({ ownerName }) => ownerName === account.name);
  const renames = name.trim() !== account.name && alike.length > 0;

  const change = async () => {
    setWrong({});
    setSaid(null);
    if (name.trim() === '') return setWrong({ name: words.noName });
    setBusy(true);
    try {
      await api.changeAccount({ name: name.trim(), email: email.trim(), current });
      if (renames && everywhere) for (const { id } of alike) await api.updateSite(id, { ownerName: name.trim() });
      setCurrent('');
      setSaid({ text: t.reach.saved, bad: false });
      await refreshSession();
      forget();
    } catch (cause) {
      const error = asApiError(cause);
      if (error.kind === 'refused') setWrong({ current: t.reach.password.wrong });
      else if (error.kind === 'conflict') setWrong({ email: words.taken });
      else if (error.kind === 'bad_request') setWrong({ email: t.reach.addressWrong });
      else setSaid({ text: errorText(t, error), bad: true });
    }
    setBusy(false);
  };
  return (
    <FoldedForm title={words.title} submit={words.submit} busy={busy} said={said} onSubmit={() => void change()}>
      <Field label={words.name} error={wrong.name ?? null}>
        <input
          maxLength={100}
          required
          autocomplete="name"
          value={name}
          onInput={(event) => edit({ name: event.currentTarget.value })}
        />
      </Field>
      {renames && (
        <label class="check">
          <input
            type="checkbox"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.currentTarget.checked)}
          />
          <span>{words.everywhere(alike.map((site) => site.name).join(locale === 'zh' ? '、' : ', '))}</span>
        </label>
      )}
      <Field label={words.email} error={wrong.email ?? null}>
        <input
          type="email"
          maxLength={200}
          required
          autocomplete="username"
          value={email}
          onInput={(event) => edit({ email: event.currentTarget.value })}
        />
      </Field>
      {moves && (
        <PasswordField
          which="current"
          label={t.reach.password.current}
          hint={words.why}
          error={wrong.current ?? null}
          value={current}
          onChange={setCurrent}
        />
      )}
    </FoldedForm>
  );
}
