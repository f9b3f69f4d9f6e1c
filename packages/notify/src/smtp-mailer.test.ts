import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { composeMail } from './compose-mail.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import type { SmtpMailerOptions } from './smtp-mailer.ts';
import type { SmtpServer } from './smtp-server.ts';
import { LOCALHOST } from './testing/localhost-certificate.ts';
import { MailServer, smtpError } from './testing/mail-server.ts';
import { someCall, visitorSays } from './testing/some-call.ts';

const FROM = { name: 'Teal & Linen', address: 'desk@shop.example' };
const NASTY = '<b>Wo ist mein Päckchen?</b>\n.\n包裹在哪里？ 🧵';

let mails: MailServer;
afterEach(() => mails?.stop());

const mailer = (server: Partial<SmtpServer> = {}, options: Partial<SmtpMailerOptions> = {}) =>
  createSmtpMailer({
    server: { host: '127.0.0.1', port: mails.port, secure: false, auth: null, ...server },
    from: FROM,
    ca: LOCALHOST.cert,
    ...options,
  });
const mail = () => ({
  ...composeMail(someCall({}, [visitorSays(NASTY)]), 'en'),
  to: ['mara@shop.example'],
  id: 'job-1.7',
  thread: 'c-1',
});

describe('a mail', () => {
  it('arrives as it was written, as text and as HTML, and names itself the same each time', async () => {
    mails = await MailServer.start();
    expect(await mailer().send(mail())).toEqual({ kind: 'delivered' });
    await mailer().send(mail());
    const [first, second] = mails.mails;
    expect(first?.from?.text).toBe('"Teal & Linen" <desk@shop.example>');
    expect(first?.subject).toBe('A visitor of Teal & Linen is waiting for your answer');
    expect(first?.text).toContain(NASTY);
    expect(first?.html).toContain('&lt;b&gt;Wo ist mein Päckchen?&lt;/b&gt;');
    expect(first?.html).not.toContain('<b>Wo');
    expect(first?.messageId).toBe('<job-1.7@shop.example>');
    expect(second?.messageId).toBe(first?.messageId);
    expect(first?.references).toBe('<c-1@shop.example>');
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('asks before its last byte leaves, when all else has gone, whether it may arrive', async () => {
    mails = await MailServer.start();
    let asked = 0;
    const beforeArrival = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      asked += 1;
      // The server waits for the end of the text.
      expect(mails.mails).toHaveLength(0);
      return true;
    };
    expect(await mailer().send({ ...mail(), beforeArrival })).toEqual({ kind: 'delivered' });
    expect(asked).toBe(1);
    expect(mails.mails).toHaveLength(1);
  });

  it('does not arrive where the answer is no, and nobody has to wonder', async () => {
    mails = await MailServer.start();
    const outcome = await mailer().send({ ...mail(), beforeArrival: async () => false });
    expect(outcome).toMatchObject({ kind: 'failed', permanent: false });
    expect('unsure' in outcome).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(mails.mails).toHaveLength(0);
  });

  it('does not ask before an address is accepted', async () => {
    mails = await MailServer.start({ onRcptTo: (_address, _session, done) => done(smtpError(451, 'not now')) });
    let asked = false;
    const beforeArrival = async () => (asked = true);
    expect(await mailer().send({ ...mail(), beforeArrival })).toMatchObject({ kind: 'failed', permanent: false });
    expect(asked).toBe(false);
  });

  it('goes over STARTTLS where it is offered, with the password only then', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (auth, _session, done) =>
      auth.username === 'desk' && auth.password === 'p@ss w/ö'
        ? done(null, { user: 'desk' })
        : done(smtpError(535, 'authentication failed for desk@shop.example'));
    mails = await MailServer.start({ authOptional: false, onAuth });
    const auth = { user: 'desk', pass: 'p@ss w/ö' };
    expect(await mailer({ auth }).send(mail())).toEqual({ kind: 'delivered' });
    expect(mails.sessions).toEqual([{ secure: true, user: 'desk', to: ['mara@shop.example'] }]);

    const refused = await mailer({ auth: { ...auth, pass: 'wrong' } }).send(mail());
    // The owner can correct a password: it is worth another attempt.
    expect(refused).toMatchObject({ kind: 'failed', permanent: false, reason: expect.stringContaining('535') });
    expect(JSON.stringify(refused)).not.toMatch(/wrong|shop\.example/);
  });

  it('goes over TLS from the first byte', async () => {
    mails = await MailServer.start({ secure: true });
    expect(await mailer({ secure: true }).send(mail())).toEqual({ kind: 'delivered' });
    expect(mails.sessions[0]?.secure).toBe(true);
  });

  it('is given to a server of this machine whatever its certificate says', async () => {
    mails = await MailServer.start();
    const local = { host: '127.0.0.1', port: mails.port, secure: false, auth: null };
    expect(await createSmtpMailer({ server: local, from: FROM }).send(mail())).toEqual({ kind: 'delivered' });
  });

  it('is not given to a server whose certificate nobody vouches for', async () => {
    mails = await MailServer.start({ secure: true });
    const stranger = mailer({ secure: true }, { ca: rootCertificates[0]! });
    expect(await stranger.send(mail())).toMatchObject({ kind: 'failed', permanent: false });
    expect(mails.mails).toEqual([]);
  });

  it.each([
    [550, true, 'no such mailbox <mara@shop.example>'],
    [451, false, 'greylisted, try again later'],
  ])('that the server refuses with %i says why, and whether it is for good', async (code, permanent, words) => {
    mails = await MailServer.start({
      onRcptTo: (_address, _session, done) => done(smtpError(code, words)),
    });
    const outcome = await mailer().send(mail());
    expect(outcome).toMatchObject({ kind: 'failed', permanent, reason: expect.stringContaining(String(code)) });
    expect(JSON.stringify(outcome)).not.toContain('mara@');
  });

  it('that is refused after its text is not lost: the next attempt brings it', async () => {
    mails = await MailServer.start();
    mails.answers.push(smtpError(452, 'the disk is full'));
    expect(await mailer().send(mail())).toMatchObject({ kind: 'failed', permanent: false });
    expect(await mailer().send(mail())).toEqual({ kind: 'delivered' });
    expect(mails.mails).toHaveLength(1);
  });

  it('counts as delivered when one of several addresses took it', async () => {
    mails = await MailServer.start({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('no') ? smtpError(550, 'unknown') : null),
    });
    expect(await mailer().send({ ...mail(), to: ['no@shop.example', 'mara@shop.example'] })).toEqual({
      kind: 'delivered',
    });
    expect(mails.sessions[0]?.to).toEqual(['mara@shop.example']);
  });

  it('does not wait for ever for a server that is slow', async () => {
    mails = await MailServer.start({ onRcptTo: () => undefined });
    const outcome = await mailer({}, { timeoutMs: 300 }).send(mail());
    expect(outcome).toMatchObject({ kind: 'failed', permanent: false });
  });

  it('fails, and may be tried again, where nobody listens', async () => {
    mails = await MailServer.start();
    const { port } = mails;
    await mails.stop();
    const outcome = await mailer({ port }).send(mail());
    expect(outcome).toMatchObject({
      kind: 'failed',
      permanent: false,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    mails = await MailServer.start();
  });
});

describe('a server that dies', () => {
  let lines: Server;
  afterEach(() => new Promise((resolve) => lines.close(resolve)));

  /** Speaks SMTP up to `DATA`, and hangs up in the middle of the text, or before its last word. */
  const dying = async (when: 'in the text' | 'before its last word') => {
    lines = createServer((socket: Socket) => {
      let data = false;
      socket.on('error', () => socket.destroy());
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        const said = chunk.toString();
        if (data) {
          if (when === 'in the text' || said.includes('\r\n.\r\n')) socket.destroy();
          return;
        }
        data = said.startsWith('DATA');
        socket.write(data ? '354 go on\r\n' : said.startsWith('EHLO') ? '250 here\r\n' : '250 ok\r\n');
      });
    });
    await new Promise<void>((resolve) => lines.listen(0, '127.0.0.1', resolve));
    return (lines.address() as AddressInfo).port;
  };

  it.each(['in the text', 'before its last word'] as const)('%s has not taken the mail', async (when) => {
    mails = await MailServer.start();
    const outcome = await mailer({ port: await dying(when) }).send(mail());
    expect(outcome).toMatchObject({ kind: 'failed', permanent: false });
  });
});
