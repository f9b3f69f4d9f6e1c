import { useState } from 'preact/hooks';
import { api } from '../../state/api/api.ts';
import { pushSubscription } from '../../state/alerts/push.ts';
import { asApiError } from '../../state/session.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { FoldedForm } from '../controls/folded-form.tsx';
import { PasswordField } from './password-field.tsx';

const SHORTEST = 10;

/** A new password, for who knows the old one; everybody else who is signed in is signed out. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useTexts();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<{ current?: string; password?: string }>({});
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async () => {
    setWrong({});
    setSaid(null);
    if (password.length < SHORTEST) return setWrong({ password: t.setup.passwordHint });
    setBusy(true);
    try {
      const pushHere = (await pushSubscription())?.endpoint ?? null;
      await api.changePassword({ current, password, pushHere });
      setCurrent('');
      setPassword('');
      setSaid({ text: t.reach.password.changed, bad: false });
    } catch (cause) {
      const error = asApiError(cause);
      if (error.kind === 'refused') setWrong({ current: t.reach.password.wrong });
      else if (error.kind === 'bad_request') setWrong({ password: t.setup.tooEasy });
      else setSaid({ text: errorText(t, error), bad: true });
    }
    setBusy(false);
  };
  return (
    <FoldedForm
      title={t.reach.password.title}
      submit={t.reach.password.submit}
      busy={busy}
      said={said}
      onSubmit={() => void change()}
    >
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <PasswordField
        which="current"
        label={t.reach.password.current}
        error={wrong.current ?? null}
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        which="new"
        label={t.reach.password.next}
        hint={t.setup.passwordHint}
        error={wrong.password ?? null}
        value={password}
        onChange={setPassword}
      />
      <p class="muted">{t.reach.password.others}</p>
    </FoldedForm>
  );
}
