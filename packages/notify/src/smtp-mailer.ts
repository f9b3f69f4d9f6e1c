import { Transform } from 'node:stream';
import type { Delivery } from '@solodesk/core';
import { createTransport } from 'nodemailer';
import type { MailText } from './compose-mail.ts';
import type { Attachment } from './customer-mail/mail-files.ts';
import type { SmtpServer } from './smtp-server.ts';

export interface SmtpMailerOptions {
  server: SmtpServer;
  from: { name: string; address: string };
  /** Certificates to trust in place of the system's, PEM. */
  ca?: string;
  /** Longest time for one mail, from the connection to the server's last word. Milliseconds. */
  timeoutMs?: number;
}

export interface OutgoingMail extends MailText {
  to: readonly string[];
  /** Left side of the Message-ID: the same for each attempt at the same mail. */
  id: string;
  /** Left side of the id that mails about one conversation share, so that a reader shows them together. */
  thread?: string;
  /** Whose name the sender bears; the setting's unless told otherwise. */
  fromName?: string;
  attachments?: readonly Attachment[];
  /** Whether a person wrote it: then nothing marks it as made by a machine. */
  byPerson?: boolean;
  headers?: Readonly<Record<string, string>>;
  /** Awaited before the last byte leaves, up to which the server cannot have taken the mail; false: it is not sent. */
  beforeArrival?: () => Promise<boolean>;
}

/** How far a mail got that came to nothing: for whoever looks for the reason. */
export interface MailFault {
  /** Node's or nodemailer's name of it, such as ENOTFOUND or EAUTH; empty for none. */
  code: string;
  /** The SMTP command that it happened at, such as `MAIL FROM`. */
  command: string;
  /** The server's last answer: its number, 0 for none. */
  status: number;
}

export type MailOutcome =
  Exclude<Delivery, { kind: 'failed' }> | (Extract<Delivery, { kind: 'failed' }> & { fault: MailFault });

export interface SmtpMailer {
  /** Right side of each Message-ID. */
  readonly domain: string;
  send(mail: OutgoingMail): Promise<MailOutcome>;
}

const TIMEOUT_MS = 60_000;

/**
 * Gives mails to an SMTP server, over TLS: from the first byte (`smtps`), or by STARTTLS where the server offers it. Where a
 * password would go over a network without TLS, nothing is sent. Never throws.
 */
export function createSmtpMailer({ server, from, ca, timeoutMs = TIMEOUT_MS }: SmtpMailerOptions): SmtpMailer {
  const { host, port, secure, auth } = server;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const connect = () =>
    createTransport({
      ...{ host, port, secure, disableFileAccess: true, disableUrlAccess: true },
      requireTLS: !secure && auth !== null && !isThisMachine(host),
      connectionTimeout: Math.min(15_000, timeoutMs),
      greetingTimeout: Math.min(15_000, timeoutMs),
      socketTimeout: Math.min(30_000, timeoutMs),
      ...(auth !== null && { auth: { ...auth } }),
      // What stays on this machine has nothing to prove, and could not: nobody vouches for 127.0.0.1.
      tls: ca !== undefined ? { ca } : { rejectUnauthorized: !isThisMachine(host) },
    });
  return {
    domain,
    async send({
      to,
      subject,
      text,
      html,
      id,
      thread,
      fromName,
      attachments = [],
      byPerson = false,
      headers,
      beforeArrival,
    }) {
      // Until its end has been said, the server has not taken the text (RFC 5321, 4.1.1.4).
      let handedOver = false;
      const transport = connect();
      transport.use('stream', ({ message }, done) => {
        message.transform(() =>
          beforeTheEnd(async () => {
            const goes = beforeArrival === undefined || (await beforeArrival());
            return (handedOver = goes);
          }),
        );
        done();
      });
      try {
        const { rejected } = await transport.sendMail({
          from: fromName === undefined ? from : { name: fromName, address: from.address },
          to: [...to],
          ...{ subject, text, html, messageId: `<${id}@${domain}>`, attachments: [...attachments] },
          ...(thread !== undefined && { references: `<${thread}@${domain}>` }),
          // RFC 3834: nobody's holiday responder should answer a machine.
          headers: {
            ...(!byPerson && { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }),
            ...headers,
          },
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (rejected.length < to.length) return { kind: 'delivered' };
        const fault = { code: 'EENVELOPE', command: 'RCPT TO', status: 550 };
        return { kind: 'failed', reason: 'every address was refused', permanent: true, fault };
      } catch (error) {
        return failure(error, handedOver);
      }
    },
  };
}

/** Lets all of a text through but its end, which waits for a word. */
function beforeTheEnd(mayEnd: () => Promise<boolean>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => {
      mayEnd().then(
        (may) => done(may ? null : new Error('somebody else has it')),
        (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause))),
      );
    },
  });
}

/** An answer of 5xx will be the same the next time, except about the password, which the owner can correct. */
function failure(error: unknown, handedOver: boolean): MailOutcome {
  const { responseCode, code, command, response, message } = error as {
    responseCode?: number;
    code?: string;
    command?: string;
    response?: string;
    message?: string;
  };
  const permanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return {
    kind: 'failed',
    reason: withoutAddresses(response || message || String(error)),
    permanent,
    ...(handedOver && responseCode === undefined && { unsure: true }),
    fault: { code: code ?? '', command: command ?? '', status: responseCode ?? 0 },
  };
}

/** Reasons stand in logs, and are kept: nobody's address belongs there. */
function withoutAddresses(reason: string): string {
  return reason
    .replace(/[^\s<>@]+@[^\s<>@]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
