import { useState } from 'preact/hooks';
import { securityApi } from '../../state/api/security-api.ts';
import { asApiError } from '../../state/session.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { securityTexts } from '../../texts/security-texts.ts';
import { CodeField } from '../controls/code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { showToast } from '../controls/toasts.tsx';

/** New recovery codes, or no second factor any more: both take the password and a code. */
export function FactorChange({ onCodes, onOff }: { onCodes(codes: string[]): void; onOff(): void }) {
  const { t, locale } = useTexts();
  const words = securityTexts[locale];
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<{ current?: string; code?: string }>({});
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setWrong({});
    setSaid(null);
    setBusy(true);
    try {
      await work();
    } catch (cause) {
      const failure = asApiError(cause);
      // Which of the two it was, only the message tells.
      if (failure.kind === 'refused' && failure.message.includes('password')) {
        setWrong({ current: t.reach.password.wrong });
      } else if (failure.kind === 'refused') setWrong({ code: words.codeWrong });
      else setSaid(errorText(t, failure));
    }
    setBusy(false);
  };
  const renew = () => run(async () => onCodes((await securityApi.newCodes({ current, code })).codes));
  const turnOff = () =>
    run(async () => {
      await securityApi.turnOff({ current, code });
      showToast(words.isOff);
      onOff();
    });
  return (
    <details>
      <summary>{words.change}</summary>
      <form
        class="reach-form"
        onSubmit={(event) => {
          event.preventDefault();
          void renew();
        }}
      >
        <PasswordField
          which="current"
          label={t.reach.password.current}
          error={wrong.current ?? null}
          value={current}
          onChange={setCurrent}
        />
        <CodeField
          label={words.code}
          hint={words.codeHint}
          error={wrong.code ?? null}
          value={code}
          onChange={setCode}
        />
        <div class="row-buttons">
          <button type="submit" class="button button-primary" disabled={busy}>
            {words.newCodes}
          </button>
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={(event) => event.currentTarget.form?.reportValidity() && void turnOff()}
          >
            {words.turnOff}
          </button>
        </div>
        <p class="told told-bad" role="status">
          {said}
        </p>
      </form>
    </details>
  );
}
