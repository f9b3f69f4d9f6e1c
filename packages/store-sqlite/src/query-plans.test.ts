import { afterAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { openSqliteStore } from './sqlite-store.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

const directory = temporaryDirectory();
const file = directory.file('desk.db');
const store = await openSqliteStore({ file, log: silentLog });
await store.close();
const db = new Database(file);

afterAll(() => {
  db.close();
  directory.remove();
});

const OPEN_PROMISE = 'kept_at IS NULL AND broken_at IS NULL AND withdrawn_at IS NULL';
/** What is found is little, and sorted or read through when it is asked for. */
const LITTLE: Record<string, readonly string[]> = {
  'the orders of a person that are searched': ['USE TEMP B-TREE FOR ORDER BY'],
  'appointments of a span': ['USE TEMP B-TREE FOR ORDER BY'],
  'entries that were given up and begin alike': ['USE TEMP B-TREE FOR ORDER BY'],
  'entries that wait and begin alike': ['SCAN job USING INDEX job_due'],
  // An owner writes them by hand.
  'the known problems of a site': ['CORRELATED SCALAR SUBQUERY 1', 'USE TEMP B-TREE FOR ORDER BY'],
  'who waits for what is fixed': ['SCAN p'],
  'who of those that wait has paid': ['SCAN asked VIRTUAL TABLE INDEX 1:', 'CORRELATED SCALAR SUBQUERY 1'],
  'who waits for a problem': ['SCALAR SUBQUERY 1'],
  // The numbers that were asked for.
  'the contacts of visitors': ['SCAN json_each VIRTUAL TABLE INDEX 1:'],
};

/** What the store asks while people chat and while it starts; each must find its rows without reading all of them. */
const QUESTIONS = {
  'the newest of a log': 'SELECT * FROM event WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  'what comes after a place': 'SELECT * FROM event WHERE conversation = ? AND seq > ? AND seq < ? ORDER BY seq LIMIT ?',
  'a repeated client id':
    'SELECT * FROM event WHERE conversation = ? AND client_id = ? AND type = ? ORDER BY seq DESC LIMIT 1',
  'the client ids of a log': 'SELECT client_id FROM event WHERE conversation = ? AND client_id IS NOT NULL',
  'what comes after a cursor': 'SELECT * FROM event WHERE site = ? AND id > ? ORDER BY id LIMIT ?',
  'the cursor of a site': 'SELECT max(id) FROM event WHERE site = ?',
  'what the owner said last':
    'SELECT conversation, seq, at, text FROM event WHERE site = ? AND type = 2 AND text IS NOT NULL ORDER BY id DESC LIMIT ?',
  'the last event': 'SELECT max(id) FROM event',
  'what is open': `SELECT * FROM conversation WHERE site = ? AND state <> 'closed'`,
  'what is closed': `SELECT * FROM conversation WHERE site = ? AND state = 'closed' AND last_at < ? ORDER BY last_at DESC, key DESC LIMIT ?`,
  'who waits':
    'SELECT * FROM conversation WHERE site = ? AND waiting_since IS NOT NULL ORDER BY urgent DESC, waiting_since, key LIMIT ?',
  'what is owed': `SELECT * FROM conversation WHERE state <> 'closed' AND bot_due <> ''`,
  'a conversation by its id': 'SELECT * FROM conversation WHERE id = ?',
  'the unanswered questions': `SELECT * FROM unanswered LEFT JOIN event ON event.conversation = unanswered.conversation AND event.seq = unanswered.seq WHERE unanswered.site = ? AND unanswered.status = ? ORDER BY unanswered.key DESC LIMIT ?`,
  'the searches in vain of a site': `SELECT key FROM unanswered WHERE site = ? AND conversation IS NULL ORDER BY key DESC LIMIT -1 OFFSET ?`,
  'what was offered last': `SELECT max(key) FROM unanswered WHERE conversation = ? AND kind = 'suggested'`,
  'the next job': `SELECT max(due_at, lease_until) FROM job WHERE state = 'due' ORDER BY max(due_at, lease_until) LIMIT 1`,
  'jobs that are due': `SELECT key FROM job WHERE state = 'due' AND max(due_at, lease_until) <= ?`,
  'the job of a conversation': 'SELECT * FROM job WHERE conversation = ? AND kind = ?',
  'an entry of the outbox': 'SELECT * FROM job WHERE site = ? AND kind = ? AND outbox_key = ?',
  'entries that wait and begin alike': `SELECT * FROM job INDEXED BY job_due WHERE site = ? AND kind = ? AND outbox_key >= ? AND outbox_key < ? AND state = 'due'`,
  'entries that were given up and begin alike': `SELECT * FROM job INDEXED BY job_dead WHERE site = ? AND kind = ? AND outbox_key >= ? AND outbox_key < ? AND state = 'dead' AND key < ? ORDER BY key DESC LIMIT ?`,
  'entries that are done': `SELECT key FROM job WHERE state = 'done' AND outbox_key IS NOT NULL AND max(due_at, coalesce(sent_at, 0)) < ? LIMIT ?`,
  'jobs that are held': 'UPDATE job SET lease = NULL, lease_until = 0 WHERE lease IS NOT NULL',
  'jobs that were given up': `SELECT key FROM job WHERE site = ? AND state = 'dead' ORDER BY dead_at DESC, key DESC LIMIT ?`,
  'the tickets that are open': `SELECT * FROM ticket WHERE site = ? AND state IN ('new', 'open') ORDER BY priority DESC, key LIMIT ?`,
  'the tickets that wait': `SELECT * FROM ticket WHERE site = ? AND state = 'waiting' AND priority <= ? AND (priority < ? OR key > ?) ORDER BY priority DESC, key LIMIT ?`,
  'the tickets that are solved': `SELECT * FROM ticket WHERE site = ? AND state IN ('solved', 'closed') ORDER BY updated_at DESC, key DESC LIMIT ?`,
  'all tickets': 'SELECT * FROM ticket WHERE site = ? ORDER BY updated_at DESC, key DESC LIMIT ?',
  'tickets that were settled and hold a word': `SELECT * FROM ticket INDEXED BY ticket_words WHERE site = ? AND state IN ('solved', 'closed') AND instr(search, ?) > 0 ORDER BY updated_at DESC, key DESC LIMIT ?`,
  'how many tickets are open': `SELECT count(*) FROM ticket WHERE site = ? AND state IN ('new', 'open')`,
  'how many tickets are settled': `SELECT count(*) FROM ticket WHERE site = ? AND state IN ('solved', 'closed')`,
  'a ticket by its number': 'SELECT * FROM ticket WHERE site = ? AND number = ?',
  'the tickets of a conversation': 'SELECT * FROM ticket WHERE conversation = ? AND site = ? ORDER BY number',
  'the history of a ticket':
    'SELECT * FROM ticket_event JOIN ticket ON ticket.key = ticket_event.ticket WHERE ticket_event.ticket = ? AND ticket.site = ? ORDER BY ticket_event.key',
  'the tickets to close': `SELECT * FROM ticket WHERE state = 'solved' AND solved_at <= ? ORDER BY solved_at, key LIMIT ?`,
  'the tickets whose priority rises':
    'SELECT * FROM ticket WHERE rescore_at IS NOT NULL AND rescore_at <= ? ORDER BY rescore_at, key LIMIT ?',
  'the devices of an account': 'SELECT * FROM push_device WHERE account = ? ORDER BY created_at',
  'a contact by id': 'SELECT * FROM contact WHERE site = ? AND id = ? ORDER BY verified DESC LIMIT 1',
  'a contact by address': 'SELECT * FROM contact WHERE site = ? AND email = ? AND verified = 1 ORDER BY key LIMIT 1',
  'a contact by number': 'SELECT * FROM contact WHERE site = ? AND phone = ? AND verified = 1 ORDER BY key LIMIT 1',
  'the contact of a visitor': 'SELECT * FROM visitor_contact WHERE visitor = ?',
  'the contacts of visitors': `SELECT visitor, contact.key FROM (SELECT value AS asked FROM json_each(?)) CROSS JOIN visitor_contact ON visitor_contact.visitor = asked CROSS JOIN contact ON contact.key = visitor_contact.contact WHERE contact.site = ?`,
  'the visitors of a contact': 'SELECT visitor FROM visitor_contact WHERE contact = ? ORDER BY visitor DESC LIMIT ?',
  'a page of contacts': 'SELECT * FROM contact WHERE site = ? AND key < ? ORDER BY key DESC LIMIT ?',
  'what contacts are searched for':
    'SELECT key FROM contact WHERE site = ? AND key < ? AND instr(search, ?) > 0 ORDER BY key DESC LIMIT ?',
  'an order by its number': 'SELECT * FROM shop_order WHERE site = ? AND number = ?',
  'the orders of a contact':
    'SELECT * FROM shop_order WHERE contact = ? AND site = ? ORDER BY placed_at DESC, key DESC LIMIT ?',
  'the orders of a person that are searched':
    'SELECT * FROM shop_order WHERE contact = ? AND key < ? AND +site = ? ORDER BY key DESC',
  'a page of orders': 'SELECT * FROM shop_order WHERE site = ? AND key < ? ORDER BY key DESC LIMIT ?',
  'what pages told of a site last':
    'SELECT * FROM tracked INDEXED BY tracked_site CROSS JOIN visitor ON visitor.key = tracked.visitor WHERE tracked.site = ? AND tracked.id < ? ORDER BY tracked.id DESC LIMIT ?',
  'a page of products': 'SELECT * FROM product WHERE site = ? AND id > ? ORDER BY id LIMIT ?',
  'the appointment before': `SELECT ends_at FROM appointment WHERE site = ? AND resource = ? AND state = 'booked' AND starts_at < ? AND key <> ? ORDER BY starts_at DESC LIMIT 1`,
  'appointments of a span': `SELECT * FROM appointment WHERE site = ? AND state = 'booked' AND ends_at > ? AND starts_at < ? ORDER BY starts_at, key`,
  'the appointments of a contact':
    'SELECT * FROM appointment WHERE contact = ? AND site = ? ORDER BY starts_at DESC LIMIT ?',
  'the page views of a timeline':
    'SELECT id FROM tracked INDEXED BY tracked_time WHERE visitor = ? AND at <= ? AND (at < ? OR id < ?) ORDER BY at DESC, id DESC LIMIT ?',
  'the mails of a timeline':
    'SELECT key FROM sent_mail INDEXED BY sent_mail_address WHERE address = ? AND site = ? AND at <= ? AND (at < ? OR key < ?) ORDER BY at DESC, key DESC LIMIT ?',
  'the scores of a timeline':
    'SELECT key FROM survey_request INDEXED BY survey_visitor WHERE visitor = ? AND contact IS NOT ? AND asked_at <= ? ORDER BY asked_at DESC, key DESC LIMIT ?',
  'the tags of a contact': 'SELECT tag FROM contact_tag WHERE contact = ?',
  'the contacts of a tag': 'SELECT contact FROM contact_tag WHERE site = ? AND tag = ?',
  'the batches of a site': 'SELECT * FROM record_batch WHERE site = ? ORDER BY key DESC LIMIT ?',
  'the rows of a batch': 'SELECT * FROM batch_row WHERE batch = ?',
  'an API key by its secret': 'SELECT * FROM api_key WHERE hash = ? AND revoked_at IS NULL',
  'a request that is repeated': 'SELECT * FROM api_request WHERE site = ? AND api_key = ? AND key = ?',
  'answers that are old': 'SELECT site, api_key, key FROM api_request WHERE at <= ? LIMIT ?',
  'the known problems of a site':
    'SELECT key, (SELECT count(*) FROM problem_waiter WHERE problem = p.key) FROM known_problem p WHERE p.site = ? ORDER BY p.fixed_at IS NOT NULL, p.key DESC LIMIT ?',
  'who waits for what is fixed':
    'SELECT * FROM known_problem p CROSS JOIN problem_waiter w ON w.problem = p.key WHERE w.told_at IS NULL AND p.fixed_at IS NOT NULL ORDER BY p.key, w.rowid LIMIT ?',
  'a known problem by its id': 'UPDATE known_problem SET fixed_at = ? WHERE id = ? AND site = ?',
  'who waits for a problem':
    'UPDATE problem_waiter SET told_at = ? WHERE visitor = ? AND problem = (SELECT key FROM known_problem WHERE id = ? AND site = ?)',
  'promises that are overdue': `UPDATE promise SET broken_at = due_at WHERE ${OPEN_PROMISE} AND due_at < ?`,
  'the open promise of a conversation': `UPDATE promise SET kept_at = ? WHERE conversation = ? AND ${OPEN_PROMISE}`,
  'the promises of a span': 'SELECT count(kept_at) FROM promise WHERE site = ? AND made_at >= ? AND made_at < ?',
  'how long answers took last': 'SELECT asked_at FROM reply_time WHERE site = ? ORDER BY key DESC LIMIT ?',
  'tickets that are due': `SELECT * FROM ticket WHERE site = ? AND state IN ('new', 'open') AND due_at IS NOT NULL AND due_at < ? ORDER BY due_at, key LIMIT ?`,
  'what was put away': 'SELECT * FROM queue_mark WHERE site = ? ORDER BY at DESC LIMIT ?',
  'who of those that wait has paid': `SELECT link.visitor FROM json_each(?) asked CROSS JOIN visitor_contact link ON link.visitor = asked.value WHERE EXISTS (SELECT 1 FROM shop_order WHERE contact = link.contact AND site = ? AND total > 0)`,
  'a visitor by token': 'SELECT * FROM visitor WHERE token_hash = ?',
};

describe('an index answers for', () => {
  for (const [name, sql] of Object.entries(QUESTIONS)) {
    it(name, () => {
      const parameters = Array<number>(sql.split('?').length - 1).fill(1);
      const plan = db.prepare<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      for (const { detail } of plan) {
        if (LITTLE[name]?.includes(detail) === true) continue;
        expect(detail).toMatch(/USING (COVERING )?(INDEX|INTEGER PRIMARY KEY|PRIMARY KEY)|^SEARCH event$/);
        expect(detail).not.toMatch(/^SCAN (event|contact|shop_order|product|appointment|tracked)/);
        // A count that leaves its index reads every row.
        if (name.startsWith('how many')) expect(detail).toContain('COVERING INDEX');
        if (name.includes('of a person')) expect(detail).not.toContain('shop_order_site');
      }
    });
  }
});
