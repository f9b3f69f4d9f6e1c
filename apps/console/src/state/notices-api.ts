import { request } from './api.ts';
import type { Locale } from './wire-types.ts';

export interface NoticeSettings {
  mail: boolean;
  /** Null: the account's own. */
  address: string | null;
  /** Null: the site's. */
  locale: Locale | null;
}

export interface FailedDelivery {
  site: string;
  key: number;
  kind: 'owner_push' | 'owner_mail' | 'mail' | 'sms' | 'webhook';
  attempts: number;
  reason: string;
  at: number;
  conversation: string | null;
}

export interface Notices {
  mail: { server: boolean; from: string | null; on: boolean; address: string | null };
  locale: Locale | null;
  /** What browsers subscribe with, base64url. */
  pushKey: string;
  devices: { endpoint: string; label: string; createdAt: number }[];
  failures: FailedDelivery[];
}

/** `delivered` means that the next server took it: more cannot be known. */
export interface TestOutcome {
  outcome: 'delivered' | 'gone' | 'failed';
  reason: string | null;
}

export interface PushDevice {
  endpoint: string;
  p256dh: string;
  auth: string;
  label: string;
}

export const noticesApi = {
  read: () => request<Notices>('notices'),
  save: (settings: NoticeSettings) => request<object>('notices', settings),
  addDevice: (device: PushDevice) => request<object>('notices/devices', device),
  removeDevice: (endpoint: string) => request<object>('notices/devices/remove', { endpoint }),
  testMail: () => request<TestOutcome>('notices/test-mail', {}),
  testPush: (endpoint: string) => request<TestOutcome>('notices/test-push', { endpoint }),
  retry: ({ site, key }: FailedDelivery) => request<object>('notices/failures/retry', { site, key }),
  dismiss: ({ site, key }: FailedDelivery) => request<object>('notices/failures/dismiss', { site, key }),
};
