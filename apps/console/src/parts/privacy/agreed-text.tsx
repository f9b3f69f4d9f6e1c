import { useState } from 'preact/hooks';
import { privacyApi } from '../../state/api/privacy-api.ts';
import type { ConsentTexts } from '../../state/api/privacy-api.ts';
import { asApiError } from '../../state/session.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { privacyLogTexts } from '../../texts/privacy-log-texts.ts';

interface AgreedTextProps {
  site: string;
  consent: { version: string; at: number };
}

/** What somebody agreed to, in the words of that time; read when it is opened. */
export function AgreedText({ site, consent }: AgreedTextProps) {
  const { t, locale } = useTexts();
  const words = privacyLogTexts[locale];
  const [texts, setTexts] = useState<ConsentTexts['texts'] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const open = (isOpen: boolean) => {
    if (!isOpen || texts !== null) return;
    privacyApi.consents(site).then(
      (answer) => setTexts(answer.texts),
      (cause: unknown) => setError(errorText(t, asApiError(cause))),
    );
  };
  // Of a version whose text was changed, the one that was in force at that time.
  const ofVersion = texts?.filter(({ version }) => version === consent.version) ?? [];
  const agreed = ofVersion.find(({ since }) => since <= consent.at) ?? ofVersion.at(-1);
  return (
    <details onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{words.agreedText}</summary>
      {error ? <p role="alert">{error}</p> : texts === null && <p class="muted">{t.common.loading}</p>}
      {texts !== null && agreed === undefined && <p class="muted">{words.notKept}</p>}
      {Object.entries(agreed?.text ?? {}).map(([language, text]) => (
        <p class="privacy-consent" lang={language} key={language}>
          {text}
        </p>
      ))}
    </details>
  );
}
