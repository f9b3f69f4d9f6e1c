import { useState } from 'preact/hooks';
import { feedbackApi } from '../../state/api/feedback-api.ts';
import type { SurveyLine, SurveySending } from '../../state/api/feedback-api.ts';
import { asApiError } from '../../state/session.ts';
import { feedbackTexts } from '../../texts/feedback-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';

interface SurveySendProps {
  site: string;
  survey: SurveyLine;
  mails: boolean;
  onSent(): void;
}

/** Sends a survey, in two steps, the second of which says to how many: a mail to many people cannot be taken back. */
export function SurveySend({ site, survey, mails, onSent }: SurveySendProps) {
  const { t: common, locale } = useTexts();
  const t = feedbackTexts[locale];
  /** Whom it would go to; null: it is not asked about. */
  const [asking, setAsking] = useState<SurveySending | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const busily = async (act: () => Promise<void>) => {
    setBusy(true);
    setSaid(null);
    try {
      await act();
    } catch (cause) {
      setSaid({ text: errorText(common, asApiError(cause)), bad: true });
    }
    setBusy(false);
  };
  const ask = () => busily(async () => setAsking(await feedbackApi.recipients(site, survey.name)));
  const send = () =>
    busily(async () => {
      setSaid({ text: t.sent(await feedbackApi.send(site, survey.name)), bad: false });
      setAsking(null);
      onSent();
    });
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
          <p role="status">{t.sendText(asking, survey.restDays)}</p>
          <div class="row-buttons survey-buttons">
            {asking.sent > 0 && (
              <button type="button" class="button button-primary" disabled={busy} onClick={() => void send()}>
                {t.really}
              </button>
            )}
            <button type="button" class="button" disabled={busy} onClick={() => setAsking(null)}>
              {common.common.cancel}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="button" disabled={busy} onClick={() => void ask()}>
          {t.send}
        </button>
      )}
    </div>
  );
}
