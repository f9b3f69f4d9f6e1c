/** A mail server, as `SMTP_URL` names it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`); without it the connection is upgraded by STARTTLS. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

const PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };

/**
 * Reads `smtp://user:password@host:port` or `smtps://...`.
 * @throws Error with a reason that holds nothing of the address: it may carry a password.
 */
export function smtpServerFrom(address: string): SmtpServer {
  if (!URL.canParse(address)) throw new Error('must be an address such as smtp://user:password@mail.example.com:587');
  const url = new URL(address);
  const port = PORTS[url.protocol];
  if (port === undefined) throw new Error('must begin with smtp:// (STARTTLS) or smtps:// (TLS)');
  if (url.hostname === '') throw new Error('names no host');
  if (!/^\/?$/.test(url.pathname) || url.search + url.hash !== '') {
    throw new Error('must end after the host and port; write / ? # and @ in a password as %2F %3F %23 %40');
  }
  if ((url.username === '') !== (url.password === ''))
    throw new Error('names a user without a password, or the reverse');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? port : Number(url.port),
    secure: url.protocol === 'smtps:',
    auth: url.username === '' ? null : { user: unescaped(url.username), pass: unescaped(url.password) },
  };
}

/** `Name <address>`, or an address alone. @throws Error with the reason. */
export function mailSenderFrom(value: string): { name: string; address: string } {
  const match = /^\s*(?:"?([^"<>@\r\n]*?)"?\s*<([^<>\s]+)>|([^<>\s"]+))\s*$/.exec(value);
  const address = match?.[2] ?? match?.[3] ?? '';
  if (!isMailAddress(address))
    throw new Error('must be an address such as desk@example.com, or Name <desk@example.com>');
  return { name: match?.[1]?.trim() ?? '', address };
}

/** Whether it has the shape of one address, and of nothing that a mail header could be made of. */
export function isMailAddress(text: string): boolean {
  return text.length <= 200 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(text);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) throw new Error('has a % in user or password that is not written as %25');
    throw error;
  }
}
