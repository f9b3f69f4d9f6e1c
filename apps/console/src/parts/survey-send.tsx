import { useState } from 'preact/hooks';
import { feedbackApi } from '../state/feedback-api.ts';
import type { SurveyLine } from '../state/feedback-api.ts';
import { asApiError } from '../state/session.ts';
import { feedbackTexts } from '../texts/feedback-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';

interface SurveySendProps {
  site: string;
  survey: SurveyLine;
  mails: boolean;
  onSent(): void;
}

/** Sends a survey, in two steps: a mail to many people cannot be taken back. */
export function SurveySend({ site, survey, mails, onSent }: SurveySendProps) {
  const { t: common, locale } = useTexts();
  const t = feedbackTexts[locale];
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const send = async () => {
    setBusy(true);
    setSaid(null);
    try {
      const { sent, rested } = await feedbackApi.send(site, survey.name);
      setSaid({ text: t.sent(sent, rested), bad: false });
      setAsking(false);
      onSent();
    } catch (cause) {
      setSaid({ text: errorText(common, asApiError(cause)), bad: true });
    }
    setBusy(false);
  };
  if (!mails) return <p class="note">{t.noMail}</p>;
  return (
    <div class="survey-send">
      {said && (
        <p class={said.bad ? 'note note-bad' : 'note'} role={said.bad ? 'alert' : 'status'}>
          {said.text}
        </p>
      )}
      {asking ? (
        <>
          <p>{t.sendText(survey.restDays)}</p>
          <div class="row-buttons survey-buttons">
            <button type="button" class="button button-primary" disabled={busy} onClick={() => void send()}>
              {t.really}
            </button>
            <button type="button" class="button" disabled={busy} onClick={() => setAsking(false)}>
              {common.common.cancel}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {t.send}
        </button>
      )}
    </div>
  );
}
