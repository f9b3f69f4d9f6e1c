import { useState } from 'preact/hooks';
import { EntryPage } from '../parts/entry-page.tsx';
import { Field } from '../parts/field.tsx';
import { api } from '../state/api.ts';
import { asApiError, refreshSession } from '../state/session.ts';
import { errorText, useTexts } from '../texts/index.ts';

export function SignIn({
  needsSetup,
  ended,
}: {
  needsSetup: boolean;
  /** This tab was signed in before. */ ended: boolean;
}) {
  const { t } = useTexts();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  if (needsSetup) {
    return (
      <EntryPage title={t.signIn.needsSetup} text={t.signIn.needsSetupText}>
        <pre class="code">http://…/console/#setup=…</pre>
      </EntryPage>
    );
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await api.login({ email: email.trim(), password });
      await refreshSession();
    } catch (cause) {
      const failure = asApiError(cause);
      setError(failure.kind === 'unauthorized' ? t.signIn.wrong : errorText(t, failure));
      setBusy(false);
    }
  };
  return (
    <EntryPage title={t.signIn.title} text={ended ? t.connection.signed_out : t.signIn.tagline}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t.signIn.email}>
          <input
            type="email"
            autocomplete="username"
            required
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </Field>
        <Field label={t.signIn.password}>
          <input
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </Field>
        {error && (
          <p class="note note-bad" role="alert">
            {error}
          </p>
        )}
        <button type="submit" class="button button-primary button-wide" disabled={busy}>
          {t.signIn.submit}
        </button>
      </form>
      <p class="forgotten">
        {t.signIn.forgotten} <code>npm run -s solodesk -- owner reset</code>
      </p>
    </EntryPage>
  );
}
