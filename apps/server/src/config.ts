import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything that can be set from outside, by environment variable; the README's table is made of these descriptions. */
export const SETTINGS = {
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port to listen on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  DATA_DIR: z.string().min(1).default('data').describe('Where database, models, secrets and site folders lie'),
  SITES_DIR: z.string().min(1).optional().describe('Folder with one folder a site; by default DATA_DIR/sites'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
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
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that stops the start; the message names it and says why. */
export class ConfigError extends Error {
  constructor(setting: string, reason: string) {
    super(`${setting}: ${reason}`);
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
    logLevel: settings.LOG_LEVEL,
  };
  refuseOpenDoors(config, settings.INSECURE === 'yes');
  return config;
}

/** Passwords and conversations must not cross a public network in the clear by oversight. */
function refuseOpenDoors(config: Config, insecure: boolean): void {
  if (isLoopback(config.host)) return;
  if (!config.limits) throw new ConfigError('LIMITS', 'off is for benchmarks, and only on a loopback address');
  const proxied = config.trustProxy !== false && config.publicUrl?.startsWith('https:') === true;
  if (proxied || insecure) return;
  throw new ConfigError(
    'HOST',
    `${config.host} is reachable from outside, and there is no HTTPS. Put a proxy with TLS in front and set TRUST_PROXY ` +
      'and PUBLIC_URL=https://..., or set INSECURE=yes if you know what you are doing',
  );
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function trustProxy(value: string | undefined): Config['trustProxy'] {
  if (value === undefined) return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}

function emptyAsUnset(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
