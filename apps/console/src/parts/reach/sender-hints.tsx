import type { MailTestOutcome } from '../../state/api/notices-api.ts';
import { COLON, useTexts } from '../../texts/index.ts';

/** What the sender's domain says to other mail servers, and what to do where it says nothing. */
export function SenderHints({ sender }: { sender: NonNullable<MailTestOutcome['sender']> }) {
  const { t, locale } = useTexts();
  return (
    <div class="sender-hints">
      <p class="muted">{t.mailTest.domain(sender.domain)}</p>
      <ul>
        {(['spf', 'dkim', 'dmarc'] as const).map((record) => (
          <li key={record}>
            <b>{record.toUpperCase()}</b>
            {COLON[locale]}
            {t.mailTest.state[sender[record]]}
            {sender[record] === 'missing' && <span class="muted"> {t.mailTest.missing[record]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
