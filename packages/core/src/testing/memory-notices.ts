import { DEFAULT_NOTICE_SETTINGS } from '../domain/notice/notice-settings.ts';
import { DEFAULT_NEWS_SETTINGS } from '../domain/notice/news-settings.ts';
import type { NewsSettings } from '../domain/notice/news-settings.ts';
import type { NoticeSettings, PushDevice } from '../domain/notice/notice-settings.ts';
import type { NoticeStore } from '../ports/notice-store.ts';

export function createMemoryNotices(): NoticeStore {
  const settings = new Map<number, NoticeSettings>();
  const news = new Map<number, NewsSettings>();
  const devices = new Map<string, { accountKey: number; device: PushDevice }>();
  const ofAccount = (accountKey: number) =>
    [...devices.values()]
      .filter((owned) => owned.accountKey === accountKey)
      .map(({ device }) => device)
      .sort((a, b) => a.createdAt - b.createdAt);

  return {
    noticeSettings: async (accountKey) => settings.get(accountKey) ?? DEFAULT_NOTICE_SETTINGS,
    async putNoticeSettings(accountKey, chosen) {
      settings.set(accountKey, chosen);
    },
    newsSettings: async (accountKey) => news.get(accountKey) ?? DEFAULT_NEWS_SETTINGS,
    async putNewsSettings(accountKey, chosen) {
      news.set(accountKey, chosen);
    },
    pushDevices: async (accountKey) => ofAccount(accountKey),
    async putPushDevice(accountKey, device, limit) {
      devices.set(device.endpoint, { accountKey, device: { ...device, lastPush: null } });
      for (const { endpoint } of ofAccount(accountKey).slice(0, -limit)) devices.delete(endpoint);
    },
    async removePushDevice(accountKey, endpoint) {
      return devices.get(endpoint)?.accountKey === accountKey && devices.delete(endpoint);
    },
    async dropPushDevice(endpoint) {
      devices.delete(endpoint);
    },
    async markPushed(endpoint, push) {
      const owned = devices.get(endpoint);
      if (owned !== undefined) owned.device = { ...owned.device, lastPush: push };
    },
  };
}
