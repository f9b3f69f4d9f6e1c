import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { LOCALHOST } from './localhost-certificate.ts';

/** A real SMTP server on this machine that keeps what it is given. */
export class MailServer {
  readonly mails: ParsedMail[] = [];
  /** What was said before each mail: whether the line was encrypted, and who signed in. */
  readonly sessions: { secure: boolean; user: string | undefined; to: string[] }[] = [];
  /** What the server says to the next mails once it has their text; it takes them when this runs out. */
  readonly answers: (Error & { responseCode: number })[] = [];
  readonly errors: Error[] = [];
  readonly #server: SMTPServer;
  #port = 0;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      ...LOCALHOST,
      onData: (stream, session, done) => {
        simpleParser(stream).then((mail) => {
          const refusal = this.answers.shift();
          if (refusal !== undefined) return done(refusal);
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.sessions.push({ secure: session.secure, user: session.user, to });
          this.mails.push(mail);
          done();
        }, done);
      },
      ...options,
    });
    // A peer that hangs up is what some tests are about.
    this.#server.on('error', (error) => this.errors.push(error));
  }

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    server.#port = (server.#server.server.address() as AddressInfo).port;
    return server;
  }

  get port(): number {
    return this.#port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

export function smtpError(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode });
}
