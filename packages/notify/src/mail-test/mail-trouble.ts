import type { MailFault } from '../smtp-mailer.ts';

/** What is wrong with the mail settings, as far as it can be told from where a mail got stuck. */
export type MailTrouble =
  'host_not_found' | 'refused' | 'timeout' | 'tls' | 'auth' | 'sender_rejected' | 'recipient_rejected' | 'other';

/** @param reason what the server, or the system, said. */
export function mailTrouble({ code, command, status }: MailFault, reason: string): MailTrouble {
  const said = `${code} ${reason}`;
  if (/EDNS|ENOTFOUND|EAI_AGAIN/.test(said)) return 'host_not_found';
  if (/ECONNREFUSED/.test(said)) return 'refused';
  if (code === 'EAUTH' || status === 535 || status === 530) return 'auth';
  if (
    code === 'ETLS' ||
    command === 'STARTTLS' ||
    /certificate|self.signed|\b(?:TLS|SSL)\b|wrong version number/i.test(reason)
  ) {
    return 'tls';
  }
  if (code === 'ETIMEDOUT' || /timed? ?out|timeout|Greeting never received|aborted/i.test(reason)) return 'timeout';
  if (status >= 400 && command === 'MAIL FROM') return 'sender_rejected';
  // Many servers look at the sender only when they have the whole mail.
  if (status >= 400 && /\b(?:sender|SPF|DKIM|DMARC|from address)\b/i.test(reason)) return 'sender_rejected';
  if (status >= 400 && command === 'RCPT TO') return 'recipient_rejected';
  return 'other';
}
