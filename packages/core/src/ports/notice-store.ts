import type { NewsSettings } from '../domain/notice/news-settings.ts';
import type { NoticeSettings, PushDevice } from '../domain/notice/notice-settings.ts';

/** How people at the desk are reached when they are not at it. */
export interface NoticeStore {
  /** The defaults (mail to the account's address) until something is put. */
  noticeSettings(accountKey: number): Promise<NoticeSettings>;
  putNoticeSettings(accountKey: number, settings: NoticeSettings): Promise<void>;

  /** The defaults until something is put. */
  newsSettings(accountKey: number): Promise<NewsSettings>;
  putNewsSettings(accountKey: number, settings: NewsSettings): Promise<void>;
  pushDevices(accountKey: number): Promise<PushDevice[]>;
  /** Adds a device, or renews it by its endpoint, whoever had it before. Beyond `limit` the account's oldest ones go. */
  putPushDevice(accountKey: number, device: PushDevice, limit: number): Promise<void>;
  /** False when the account has no such device. */
  removePushDevice(accountKey: number, endpoint: string): Promise<boolean>;
  /** The push service says that it is gone. */
  dropPushDevice(endpoint: string): Promise<void>;
  /** Remembers which push reached a device, so that a repeated attempt leaves it in peace. */
  markPushed(endpoint: string, push: string): Promise<void>;
}
