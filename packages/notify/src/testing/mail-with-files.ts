export interface MailPart {
  type: string;
  /** Left out: it has none. */
  name?: string;
  content: Buffer;
  /** Its `Content-ID`, by which HTML shows it. */
  cid?: string;
  disposition?: 'attachment' | 'inline';
}

export interface MailWithFiles {
  from?: string;
  inReplyTo: string;
  messageId?: string;
  text?: string;
  html?: string;
  /** In one part with the text, as mail programs put the pictures that stand in it. */
  related?: readonly MailPart[];
  parts?: readonly MailPart[];
}

/** A mail with files that answers one of ours, as a mail program sends it. Lines end as in a mail. */
export function mailWithFiles(mail: MailWithFiles): string {
  const { text = 'Here are the photos.', html, related = [], parts = [] } = mail;
  const plain = [part('text/plain; charset=utf-8', text)];
  const words =
    html === undefined
      ? plain[0]!
      : multipart('alternative', 'alt', [
          ...plain,
          multipart('related', 'rel', [part('text/html; charset=utf-8', html), ...related.map(asPart)]),
        ]);
  return [
    `From: ${mail.from ?? 'Ann <ann@customer.example>'}`,
    ...['To: desk@shop.example', 'Subject: Re: your request', 'Date: Mon, 05 Jan 2026 12:30:00 +0000'],
    `Message-ID: ${mail.messageId ?? '<files@customer.example>'}`,
    `In-Reply-To: ${mail.inReplyTo}`,
    'MIME-Version: 1.0',
    multipart('mixed', 'mix', [words, ...parts.map(asPart)]),
    '',
  ].join('\r\n');
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const inside = parts.map((each) => `--${boundary}\r\n${each}`).join('\r\n');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inside}\r\n--${boundary}--`;
}

function part(type: string, words: string): string {
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(words))}`;
}

function asPart({ type, name, content, cid, disposition = 'attachment' }: MailPart): string {
  const named = name === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return [
    `Content-Type: ${type}`,
    `Content-Disposition: ${disposition}${named}`,
    ...(cid === undefined ? [] : [`Content-ID: <${cid}>`]),
    'Content-Transfer-Encoding: base64',
    '',
    base64(content),
  ].join('\r\n');
}

const base64 = (content: Buffer) => content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
