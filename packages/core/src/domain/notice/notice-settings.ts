import type { Locale } from '../locale.ts';

import type { QuietHours } from './quiet-hours.ts';

/** How an account wants to be told. */
export interface NoticeSettings {
  /** Whether mails are wanted. */
  readonly mail: boolean;
  /** Where they go; null: to the account's own address. */
  readonly address: string | null;
  /** The language of mails and pushes; null: the site's. */
  readonly locale: Locale | null;
  /** When neither mails nor pushes come, unless somebody may be in danger or something is urgent; null: never. */
  readonly quiet: QuietHours | null;
}

export const DEFAULT_NOTICE_SETTINGS: NoticeSettings = { mail: true, address: null, locale: null, quiet: null };

/** A browser that takes pushes for an account, as the Push API describes it. */
export interface PushDevice {
  /** Whom to send to: a secret address at the browser's push service. */
  readonly endpoint: string;
  /** The device's public key and its authentication secret, base64url (RFC 8291). */
  readonly p256dh: string;
  readonly auth: string;
  /** What the owner calls it, such as "Firefox on Android". */
  readonly label: string;
  readonly createdAt: number;
  /** The hash of the session by which it asked for pushes; left out or null where that is not known. */
  readonly session?: string | null;
  /** The push that reached it last; null for none yet. */
  readonly lastPush: string | null;
}
