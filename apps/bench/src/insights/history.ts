import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { seededRandom } from '@solodesk/text-model';

const DAY = 86_400_000;
/** Far above what visitors of the benchmark itself get. */
const FIRST_KEY = 10_000_000;
/** Places of `ENTRY_TYPES`: a message of a visitor, one of the bot, of the owner, a handoff, a takeover, the end. */
const [VISITOR, BOT, OWNER, HANDOFF, TAKEOVER, CLOSED] = [0, 1, 2, 3, 4, 6];

export interface History {
  days: number;
  /** A day. */
  talks: number;
  /** What visitors say, one after the other; nothing that can be read unless told. */
  texts?: readonly string[];
}

/** Writes a history of conversations into a database that no server has open, up to yesterday. @returns how many events */
export function writeHistory(file: string, site: string, { days, talks, texts = [] }: History): number {
  const db = new Database(file);
  const next = seededRandom(11);
  try {
    db.prepare('INSERT OR IGNORE INTO site (id) VALUES (?)').run(site);
    const key = db.prepare<[string], number>('SELECT key FROM site WHERE id = ?').pluck().get(site) ?? 0;
    const insert = db.prepare(
      'INSERT INTO event (site, conversation, seq, at, type, text, client_id, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const start = Date.now() - days * DAY;
    let [conversation, events] = [FIRST_KEY, 0];
    db.transaction(() => {
      for (let day = 0; day < days; day++) {
        for (let n = 0; n < talks; n++) {
          const at = Math.round(start + day * DAY + (n / talks) * DAY);
          const steps: number[] = [VISITOR, BOT, VISITOR, BOT];
          if (next() < 0.3) steps.push(HANDOFF, TAKEOVER, OWNER);
          steps.push(CLOSED);
          conversation++;
          steps.forEach((type, seq) => {
            insert.run(
              key,
              conversation,
              seq + 1,
              at + seq * 1_000,
              type,
              type === VISITOR ? (texts[events % texts.length] ?? null) : null,
              type === VISITOR ? randomUUID() : null,
              '{}',
            );
            events++;
          });
        }
      }
    })();
    return events;
  } finally {
    db.close();
  }
}

/** As if the batch had never run. */
export function forgetResults(file: string): void {
  const db = new Database(file, { timeout: 5_000 });
  try {
    db.exec('DELETE FROM insight_run; DELETE FROM insight_draft; DELETE FROM insight_result');
  } finally {
    db.close();
  }
}
