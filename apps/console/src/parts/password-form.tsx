import { useState } from 'preact/hooks';
import { api } from '../state/api.ts';
import { pushSubscription } from '../state/push.ts';
import { asApiError } from '../state/session.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Field } from './field.tsx';

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
    <details>
      <summary>{t.reach.password.title}</summary>
      <form
        class="reach-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <Field label={t.reach.password.current} error={wrong.current ?? null}>
          <input
            type="password"
            maxLength={200}
            required
            autocomplete="current-password"
            value={current}
            onInput={(event) => setCurrent(event.currentTarget.value)}
          />
        </Field>
        <Field label={t.reach.password.next} hint={t.setup.passwordHint} error={wrong.password ?? null}>
          <input
            type="password"
            maxLength={200}
            required
            autocomplete="new-password"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </Field>
        <p class="muted">{t.reach.password.others}</p>
        <div class="row-buttons">
          <button type="submit" class="button button-primary" disabled={busy}>
            {t.reach.password.submit}
          </button>
        </div>
        <p class={said?.bad ? 'told told-bad' : 'told'} role="status">
          {said?.text}
        </p>
      </form>
    </details>
  );
}
