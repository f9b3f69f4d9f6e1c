import { useEffect, useRef, useState } from 'preact/hooks';
import { EntryPage } from '../parts/frame/entry-page.tsx';
import { Field } from '../parts/controls/field.tsx';
import { api } from '../state/api/api.ts';
import type { ApiError } from '../state/api/api.ts';
import { deviceLabel } from '../state/alerts/device-label.ts';
import { focusFault } from '../state/focus-fault.ts';
import { MIN_PASSWORD, passwordStrength } from '../state/password-strength.ts';
import { DESK, go } from '../state/route.ts';
import { asApiError, refreshSession } from '../state/session.ts';
import { errorText, useTexts } from '../texts/index.ts';

/** The one-time link: chooses name, e-mail and password, and goes on to the wizard. */
export function SetUp({ token }: { token: string }) {
  const { t } = useTexts();
  const [link, setLink] = useState<'checking' | 'good' | 'bad' | ApiError>('checking');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    api.checkSetup(token).then(
      ({ ok }) => setLink(ok ? 'good' : 'bad'),
      (cause: unknown) => {
        const failure = asApiError(cause);
        setLink(failure.kind === 'unavailable' || failure.kind === 'rate_limited' ? failure : 'bad');
      },
    );
  }, [token, attempt]);

  if (link === 'good') return <SetUpForm token={token} onUsedUp={() => setLink('bad')} />;
  if (link === 'checking') return <EntryPage title={t.setup.title} text={t.setup.checking} />;
  if (link === 'bad') {
    return (
      <EntryPage title={t.setup.badLink} text={t.setup.badLinkText}>
        <button type="button" class="button button-wide" onClick={() => go(DESK, true)}>
          {t.setup.toSignIn}
        </button>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t.setup.title} text={errorText(t, link)}>
      <button type="button" class="button button-wide" onClick={() => setAttempt(attempt + 1)}>
        {t.common.retry}
      </button>
    </EntryPage>
  );
}

function SetUpForm({ token, onUsedUp }: { token: string; onUsedUp(): void }) {
  const { t } = useTexts();
  const [values, setValues] = useState({ name: '', email: '', password: '' });
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [attempts, setAttempts] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const strength = passwordStrength(values.password);
  const missing = MIN_PASSWORD - [...values.password].length;
  const wrong = {
    name: values.name.trim() === '' ? t.setup.nameMissing : null,
    email: /^\S+@\S+\.\S+$/.test(values.email.trim()) ? null : t.setup.emailWrong,
    password:
      strength === 'short'
        ? t.setup.strength.short(missing)
        : strength === 'trivial' || refused === values.password
          ? t.setup.tooEasy
          : null,
  };
  const bind = (key: 'name' | 'email' | 'password') => ({
    value: values[key],
    onInput: (event: { currentTarget: HTMLInputElement }) => setValues({ ...values, [key]: event.currentTarget.value }),
  });

  useEffect(() => {
    if (attempts > 0) focusFault(form.current);
  }, [attempts]);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    setAttempts(attempts + 1);
    if (wrong.name || wrong.email || wrong.password) return;
    setBusy(true);
    setError(null);
    try {
      const device = deviceLabel(navigator.userAgent);
      const { name, email, password } = values;
      const { signedIn } = await api.setup({ token, name: name.trim(), email: email.trim(), password, device });
      // The account has a second factor: the new password alone does not sign in.
      if (!signedIn) return go(DESK, true);
      await refreshSession();
      // Replaced, so that going back does not lead to a used link.
      go({ screen: 'wizard', site: null }, true);
    } catch (cause) {
      const failure = asApiError(cause);
      setBusy(false);
      if (failure.kind === 'not_found' || failure.kind === 'unauthorized') onUsedUp();
      else if (failure.kind === 'bad_request' && failure.message.startsWith('password:')) {
        // Too easy to guess: said beside the password, until it is another one.
        setRefused(values.password);
        setAttempts((n) => n + 1);
      } else if (failure.kind === 'bad_request') setError(`${errorText(t, failure)} (${failure.message})`);
      else setError(errorText(t, failure));
    }
  };
  return (
    <EntryPage title={t.setup.title} text={t.setup.text}>
      <form noValidate ref={form} onSubmit={(event) => void submit(event)}>
        <Field label={t.setup.name} hint={t.setup.nameHint} error={tried ? wrong.name : null}>
          <input type="text" autocomplete="name" {...bind('name')} />
        </Field>
        <Field label={t.setup.email} error={tried ? wrong.email : null}>
          <input type="email" autocomplete="username" {...bind('email')} />
        </Field>
        <Field label={t.setup.password} hint={t.setup.passwordHint} error={tried ? wrong.password : null}>
          {shown ? (
            <input type="text" autocomplete="new-password" {...bind('password')} />
          ) : (
            <input type="password" autocomplete="new-password" {...bind('password')} />
          )}
        </Field>
        <div class="strength">
          <meter min={0} max={3} low={1.5} high={2.5} optimum={3} value={METER[strength]} aria-hidden="true" />
          <span role="status">
            {strength === 'short'
              ? !tried && t.setup.strength.short(missing)
              : (strength !== 'trivial' || !tried) && t.setup.strength[strength]}
          </span>
          <button type="button" class="link" onClick={() => setShown(!shown)}>
            {shown ? t.setup.hide : t.setup.show}
          </button>
        </div>
        {error && (
          <p class="note note-bad" role="alert">
            {error}
          </p>
        )}
        <button type="submit" class="button button-primary button-wide" disabled={busy}>
          {t.setup.submit}
        </button>
      </form>
    </EntryPage>
  );
}

const METER = { trivial: 0.5, short: 0.5, weak: 1, fair: 2, strong: 3 };
