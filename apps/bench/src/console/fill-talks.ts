import type { Database } from 'better-sqlite3';
import { between, pick, seededUuid } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import { answer, question } from './desk-words.ts';

const DAY = 86_400_000;
/** Places of `ENTRY_TYPES`: a visitor's message, and one of the bot. */
const [VISITOR, BOT] = [0, 1];
/** Messages of a regular customer's conversation; the others share what is left. */
export const REGULAR_MESSAGES = 500;
const REGULAR_VIEWS = 300;
/** Page views of anybody else. */
const VIEWS = 2;
/** The last conversations: open with the bot, and waiting for the owner. One person has no more at hand, however long the history is. */
const [OPEN, WAITING] = [400, 200];

export interface TalksToFill {
  db: Database;
  site: string;
  random: Random;
  now: number;
  messages: number;
  /** Keys of the contacts; each has a browser with one conversation. */
  customers: number;
  regulars: readonly number[];
}

/**
 * Writes visitors, conversations, their messages, page views, mails, scores and unanswered questions straight into the file: a million
 * commits of the product's own would take an hour. Conversations come in the order of their moments, as they do in life.
 */
export function fillTalks(fill: TalksToFill): void {
  const { db, site, random, now, messages, customers, regulars } = fill;
  const siteKey = db.prepare<[string], number>('SELECT key FROM site WHERE id = ?').pluck().get(site);
  if (siteKey === undefined) throw new Error(`nothing was ever stored for ${site}`);
  const write = writers(db, siteKey, random);
  const isRegular = new Set(regulars);
  const ordinary = (messages - regulars.length * REGULAR_MESSAGES) / (customers - regulars.length);
  const order = shuffled(random, customers);
  let owed = 0;
  order.forEach((customer, place) => {
    const locale = customer % 5 === 0 ? 'zh' : 'en';
    owed += isRegular.has(customer) ? REGULAR_MESSAGES : ordinary;
    const length = Math.floor(owed);
    owed -= length;
    const left = customers - place;
    const state = left <= WAITING ? 'waiting' : left <= WAITING + OPEN ? 'bot' : 'closed';
    // The closed ones over two years, the newest last; the open ones within a day.
    const age = state === 'closed' ? DAY + (left / customers) * 700 * DAY : between(random, 1, DAY);
    const began = Math.round(now - age - length * 1_000);
    const visitor = write.visitor({ locale, began, contact: customer + 1 });
    const preview = write.events({ visitor, length, began, locale });
    write.conversation({ visitor, state, length, began, locale, preview });
    write.beside({ visitor, contact: customer + 1, views: isRegular.has(customer) ? REGULAR_VIEWS : VIEWS, began });
  });
}

function shuffled(random: Random, length: number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = between(random, 0, last);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

type Locale = 'en' | 'zh';

function writers(db: Database, site: number, random: Random) {
  const visitor = db.prepare(`
    INSERT INTO visitor (site, id, token_hash, created_at, locale, verified, claims, blocked)
    VALUES (?, ?, ?, ?, ?, 1, '{}', 'no')`);
  const link = db.prepare('INSERT INTO visitor_contact (visitor, contact) VALUES (?, ?)');
  const conversation = db.prepare(`
    INSERT INTO conversation (key, site, id, created_at, version, state, last_seq, last_at, bot_due, unsure_streak,
      waiting_since, promised_for, last_visitor_at, locale, preview, preview_from, unread, owner_seen_seq,
      visitor_seen_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, ?, ?, ?, ?, 'visitor', ?, ?, ?)`);
  const event = db.prepare(`
    INSERT INTO event (site, conversation, seq, at, type, text, client_id, extra, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const view = db.prepare(
    `INSERT INTO tracked (visitor, client_id, name, props, at, page, site) VALUES (?, ?, 'page_view', '{}', ?, ?, ${site})`,
  );
  const mail = db.prepare(
    'INSERT INTO sent_mail (site, address, at, about) SELECT ?, email, ?, ? FROM contact WHERE key = ?',
  );
  const score = db.prepare(`
    INSERT INTO survey_request (site, id, survey, visitor, contact, locale, asked_at, first_answered_at, answered_at, score)
    VALUES (?, ?, 'after-chat', ?, ?, 'en', ?, ?, ?, ?)`);
  const unsure = db.prepare(`
    INSERT INTO unanswered (site, conversation, seq, locale, kind, guesses, status) VALUES (?, ?, 1, ?, 'unsure', '[]', ?)`);
  const reason = JSON.stringify({ kind: 'answered', guesses: [{ intent: 'delivery.time', confidence: 0.97 }] });

  return {
    visitor({ locale, began, contact }: { locale: Locale; began: number; contact: number }): number {
      const { lastInsertRowid } = visitor.run(site, seededUuid(random), `filled-${seededUuid(random)}`, began, locale);
      link.run(lastInsertRowid, contact);
      return Number(lastInsertRowid);
    },
    /** Visitor and bot in turn. Returns the visitor's last words. */
    events({ visitor, length, began, locale }: { visitor: number; length: number; began: number; locale: Locale }) {
      let said = '';
      for (let seq = 1; seq <= length; seq++) {
        const at = began + seq * 1_000;
        if (seq % 2 === 1) {
          said = question(random, locale);
          event.run(site, visitor, seq, at, VISITOR, said, seededUuid(random), null, null);
        } else event.run(site, visitor, seq, at, BOT, answer(random), null, `{"replyTo":${seq - 1}}`, reason);
      }
      return said;
    },
    conversation(row: {
      visitor: number;
      state: string;
      length: number;
      began: number;
      locale: Locale;
      preview: string;
    }) {
      const { visitor: key, state, length, began, locale, preview } = row;
      const [ended, isOpen, waits] = [began + length * 1_000, state !== 'closed', state === 'waiting'];
      const seen = isOpen ? Math.max(0, length - 2) : length;
      // Who waits was told until when, so that the server owes nobody a word.
      const promise = waits ? [ended, ended + 3 * DAY] : [null, null];
      conversation.run(
        ...[key, site, seededUuid(random), began, length, state, length, ended, ...promise, ended],
        ...[locale, preview.slice(0, 100), isOpen ? 1 : 0, seen, seen],
      );
    },
    beside({
      visitor: key,
      contact,
      views,
      began,
    }: {
      visitor: number;
      contact: number;
      views: number;
      began: number;
    }) {
      for (let each = 0; each < views; each++) {
        view.run(key, seededUuid(random), began - each * 60_000, `https://shop.example/products/${each}`);
      }
      if (random() < 0.5) mail.run(site, began + DAY, 'ticket_answer', contact);
      if (random() < 0.3) {
        const at = began + 3_600_000;
        score.run(site, seededUuid(random), key, contact, at, at, at, between(random, 1, 10));
      }
      if (random() < 0.05) unsure.run(site, key, 'en', pick(random, ['open', 'ignored', 'ignored']));
    },
  };
}
