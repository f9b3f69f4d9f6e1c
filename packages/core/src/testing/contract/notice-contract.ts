import type { PushDevice } from '../../domain/notice/notice-settings.ts';
import type { Contract } from './contract.ts';

const device = (n: number, change: Partial<PushDevice> = {}): PushDevice => ({
  endpoint: `https://push.example/${n}`,
  p256dh: `key ${n}`,
  auth: `secret ${n}`,
  label: 'Firefox',
  createdAt: n,
  lastPush: null,
  session: `session ${n}`,
  ...change,
});

export const noticeContract: Contract = ({ describe, it, expect }, stage) => {
  describe('how an account is told', () => {
    it('is by mail to its own address until it is put otherwise', async () => {
      const { store } = stage();
      expect(await store.noticeSettings(1)).toEqual({ mail: true, address: null, locale: null, quiet: null });
      const quiet = { from: 22 * 60, to: 0 };
      const settings = { mail: false, address: 'desk@shop.example', locale: 'zh' as const, quiet };
      await store.putNoticeSettings(1, settings);
      await store.putNoticeSettings(2, { mail: true, address: null, locale: 'en', quiet: null });
      expect(await store.noticeSettings(1)).toEqual(settings);
      await store.putNoticeSettings(1, { ...settings, mail: true, quiet: null });
      expect(await store.noticeSettings(1)).toEqual({ ...settings, mail: true, quiet: null });
    });
  });

  describe('what an account wants to hear of', () => {
    it('is every alert and no digest until it is put otherwise', async () => {
      const { store } = stage();
      const alerts = { score: true, feedback: true, promise: true };
      const standard = { alerts, digestHour: null, digestEmpty: false, report: false };
      expect(await store.newsSettings(1)).toEqual(standard);
      const wanted = { alerts: { ...alerts, promise: false }, digestHour: 0, digestEmpty: true, report: true };
      await store.putNewsSettings(1, wanted);
      expect(await store.newsSettings(1)).toEqual(wanted);
      expect(await store.newsSettings(2)).toEqual(standard);
      await store.putNewsSettings(1, standard);
      expect(await store.newsSettings(1)).toEqual(standard);
    });
  });

  describe('a device for pushes', () => {
    it('belongs to the account that put it last', async () => {
      const { store } = stage();
      await store.putPushDevice(1, device(1), 5);
      await store.putPushDevice(1, device(2), 5);
      await store.putPushDevice(2, device(1, { label: 'Chrome' }), 5);
      expect(await store.pushDevices(1)).toEqual([device(2)]);
      expect(await store.pushDevices(2)).toEqual([device(1, { label: 'Chrome' })]);
    });

    it('makes the oldest one go when there are too many', async () => {
      const { store } = stage();
      await store.putPushDevice(2, device(9), 1);
      for (const n of [1, 2, 3]) await store.putPushDevice(1, device(n), 2);
      expect((await store.pushDevices(1)).map(({ createdAt }) => createdAt)).toEqual([2, 3]);
      expect(await store.pushDevices(2)).toHaveLength(1);
    });

    it('is removed by its own account, or when its push service says so', async () => {
      const { store } = stage();
      for (const n of [1, 2]) await store.putPushDevice(1, device(n), 5);
      expect(await store.removePushDevice(2, device(1).endpoint)).toBe(false);
      expect(await store.removePushDevice(1, device(1).endpoint)).toBe(true);
      await store.dropPushDevice(device(2).endpoint);
      expect(await store.pushDevices(1)).toEqual([]);
    });

    it('knows the push that reached it last', async () => {
      const { store } = stage();
      await store.putPushDevice(1, device(1), 5);
      await store.markPushed(device(1).endpoint, 'p');
      expect(await store.pushDevices(1)).toEqual([device(1, { lastPush: 'p' })]);
    });
  });
};
