import type { Locale, NoticeStore, PushDevice } from '@solodesk/core';
import { DEFAULT_NEWS_SETTINGS, DEFAULT_NOTICE_SETTINGS } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { reading } from '../database/storage-failure.ts';

type Flags = [number, number, number, number, number];

interface NewsRow {
  score: number;
  feedback: number;
  promise: number;
  digest_hour: number | null;
  digest_empty: number;
  report: number;
}

export function createNoticeStore(db: Database, group: GroupCommit): NoticeStore {
  const settings = db.prepare<
    [number],
    { mail: number; address: string | null; locale: Locale | null; quietFrom: number | null; quietTo: number | null }
  >(
    'SELECT mail, address, locale, quiet_from AS quietFrom, quiet_to AS quietTo FROM notice_settings WHERE account = ?',
  );
  const putSettings = db.prepare(`
    INSERT INTO notice_settings (account, mail, address, locale, quiet_from, quiet_to) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (account) DO UPDATE SET mail = excluded.mail, address = excluded.address, locale = excluded.locale,
      quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`);
  const news = db.prepare<[number], NewsRow>('SELECT * FROM news_settings WHERE account = ?');
  const putNews = db.prepare<[number, number, number, number, number | null, number, number]>(
    'INSERT OR REPLACE INTO news_settings VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const devices = db.prepare<[number], PushDevice>(`
    SELECT endpoint, p256dh, auth, label, created_at AS createdAt, session, last_push AS lastPush FROM push_device
    WHERE account = ? ORDER BY created_at, endpoint`);
  const putDevice = db.prepare(`
    INSERT OR REPLACE INTO push_device (endpoint, account, p256dh, auth, label, created_at, session)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const dropOldest = db.prepare(`
    DELETE FROM push_device WHERE endpoint IN (
      SELECT endpoint FROM push_device WHERE account = ? ORDER BY created_at DESC, endpoint DESC LIMIT -1 OFFSET ?)`);
  const remove = db.prepare('DELETE FROM push_device WHERE account = ? AND endpoint = ?');
  const drop = db.prepare('DELETE FROM push_device WHERE endpoint = ?');
  const mark = db.prepare('UPDATE push_device SET last_push = ? WHERE endpoint = ?');

  return {
    noticeSettings: (accountKey) =>
      reading(() => {
        const row = settings.get(accountKey);
        if (row === undefined) return DEFAULT_NOTICE_SETTINGS;
        const { mail, quietFrom: from, quietTo: to, ...rest } = row;
        return { ...rest, mail: mail === 1, quiet: from === null || to === null ? null : { from, to } };
      }),
    putNoticeSettings: (accountKey, { mail, address, locale, quiet }) =>
      group.write(
        () => void putSettings.run(accountKey, mail ? 1 : 0, address, locale, quiet?.from ?? null, quiet?.to ?? null),
      ),
    newsSettings: (accountKey) =>
      reading(() => {
        const row = news.get(accountKey);
        if (row === undefined) return DEFAULT_NEWS_SETTINGS;
        const alerts = { score: row.score === 1, feedback: row.feedback === 1, promise: row.promise === 1 };
        return { alerts, digestHour: row.digest_hour, digestEmpty: row.digest_empty === 1, report: row.report === 1 };
      }),
    putNewsSettings: (accountKey, { alerts: { score, feedback, promise }, digestHour, digestEmpty, report }) =>
      group.write(() => {
        const [a, b, c, empty, weekly] = [score, feedback, promise, digestEmpty, report].map(Number) as Flags;
        putNews.run(accountKey, a, b, c, digestHour, empty, weekly);
      }),
    pushDevices: (accountKey) => reading(() => devices.all(accountKey)),
    putPushDevice: (accountKey, { endpoint, p256dh, auth, label, createdAt, session }, limit) =>
      group.write(() => {
        putDevice.run(endpoint, accountKey, p256dh, auth, label, createdAt, session ?? null);
        dropOldest.run(accountKey, limit);
      }),
    removePushDevice: (accountKey, endpoint) => group.write(() => remove.run(accountKey, endpoint).changes === 1),
    dropPushDevice: (endpoint) => group.write(() => void drop.run(endpoint)),
    markPushed: (endpoint, push) => group.write(() => void mark.run(push, endpoint)),
  };
}
