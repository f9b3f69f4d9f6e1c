import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

export interface NoticeSettings {
  mail: boolean;
  /** Null: the account's own. */
  address: string | null;
  /** Null: the site's. */
  locale: Locale | null;
  quiet: QuietHours | null;
}

/** What is told besides somebody who waits. */
export interface NewsSettings {
  alerts: Record<'score' | 'feedback' | 'promise', boolean>;
  /** In the site's zone; null: no digest. */
  digestHour: number | null;
  /** Also when there is nothing to say. */
  digestEmpty: boolean;
  report: boolean;
}

/** Minutes from midnight in the site's zone. */
export interface QuietHours {
  from: number;
  to: number;
}

export interface FailedDelivery {
  site: string;
  key: number;
  kind: 'owner_push' | 'owner_mail' | 'visitor_mail' | 'mail' | 'sms' | 'webhook' | 'action' | 'push';
  attempts: number;
  reason: string;
  at: number;
  conversation: string | null;
}

export interface Notices {
  mail: { server: boolean; from: string | null; on: boolean; address: string | null };
  locale: Locale | null;
  quiet: QuietHours | null;
  news: NewsSettings;
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

/** Of a test mail: what is wrong with the settings, and what the sender's domain says to other mail servers. */
export interface MailTestOutcome extends TestOutcome {
  trouble:
    | 'host_not_found'
    | 'refused'
    | 'timeout'
    | 'tls'
    | 'auth'
    | 'sender_rejected'
    | 'recipient_rejected'
    | 'other'
    | null;
  sender: ({ domain: string } & Record<'spf' | 'dkim' | 'dmarc', 'found' | 'missing' | 'unknown'>) | null;
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
  saveNews: (settings: NewsSettings) => request<object>('notices/news', settings),
  addDevice: (device: PushDevice) => request<object>('notices/devices', device),
  removeDevice: (endpoint: string) => request<object>('notices/devices/remove', { endpoint }),
  testMail: () => request<MailTestOutcome>('notices/test-mail', {}),
  testPush: (endpoint: string) => request<TestOutcome>('notices/test-push', { endpoint }),
  retry: ({ site, key }: FailedDelivery) => request<object>('notices/failures/retry', { site, key }),
  dismiss: ({ site, key }: FailedDelivery) => request<object>('notices/failures/dismiss', { site, key }),
};
