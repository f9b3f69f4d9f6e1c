import { join } from 'node:path';
import type { Carrier, Clock } from '@solodesk/core';
import {
  createCourier,
  createSmtpMailer,
  createWebPush,
  isPushService,
  newVapidKey,
  vapidKeyFrom,
} from '@solodesk/notify';
import type { NoticeCourier } from '@solodesk/notify';
import { readOrCreateSecret } from '../auth/secret-file.ts';
import type { Config } from '../config.ts';

export interface OpenCourier {
  courier: NoticeCourier;
  carrier: Carrier;
  /** What browsers subscribe with, base64url. */
  pushKey: string;
  /** Whether a push subscription's address may be called. */
  isPushService: (endpoint: string) => boolean;
}

/**
 * @param publicUrl where browsers reach the console.
 * @param isAllowed which push services may be called; the known ones, unless a test brings its own.
 */
export function openCourier(config: Config, publicUrl: string, clock: Clock, isAllowed = isPushService): OpenCourier {
  const key = vapidKeyFrom(
    readOrCreateSecret(join(config.dataDir, 'secrets', 'vapid.key'), newVapidKey),
    subject(config, publicUrl),
  );
  const push = createWebPush({ key, now: () => clock.now(), isAllowed });
  const mailer = config.mail && createSmtpMailer(config.mail);
  // Nothing puts anything into the outbox yet.
  const carrier: Carrier = {
    send: async ({ kind }) => ({ kind: 'failed', reason: `nothing sends a ${kind} here`, permanent: true }),
  };
  return { courier: createCourier(mailer, push), carrier, pushKey: key.publicKey, isPushService: isAllowed };
}

/** Push services want somebody to turn to; some refuse what is neither https nor an address. */
function subject({ mail }: Config, publicUrl: string): string {
  if (mail !== null) return `mailto:${mail.from.address}`;
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:desk@${new URL(publicUrl).hostname}`;
}
