import { resolve } from 'node:path';
import { allowListFrom, imapServerFrom, mailSenderFrom, smtpServerFrom } from '@solodesk/notify';
import type { AllowList, ImapServer, SmtpServer } from '@solodesk/notify';
import proxyaddr from 'proxy-addr';
import { z } from 'zod';

/** Everything that can be set from outside, by environment variable; each has a row in the README's table. */
export const SETTINGS = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a number from 0 to 65535')
    .default(3000)
    .describe('Port to listen on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  DATA_DIR: z.string().min(1).default('data').describe('Where database, models, secrets and site folders lie'),
  SITES_DIR: z.string().min(1).optional().describe('Folder with one folder a site; by default DATA_DIR/sites'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://desk.example.com' })
    .refine(isOrigin, 'must be a scheme, a host and perhaps a port, without a path')
    .optional()
    .describe('Where browsers reach the server, such as https://desk.example.com'),
  TRUST_PROXY: z
    .string()
    .optional()
    .describe(
      'Whose X-Forwarded headers to believe: a number of hops, or addresses; also says that the proxy does TLS',
    ),
  INSECURE: z.enum(['yes', 'no']).default('no').describe('yes: serve a public address without HTTPS all the same'),
  DEMO: z.enum(['on', 'off']).default('on').describe('off: no demo shop at /, and its site is not copied'),
  LIMITS: z
    .enum(['on', 'off'])
    .default('on')
    .describe('off: no rate limits, for benchmarks; only on a loopback address'),
  SMTP_URL: z
    .string()
    .optional()
    .describe('Mail server, such as smtp://user:password@mail.example.com:587; without it no mails are sent'),
  MAIL_FROM: z.string().optional().describe('Sender of mails, such as Desk <desk@example.com>; needed with SMTP_URL'),
  IMAP_URL: z
    .string()
    .optional()
    .describe(
      'Mailbox that MAIL_FROM leads to, such as imaps://user:password@mail.example.com; answers to mails join their conversation',
    ),
  SMS_WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://sms.example.com/send' })
    .optional()
    .describe('Where text messages are posted to as signed JSON; without it none are sent'),
  SMS_WEBHOOK_SECRET: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('What calls to SMS_WEBHOOK_URL are signed with; needed with it'),
  OUTGOING_ALLOW: z
    .string()
    .optional()
    .describe(
      'Hosts with ports that may be called although they are not public, such as 127.0.0.1:4711, n8n.internal:5678',
    ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('Least severe level to log'),
} as const;

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  sitesDir: string;
  /** Origin under which browsers reach us, without a trailing slash; null: `http://localhost:<port>`. */
  publicUrl: string | null;
  /** As Express wants it: hops, or addresses. */
  trustProxy: number | string | false;
  demo: boolean;
  limits: boolean;
  /** Null: no mails are sent. */
  mail: { server: SmtpServer; from: { name: string; address: string } } | null;
  /** Null: answers to mails are not read. */
  imap: ImapServer | null;
  /** Null: no text messages are sent. */
  sms: { url: string; secret: string } | null;
  /** What may be called although it is not public. */
  outgoingAllow: AllowList;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that stops the start; the message names it and says why. */
export class ConfigError extends Error {
  constructor(setting: string, reason: string, cause?: unknown) {
    super(`${setting}: ${reason}`, { cause });
    this.name = 'ConfigError';
  }
}

/**
 * Reads all settings at once.
 * @throws ConfigError naming the first wrong setting and the reason.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, emptyAsUnset(environment[name])]));
  const parsed = z.object(SETTINGS).safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(String(issue?.path[0] ?? 'settings'), issue?.message ?? 'not valid');
  }
  const settings = parsed.data;
  const config: Config = {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    sitesDir: resolve(settings.SITES_DIR ?? `${settings.DATA_DIR}/sites`),
    publicUrl: settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL).origin,
    trustProxy: trustProxy(settings.TRUST_PROXY),
    demo: settings.DEMO === 'on',
    limits: settings.LIMITS === 'on',
    mail: mail(settings.SMTP_URL, settings.MAIL_FROM),
    imap: imap(settings.IMAP_URL, settings.MAIL_FROM),
    sms: sms(settings.SMS_WEBHOOK_URL, settings.SMS_WEBHOOK_SECRET),
    outgoingAllow: settingFrom('OUTGOING_ALLOW', () => allowListFrom(settings.OUTGOING_ALLOW ?? '')),
    logLevel: settings.LOG_LEVEL,
  };
  refuseOpenDoors(config, settings.INSECURE === 'yes');
  return config;
}

/** @throws ConfigError; never with the address in it, which may carry a password. */
function mail(url: string | undefined, sender: string | undefined): Config['mail'] {
  if (url === undefined && sender === undefined) return null;
  if (url === undefined) throw new ConfigError('SMTP_URL', 'is missing: MAIL_FROM alone sends no mails');
  const server = settingFrom('SMTP_URL', () => smtpServerFrom(url));
  if (sender === undefined) throw new ConfigError('MAIL_FROM', 'is missing: with SMTP_URL, mails need a sender');
  return { server, from: settingFrom('MAIL_FROM', () => mailSenderFrom(sender)) };
}

/** @throws ConfigError; never with the address in it, which may carry a password. */
function imap(url: string | undefined, sender: string | undefined): Config['imap'] {
  if (url === undefined) return null;
  if (sender === undefined)
    throw new ConfigError('IMAP_URL', 'needs SMTP_URL and MAIL_FROM: answers come to mails that were sent');
  return settingFrom('IMAP_URL', () => imapServerFrom(url));
}

function sms(url: string | undefined, secret: string | undefined): Config['sms'] {
  if (url === undefined) return null;
  if (secret === undefined)
    throw new ConfigError('SMS_WEBHOOK_SECRET', 'is missing: calls to SMS_WEBHOOK_URL are signed');
  return { url, secret };
}

function settingFrom<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new ConfigError(name, cause instanceof Error ? cause.message : 'is not valid');
  }
}

/** Passwords and conversations must not cross a public network in the clear by oversight. */
function refuseOpenDoors(config: Config, insecure: boolean): void {
  const { publicUrl } = config;
  const proxied = config.trustProxy !== false;
  const publicHost = publicUrl === null ? null : new URL(publicUrl).hostname;
  const isPublic = !isLoopback(config.host) || (publicHost !== null && !isLoopback(publicHost));
  if (!isPublic) return;
  if (!config.limits) throw new ConfigError('LIMITS', 'off is for benchmarks, and only on a loopback address');
  if (publicUrl?.startsWith('https:')) {
    if (proxied) return;
    throw new ConfigError(
      'TRUST_PROXY',
      'PUBLIC_URL is https, so a proxy does TLS: say how many proxies there are (usually 1) or their addresses. ' +
        "Without it all visitors would share the proxy's address, and with it one rate limit",
    );
  }
  if (insecure) return;
  throw new ConfigError(
    isLoopback(config.host) ? 'PUBLIC_URL' : 'HOST',
    `${isLoopback(config.host) ? publicUrl : config.host} is reachable from outside, and there is no HTTPS. Put a proxy ` +
      'with TLS in front and set TRUST_PROXY and PUBLIC_URL=https://..., or set INSECURE=yes if you know what you are doing',
  );
}

export function isLoopback(host: string): boolean {
  return /^(.+\.)?localhost$/.test(host) || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** @throws ConfigError for what is neither a number of hops nor addresses. */
function trustProxy(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === '0') return false;
  if (/^\d+$/.test(value)) return Number(value);
  try {
    proxyaddr.compile(value.split(',').map((part) => part.trim()));
    return value;
  } catch (cause) {
    throw new ConfigError(
      'TRUST_PROXY',
      `must be a number of hops, or addresses such as 10.0.0.0/8 or loopback`,
      cause,
    );
  }
}

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash, username, password } = new URL(url);
  return pathname === '/' && search + hash + username + password === '';
}

function emptyAsUnset(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
