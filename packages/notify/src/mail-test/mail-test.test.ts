import { describe, expect, it } from '@jest/globals';
import { createSmtpMailer } from '../smtp-mailer.ts';
import { MailServer, smtpError } from '../testing/mail-server.ts';
import { mailTrouble } from './mail-trouble.ts';
import { senderRecords } from './sender-records.ts';

const FROM = { name: '', address: 'desk@shop.example' };
const MAIL = { subject: 's', text: 't', html: 'h', id: 'i', to: ['mara@shop.example'] };

async function troubleWith(
  server: { host: string; port: number; auth?: { user: string; pass: string } | null },
  ca?: string,
) {
  const mailer = createSmtpMailer({
    server: { secure: false, auth: null, ...server },
    from: FROM,
    ...(ca && { ca }),
    timeoutMs: 1_500,
  });
  const outcome = await mailer.send(MAIL);
  return outcome.kind === 'failed' ? mailTrouble(outcome.fault, outcome.reason) : outcome.kind;
}

describe('what is wrong with a mail server', () => {
  it('is told from where a mail got stuck', async () => {
    const server = await MailServer.start({ onAuth: (_auth, _session, done) => done(smtpError(535, 'no such user')) });
    const here = { host: '127.0.0.1', port: server.port };
    expect(await troubleWith(here)).toBe('delivered');
    expect(await troubleWith({ ...here, auth: { user: 'a', pass: 'b' } })).toBe('auth');
    expect(await troubleWith({ host: 'no-such-host.invalid', port: 25 })).toBe('host_not_found');
    expect(await troubleWith(here, 'not a certificate of theirs')).toBe('tls');
    await server.stop();
    expect(await troubleWith(here)).toBe('refused');
  });

  it('is the sender where the server says so, at once or at the end', async () => {
    const early = await MailServer.start({
      onMailFrom: (_address, _session, done) => done(smtpError(550, 'not for this domain')),
    });
    expect(await troubleWith({ host: '127.0.0.1', port: early.port })).toBe('sender_rejected');
    early.answers.push();
    await early.stop();
    const late = await MailServer.start();
    late.answers.push(smtpError(550, '5.7.26 DMARC policy of the domain'));
    expect(await troubleWith({ host: '127.0.0.1', port: late.port })).toBe('sender_rejected');
    late.answers.push(smtpError(554, 'looks like spam'));
    expect(await troubleWith({ host: '127.0.0.1', port: late.port })).toBe('other');
    await late.stop();
    const picky = await MailServer.start({
      onRcptTo: (_address, _session, done) => done(smtpError(550, 'no such mailbox')),
    });
    expect(await troubleWith({ host: '127.0.0.1', port: picky.port })).toBe('recipient_rejected');
    await picky.stop();
  });

  it('is patience where nobody speaks', () => {
    expect(mailTrouble({ code: 'ETIMEDOUT', command: 'CONN', status: 0 }, 'Greeting never received')).toBe('timeout');
  });
});

describe('what a domain says about its mails', () => {
  const missing = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
  const records: Record<string, string[][]> = {
    'shop.example': [['google-site-verification=1'], ['v=spf1 include:_spf.', 'mail.example ~all']],
    '_dmarc.shop.example': [['v=DMARC1; p=none']],
    'selector1._domainkey.shop.example': [['v=DKIM1; k=rsa; p=', 'MIGf']],
    'revoked.example': [['v=spf10 x']],
    'default._domainkey.revoked.example': [['v=DKIM1; p=']],
  };
  const lookup = (name: string) => (records[name] ? Promise.resolve(records[name]) : Promise.reject(missing));

  it('is found, also in pieces', async () => {
    expect(await senderRecords('shop.example', lookup)).toEqual({
      domain: 'shop.example',
      spf: 'found',
      dkim: 'found',
      dmarc: 'found',
    });
  });

  it('is missing where it says nothing, or something else, or has taken its key back', async () => {
    const nothing = { spf: 'missing', dkim: 'missing', dmarc: 'missing' };
    expect(await senderRecords('other.example', lookup)).toMatchObject(nothing);
    expect(await senderRecords('revoked.example', lookup)).toMatchObject(nothing);
  });

  it('is unknown where nobody answers', async () => {
    const late = Object.assign(new Error('late'), { code: 'ETIMEOUT' });
    const unknown = { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' };
    expect(await senderRecords('shop.example', () => Promise.reject(late))).toMatchObject(unknown);
  });
});
