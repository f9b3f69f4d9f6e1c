import { join } from 'node:path';
import type { ActionCaller, Carrier, Clock, FileStore, Mailer, Sites } from '@solodesk/core';
import {
  RecentDeliveries,
  WebhookBook,
  createActionCaller,
  createCarrier,
  createCourier,
  createSafeFetch,
  createSmtpMailer,
  createWebPush,
  isPushService,
  neverCalled,
  newVapidKey,
  vapidKeyFrom,
} from '@solodesk/notify';
import type { NoticeCourier, SafeFetch } from '@solodesk/notify';
import type { SiteSecrets } from '../auth/site-secrets.ts';
import { readOrCreateSecret } from '../auth/secret-file.ts';
import type { Config } from '../config.ts';
import type { FileLinks } from '../files/file-links.ts';
import { onAccent } from '../http/accent.ts';
import { replySecret } from './reply-secret.ts';

export interface OpenCourier {
  courier: NoticeCourier;
  carrier: Carrier;
  /** Asks the systems of owners. */
  caller: ActionCaller;
  /** What browsers subscribe with, base64url. */
  pushKey: string;
  /** Whether a push subscription's address may be called. */
  isPushService: (endpoint: string) => boolean;
  webhooks: WebhookBook;
  deliveries: RecentDeliveries;
  /** Calls addresses that somebody typed in. */
  fetch: SafeFetch;
  /** Why such an address is never called, as far as it tells itself; null where nothing speaks against it. */
  neverCalled: (url: URL) => string | null;
}

export interface OpenCourierOptions {
  config: Config;
  /** Where browsers reach the console. */
  publicUrl: string;
  clock: Clock;
  sites: Sites;
  secrets: SiteSecrets;
  files: Pick<FileStore, 'readFile'>;
  fileLinks: Pick<FileLinks, 'link'>;
  /** Which push services may be called; the known ones, unless a test brings its own. */
  isAllowed?: ((endpoint: string) => boolean) | undefined;
  /** Certificates that calls to addresses outside trust in place of the system's, PEM; only for tests. */
  outgoingCa?: string | undefined;
}

/** Everything that carries words out of the house. */
export function openCourier(options: OpenCourierOptions): OpenCourier {
  const { config, publicUrl, clock, sites, secrets, files, fileLinks, isAllowed = isPushService, outgoingCa } = options;
  const key = vapidKeyFrom(
    readOrCreateSecret(join(config.dataDir, 'secrets', 'vapid.key'), newVapidKey),
    subject(config, publicUrl),
  );
  const now = () => clock.now();
  const push = createWebPush({ key, now, isAllowed });
  const mailer = config.mail && createSmtpMailer(config.mail);
  const fetch = createSafeFetch({ allow: config.outgoingAllow, ...(outgoingCa !== undefined && { ca: outgoingCa }) });
  const webhooks = new WebhookBook(config.dataDir, now);
  const deliveries = new RecentDeliveries();
  const carrier = createCarrier({
    ...{ mailer, sms: config.sms, webhooks, deliveries, fetch, now },
    readFile: (site, id) => files.readFile(site, id),
    linkToFile: (site, file) => fileLinks.link({ site, file }, now()),
    replySecret: config.imap === null ? null : replySecret(config.dataDir),
    brandOf: (id) => {
      const site = sites.get(id);
      return site && { name: site.name, accent: site.colors.accent, onAccent: onAccent(site.colors.accent) };
    },
  });
  return {
    courier: createCourier(mailer, push),
    carrier,
    caller: createActionCaller({ fetch, now, secretOf: (site, name) => secrets.actionSecret(site, name) }),
    pushKey: key.publicKey,
    isPushService: isAllowed,
    webhooks,
    deliveries,
    fetch,
    neverCalled: (url) => neverCalled(url, config.outgoingAllow)?.message ?? null,
  };
}

/** What may be promised to people who leave. */
export function mailerOf({ mail, sms }: Config): Mailer {
  return { available: mail !== null, sms: sms !== null };
}

/** Push services want somebody to turn to; some refuse what is neither https nor an address. */
function subject({ mail }: Config, publicUrl: string): string {
  if (mail !== null) return `mailto:${mail.from.address}`;
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:desk@${new URL(publicUrl).hostname}`;
}
