import { useState } from 'preact/hooks';
import { dayKey } from '@solodesk/ui';
import { securityApi } from '../../state/api/security-api.ts';
import type { FactorBegun } from '../../state/api/security-api.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { securityTexts } from '../../texts/security-texts.ts';
import { CodeField } from '../controls/code-field.tsx';
import { FactorChange } from './factor-change.tsx';
import { FoldedForm } from '../controls/folded-form.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Settings → second factor: whether it is on, and the steps that turn it on, change it and turn it off. */
export function SecondFactor() {
  const { t, locale } = useTexts();
  const words = securityTexts[locale];
  const { value, error, reload } = useRemote('factor', () => securityApi.factor());
  useNews(null, 'second-factor', reload);
  const [codes, setCodes] = useState<string[] | null>(null);
  const since = dayKey(value?.since ?? 0);
  const show = (made: string[] | null) => {
    setCodes(made);
    reload();
  };
  return (
    <>
      <h3>{words.factor}</h3>
      {error && (
        <p class="note note-bad" role="alert">
          {errorText(t, error)}
        </p>
      )}
      {value && (
        <p class="muted">
          {value.on ? words.factorOn(since) : words.factorOff}{' '}
          {value.on && codes === null && (value.codesLeft === 0 ? words.noCodes : words.codesLeft(value.codesLeft))}
        </p>
      )}
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {value && !value.on && <TurnOn onDone={show} />}
      {value?.on && codes === null && <FactorChange onCodes={show} onOff={() => show(null)} />}
    </>
  );
}

/** The password, then the QR code and what the app makes of it. */
function TurnOn({ onDone }: { onDone(codes: string[]): void }) {
  const { t, locale } = useTexts();
  const words = securityTexts[locale];
  const [current, setCurrent] = useState('');
  const [begun, setBegun] = useState<FactorBegun | null>(null);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setWrong(null);
    setSaid(null);
    setBusy(true);
    try {
      if (begun === null) {
        setBegun(await securityApi.begin(current));
        setCurrent('');
      } else onDone((await securityApi.confirm(code)).codes);
    } catch (cause) {
      const failure = asApiError(cause);
      if (failure.kind === 'refused') setWrong(begun === null ? t.reach.password.wrong : words.codeWrong);
      else setSaid({ text: errorText(t, failure), bad: true });
    }
    setBusy(false);
  };
  return (
    <FoldedForm
      title={words.turnOn}
      submit={begun === null ? words.next : words.confirm}
      busy={busy}
      said={said}
      onSubmit={() => void submit()}
    >
      {begun === null ? (
        <PasswordField
          which="current"
          label={t.reach.password.current}
          error={wrong}
          value={current}
          onChange={setCurrent}
        />
      ) : (
        <>
          <p>{words.scan}</p>
          <svg class="qr" viewBox={`0 0 ${begun.qr.size} ${begun.qr.size}`} role="img" aria-label={words.qr}>
            <path d={begun.qr.path} />
          </svg>
          <p class="muted">{words.byHand}</p>
          <p>
            <code class="factor-key">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <CodeField label={words.appCode} error={wrong} value={code} onChange={setCode} />
        </>
      )}
    </FoldedForm>
  );
}
