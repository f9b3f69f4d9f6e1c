/** A mailbox that answers come to, as `IMAP_URL` names it. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`imaps:`); without it the connection is upgraded by STARTTLS. */
  readonly secure: boolean;
  readonly user: string;
  readonly pass: string;
  readonly mailbox: string;
}

const PORTS: Record<string, number> = { 'imap:': 143, 'imaps:': 993 };

/**
 * Reads `imaps://user:password@host:port/mailbox`; the mailbox is `INBOX` unless it is named.
 * @throws Error with a reason that holds nothing of the address: it carries a password.
 */
export function imapServerFrom(address: string): ImapServer {
  if (!URL.canParse(address)) throw new Error('must be an address such as imaps://user:password@mail.example.com');
  const url = new URL(address);
  const port = PORTS[url.protocol];
  if (port === undefined) throw new Error('must begin with imaps:// (TLS) or imap:// (STARTTLS)');
  if (url.hostname === '') throw new Error('names no host');
  if (url.search + url.hash !== '')
    throw new Error('must end after the mailbox; write ? # and @ in a password as %3F %23 and %40');
  if (url.username === '' || url.password === '') throw new Error('needs a user and a password');
  try {
    const [user, pass, mailbox] = [url.username, url.password, url.pathname.slice(1)].map(decodeURIComponent);
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? port : Number(url.port),
      secure: url.protocol === 'imaps:',
      user: user ?? '',
      pass: pass ?? '',
      mailbox: mailbox || 'INBOX',
    };
  } catch (cause) {
    if (cause instanceof URIError) throw new Error('has a % in user, password or mailbox that is not written as %25');
    throw cause;
  }
}
