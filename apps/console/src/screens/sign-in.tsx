import { useState } from 'preact/hooks';
import { CodeField } from '../parts/controls/code-field.tsx';
import { EntryPage } from '../parts/frame/entry-page.tsx';
import { Field } from '../parts/controls/field.tsx';
import { api } from '../state/api/api.ts';
import { deviceLabel } from '../state/alerts/device-label.ts';
import { asApiError, refreshSession } from '../state/session.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { securityTexts } from '../texts/security-texts.ts';

export function SignIn({
  needsSetup,
  ended,
}: {
  needsSetup: boolean;
  /** This tab was signed in before. */ ended: boolean;
}) {
  const { t, locale } = useTexts();
  const words = securityTexts[locale];
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [wrongCode, setWrongCode] = useState<string | null>(null);
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
    setWrongCode(null);
    try {
      const given = { email: email.trim(), password, code: asksCode ? code : null };
      const { signedIn } = await api.login({ ...given, device: deviceLabel(navigator.userAgent) });
      if (signedIn) return await refreshSession();
      setAsksCode(true);
      setBusy(false);
    } catch (cause) {
      const failure = asApiError(cause);
      if (failure.kind === 'refused') setWrongCode(words.codeWrong);
      else setError(failure.kind === 'unauthorized' ? t.signIn.wrong : errorText(t, failure));
      setBusy(false);
    }
  };
  if (asksCode) {
    return (
      <EntryPage title={t.signIn.title} text={words.codeText}>
        <form onSubmit={(event) => void submit(event)}>
          <CodeField
            label={words.code}
            hint={words.codeHint}
            error={wrongCode}
            value={code}
            onChange={setCode}
            focused
          />
          <Failure text={error} />
          <button type="submit" class="button button-primary button-wide" disabled={busy}>
            {t.signIn.submit}
          </button>
        </form>
        <p class="forgotten">
          {words.lost}{' '}
          <code class="sign-in-command">
            npm run -s solodesk -- owner reset <span>--second-factor-off</span> {email.trim()}
          </code>
        </p>
        <button
          type="button"
          class="button button-wide"
          onClick={() => {
            setAsksCode(false);
            setCode('');
          }}
        >
          {words.back}
        </button>
      </EntryPage>
    );
  }
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
        <Failure text={error} />
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

function Failure({ text }: { text: string | null }) {
  return text === null ? null : (
    <p class="note note-bad" role="alert">
      {text}
    </p>
  );
}
