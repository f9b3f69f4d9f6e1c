import type { Delivery } from '@solodesk/core';
import { createTransport } from 'nodemailer';
import type { MailText } from './compose-mail.ts';
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
}

export interface SmtpMailer {
  send(mail: OutgoingMail): Promise<Delivery>;
}

const TIMEOUT_MS = 60_000;

/**
 * Gives mails to an SMTP server, over TLS: from the first byte (`smtps`), or by STARTTLS where the server offers it. Where a
 * password would go over a network without TLS, nothing is sent. Never throws.
 */
export function createSmtpMailer({ server, from, ca, timeoutMs = TIMEOUT_MS }: SmtpMailerOptions): SmtpMailer {
  const { host, port, secure, auth } = server;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const transport = createTransport({
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
    async send({ to, subject, text, html, id, thread }) {
      try {
        const { rejected } = await transport.sendMail({
          from,
          to: [...to],
          ...{ subject, text, html, messageId: `<${id}@${domain}>` },
          ...(thread !== undefined && { references: `<${thread}@${domain}>` }),
          // RFC 3834: nobody's holiday responder should answer.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (rejected.length < to.length) return { kind: 'delivered' };
        return { kind: 'failed', reason: 'every address was refused', permanent: true };
      } catch (error) {
        return failure(error);
      }
    },
  };
}

/** An answer of 5xx will be the same the next time, except about the password, which the owner can correct. */
function failure(error: unknown): Delivery {
  const { responseCode, code, response, message } = error as {
    responseCode?: number;
    code?: string;
    response?: string;
    message?: string;
  };
  const permanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return { kind: 'failed', reason: withoutAddresses(response ?? message ?? String(error)), permanent };
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
