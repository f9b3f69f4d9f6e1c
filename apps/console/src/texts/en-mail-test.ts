/** What a test mail shows about the settings. */
export const enMailTest = {
  trouble: {
    host_not_found: 'The mail server’s host in SMTP_URL is not known: is its name right?',
    refused: 'Nobody listens at this host and port: is the port in SMTP_URL right (587 or 465)?',
    timeout: 'The mail server did not answer in time: a firewall, or the wrong port?',
    tls: 'No safe line came about: smtps:// belongs to port 465, smtp:// to 587, and the certificate has to be valid.',
    auth: 'User or password were refused: many providers want a password made for this program.',
    sender_rejected:
      'The server does not take MAIL_FROM as a sender: it has to be an address of this account or domain.',
    recipient_rejected: 'The server does not take this address: is it written right?',
    other: 'The mail server refused the mail.',
  },
  domain: (domain: string) => `What ${domain} says to other mail servers:`,
  state: { found: 'there', missing: 'not found', unknown: 'could not be looked up' },
  missing: {
    spf: 'Without it mails easily count as spam. Your mail provider tells the TXT record (v=spf1 …) for your domain.',
    dkim: 'No key under the usual names; it may have another one. Your mail provider says how to turn signatures on.',
    dmarc: 'Big mailboxes ask for it. A beginning: the TXT record “v=DMARC1; p=none” at _dmarc.',
  },
};

export type MailTestTexts = typeof enMailTest;
