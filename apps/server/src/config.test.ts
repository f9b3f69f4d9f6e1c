import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, isLoopback, readConfig, SETTINGS } from './config.ts';

describe('settings', () => {
  it('has a default for each', () => {
    const { outgoingAllow, ...settings } = readConfig({});
    expect(outgoingAllow.allows('127.0.0.1', 4711)).toBe(false);
    expect(settings).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      sitesDir: resolve('data/sites'),
      publicUrl: null,
      trustProxy: false,
      demo: true,
      limits: true,
      mail: null,
      imap: null,
      sms: null,
      logLevel: 'info',
    });
  });

  it('reads every one', () => {
    const environment = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/desk',
      SITES_DIR: '/srv/sites',
      PUBLIC_URL: 'https://desk.example.com/',
      TRUST_PROXY: '1',
      DEMO: 'off',
      SMTP_URL: 'smtps://desk%40example.com:p%2Fw@mail.example.com',
      MAIL_FROM: 'Teal & Linen <desk@example.com>',
      IMAP_URL: 'imaps://desk:p%2Fw@mail.example.com',
      SMS_WEBHOOK_URL: 'https://sms.example.com/send',
      SMS_WEBHOOK_SECRET: 'a secret of sixteen',
      OUTGOING_ALLOW: '127.0.0.1:4711',
      LOG_LEVEL: 'warn',
    };
    const { outgoingAllow, ...settings } = readConfig(environment);
    expect(outgoingAllow.allows('127.0.0.1', 4711)).toBe(true);
    expect(settings).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/desk',
      sitesDir: '/srv/sites',
      publicUrl: 'https://desk.example.com',
      trustProxy: 1,
      demo: false,
      limits: true,
      mail: {
        server: {
          host: 'mail.example.com',
          port: 465,
          secure: true,
          auth: { user: 'desk@example.com', pass: 'p/w' },
        },
        from: { name: 'Teal & Linen', address: 'desk@example.com' },
      },
      imap: {
        host: 'mail.example.com',
        port: 993,
        secure: true,
        user: 'desk',
        pass: 'p/w',
        mailbox: 'INBOX',
      },
      sms: { url: 'https://sms.example.com/send', secret: 'a secret of sixteen' },
      logLevel: 'warn',
    });
  });

  it('describes every one', () => {
    for (const setting of Object.values(SETTINGS)) expect(setting.description).toMatch(/\w{3}/);
  });

  it('takes an empty one as not set', () => {
    const given = { PORT: '', PUBLIC_URL: ' ', TRUST_PROXY: '', OUTGOING_ALLOW: '' };
    expect(JSON.stringify(readConfig(given))).toBe(JSON.stringify(readConfig({})));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PUBLIC_URL', 'desk.example.com'],
    ['PUBLIC_URL', 'ftp://desk.example.com'],
    ['PUBLIC_URL', 'https://desk.example.com/desk'],
    ['PUBLIC_URL', 'https://me:secret@desk.example.com'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['INSECURE', 'maybe'],
    ['DEMO', 'true'],
    ['LIMITS', '0'],
    ['LOG_LEVEL', 'verbose'],
    ['SMTP_URL', 'mail.example.com'],
    ['SMTP_URL', 'https://mail.example.com'],
    ['SMTP_URL', 'smtp://user@mail.example.com'],
    ['SMTP_URL', 'smtp://user:100%@mail.example.com'],
    ['SMTP_URL', 'smtp://mail.example.com/inbox'],
    ['SMS_WEBHOOK_URL', 'sms.example.com'],
    ['SMS_WEBHOOK_SECRET', 'short'],
    ['OUTGOING_ALLOW', 'n8n.internal'],
    ['OUTGOING_ALLOW', 'http://127.0.0.1:80'],
  ])('refuses %s=%s by its name and with a reason', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: .{10,}`));
  });

  it('wants a mail server and a sender together', () => {
    const SMTP_URL = 'smtp://mail.example.com';
    expect(() => readConfig({ SMTP_URL })).toThrow(/^MAIL_FROM: is missing/);
    expect(() => readConfig({ MAIL_FROM: 'desk@example.com' })).toThrow(/^SMTP_URL: is missing/);
    for (const MAIL_FROM of ['desk', 'Desk desk@example.com', 'a@b, c@d', 'Desk <desk@example.com', 'a@b\nBcc: c@d']) {
      expect(() => readConfig({ SMTP_URL, MAIL_FROM })).toThrow(/^MAIL_FROM: must be/);
    }
    expect(readConfig({ SMTP_URL, MAIL_FROM: 'desk@example.com' }).mail).toEqual({
      server: { host: 'mail.example.com', port: 587, secure: false, auth: null },
      from: { name: '', address: 'desk@example.com' },
    });
  });

  it('never tells the mail server’s password', () => {
    for (const SMTP_URL of ['smtp://u:hush@h/x', 'mailto:u:hush@h', 'smtp://u:hush%zz@h', 'smtp://u:hush?@h']) {
      try {
        readConfig({ SMTP_URL, MAIL_FROM: 'a@b' });
        throw new Error(`${SMTP_URL} was taken`);
      } catch (error) {
        expect(String(error)).toMatch(/^ConfigError: SMTP_URL/);
        expect(`${String(error)} ${JSON.stringify((error as Error).cause ?? null)}`).not.toContain('hush');
      }
    }
  });

  it.each(['1', 'loopback', '10.0.0.1', '10.0.0.0/8, fc00::/7'])('takes TRUST_PROXY=%s', (value) => {
    expect(readConfig({ TRUST_PROXY: value }).trustProxy).toBe(value === '1' ? 1 : value);
  });

  it('takes no hops for no proxy', () => {
    expect(readConfig({ TRUST_PROXY: '0' }).trustProxy).toBe(false);
  });
});

describe('doors that stand open', () => {
  const https = { PUBLIC_URL: 'https://desk.example.com' };

  it.each([
    ['a public address without HTTPS', { HOST: '0.0.0.0' }, 'HOST'],
    ['all addresses of IPv6', { HOST: '::' }, 'HOST'],
    ['HTTPS that nobody does', { HOST: '0.0.0.0', ...https }, 'TRUST_PROXY'],
    ['a proxy without HTTPS', { HOST: '0.0.0.0', TRUST_PROXY: '1' }, 'HOST'],
    ['zero hops as a proxy', { HOST: '0.0.0.0', TRUST_PROXY: '0', ...https }, 'TRUST_PROXY'],
    ['a public name without HTTPS', { PUBLIC_URL: 'http://desk.example.com' }, 'PUBLIC_URL'],
    ["a proxy's address as everybody's", https, 'TRUST_PROXY'],
    ['no limits in public', { LIMITS: 'off', HOST: '0.0.0.0', INSECURE: 'yes' }, 'LIMITS'],
    ['no limits behind a proxy', { LIMITS: 'off', TRUST_PROXY: '1', ...https }, 'LIMITS'],
  ])('refuses %s', (_what, environment, name) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: `));
  });

  it.each([
    ['a proxy with TLS', { HOST: '0.0.0.0', TRUST_PROXY: '1', ...https }],
    ['a proxy with TLS on this machine', { TRUST_PROXY: 'loopback', ...https }],
    ['an owner who knows what they do', { HOST: '0.0.0.0', INSECURE: 'yes' }],
    ['another name of this machine', { PUBLIC_URL: 'http://desk.localhost:3000' }],
    ['no limits on this machine', { LIMITS: 'off' }],
  ])('takes %s', (_what, environment) => {
    expect(() => readConfig(environment)).not.toThrow();
  });

  it('knows the addresses of this machine', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.example.com', 'localhost.example.com'].some(isLoopback)).toBe(
      false,
    );
  });
});
