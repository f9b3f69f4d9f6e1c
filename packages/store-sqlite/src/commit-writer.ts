import type { Commit, CommitOutcome, Conversation, LogEvent, StoredEvent } from '@solodesk/core';
import { DeskError, copyConversation } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { ClientIds } from './conversations/client-ids.ts';
import { contextText } from './conversations/context-text.ts';
import type { ConversationCache } from './conversations/conversation-cache.ts';
import type { ConversationRow } from './conversations/conversation-rows.ts';
import { toConversation } from './conversations/conversation-rows.ts';
import type { DueJobs } from './jobs/due-jobs.ts';
import { entryColumns, toStoredEvent, typeNumber } from './conversations/event-rows.ts';
import { JobWriter } from './jobs/job-writer.ts';
import { OutboxWriter } from './jobs/outbox-writer.ts';
import { PromiseWriter } from './conversations/promises.ts';
import type { SiteKeys } from './sites.ts';
import { SurveyWriter } from './surveys/survey-writer.ts';
import type { TicketWriter } from './tickets/ticket-writer.ts';
import { UploadWriter } from './uploads.ts';
import { UnansweredWriter } from './conversations/unanswered.ts';

/**
 * Writes one decision inside the group's transaction: the hot path of the desk. Versions are compared and
 * repeats are known before anything is written, so that a refused commit leaves nothing to undo.
 */
export class CommitWriter {
  readonly #cache: ConversationCache;
  readonly #sites: SiteKeys;
  readonly #jobs: JobWriter;
  readonly #outbox: OutboxWriter;
  readonly #tickets: TicketWriter;
  readonly #promises: PromiseWriter;
  readonly #surveys: SurveyWriter;
  readonly #statements;
  readonly #unanswered: UnansweredWriter;
  readonly #uploads: UploadWriter;
  readonly #clientIds: ClientIds;
  /** Of the last event there is, of this transaction or before it. */
  #lastEventId = 0;
  /** The same, when the transaction began. */
  #beganAt = 0;

  constructor(db: Database, cache: ConversationCache, sites: SiteKeys, dueJobs: DueJobs, tickets: TicketWriter) {
    this.#cache = cache;
    this.#sites = sites;
    this.#jobs = new JobWriter(db, dueJobs);
    this.#outbox = new OutboxWriter(db);
    this.#tickets = tickets;
    this.#promises = new PromiseWriter(db);
    this.#surveys = new SurveyWriter(db);
    this.#statements = prepare(db);
    this.#unanswered = new UnansweredWriter(db);
    this.#uploads = new UploadWriter(db);
    this.#clientIds = new ClientIds(db);
  }

  /** At the start of each transaction: event numbers go on from the truth. */
  begin(): void {
    this.#cache.check();
    const last = this.#statements.lastEventId.get() ?? 0;
    // Numbers only rise, also when events are erased: where the last one is our own, nobody else has added any.
    this.#clientIds.begin(last === this.#lastEventId);
    this.#lastEventId = this.#beganAt = last;
  }

  /** Nothing of the transaction is stored. */
  rollback(): void {
    this.#lastEventId = this.#beganAt;
    this.#clientIds.rollback();
  }

  write(commit: Commit): CommitOutcome {
    const { next, expectedVersion } = commit;
    const key = next.visitorKey;
    const current = this.load(key);
    // A repeat is one whatever version it was decided on.
    const repeated = this.#repeated(commit.events, key);
    if (current !== null && repeated !== null) return { kind: 'duplicate', conversation: current, event: repeated };
    if ((current?.version ?? 0) !== expectedVersion) return { kind: 'conflict' };
    if (commit.tickets !== undefined && !this.#tickets.fits(commit.tickets)) return { kind: 'conflict' };
    if (!this.#uploads.fits(key, commit.events)) return { kind: 'conflict' };
    const site = this.#sites.make(next.site);
    if (current === null) this.#insertConversation(next, site);
    const events = commit.events.map((event) => this.#insertEvent(event, key, site));
    this.#uploads.send(key, commit.events);
    const conversation = settle(next, current, commit.events);
    this.#update(conversation, current);
    if (commit.jobs !== undefined) for (const change of commit.jobs) this.#jobs.apply(site, conversation.key, change);
    if (commit.outbox !== undefined) this.#outbox.add(site, commit.outbox);
    if (commit.promises !== undefined) this.#promises.apply(site, conversation.key, commit.promises);
    if (commit.survey !== undefined) this.#surveys.ask(site, commit.survey);
    this.#cache.put(conversation);
    this.#unanswered.write(conversation, site, events);
    if (commit.tickets === undefined) return { kind: 'committed', conversation, events };
    const tickets = commit.tickets.map((change) => this.#tickets.apply(change, conversation.key));
    return { kind: 'committed', conversation, events, tickets };
  }

  /** The conversation as this transaction sees it. */
  load(key: number): Conversation | null {
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const row = this.#statements.select.get(key);
    if (row === undefined) return null;
    const conversation = toConversation(row, this.#sites.idOf(row.site));
    this.#cache.put(conversation);
    return conversation;
  }

  /**
   * What takes the place of an erased conversation in the site's stream of events, inside of a transaction. Its number is a
   * new one, so that consoles hear of it, and so that no number is used twice where the last event was erased.
   * @returns its number.
   */
  leaveTombstone(site: string, conversation: { key: number; id: string; lastSeq: number }, at: number): number {
    const { key, id, lastSeq } = conversation;
    const entry = { type: 'erased' as const, conversation: id };
    const stored = this.#insertEvent({ seq: lastSeq + 1, at, entry }, key, this.#sites.make(site));
    this.#cache.forget(key);
    this.#clientIds.forget(key);
    return stored.id;
  }

  /** The event that is stored already; null when the whole decision is new. */
  #repeated(events: readonly LogEvent[], conversationKey: number): StoredEvent | null {
    const fresh: string[] = [];
    for (const { entry } of events) {
      if (!('clientId' in entry) || entry.clientId === undefined) continue;
      const row = this.#clientIds.find(conversationKey, entry.clientId, typeNumber(entry));
      if (row !== undefined && fresh.length === 0) return toStoredEvent(row);
      // Thrown, the whole group is written anew without this one.
      if (row !== undefined || fresh.includes(entry.clientId))
        throw new Error('one decision may hold one message only');
      fresh.push(entry.clientId);
    }
    return null;
  }

  #insertEvent({ seq, at, entry, reason }: LogEvent, conversationKey: number, site: number): StoredEvent {
    const id = ++this.#lastEventId;
    const { type, text, clientId, extra } = entryColumns(entry);
    const why = reason === undefined ? null : JSON.stringify(reason);
    this.#statements.insertEvent.run(id, site, conversationKey, seq, at, type, text, clientId, extra, why);
    if (clientId !== null) this.#clientIds.add(conversationKey, clientId);
    return reason === undefined
      ? { id, conversationKey, seq, at, entry }
      : { id, conversationKey, seq, at, entry, reason };
  }

  #insertConversation(next: Conversation, site: number): void {
    const { changes } = this.#statements.insert.run(
      site,
      next.id,
      next.createdAt,
      next.state,
      next.waitingSince,
      next.visitorKey,
      site,
    );
    if (changes === 0) throw new DeskError('not_found', 'the site has no such visitor');
  }

  #update(next: Conversation, current: Conversation | null): void {
    const botDue = next.botDue.length === 0 ? '' : next.botDue.join(',');
    this.#statements.update.run(
      next.version,
      next.lastSeq,
      next.lastAt,
      botDue,
      next.unsureStreak,
      next.context === null ? null : contextText(next.context),
      next.ownerName,
      next.lastVisitorAt,
      next.promisedFor,
      next.locale,
      next.timeZone,
      next.preview,
      next.previewFrom,
      next.unread,
      next.key,
    );
    // Nearly no message touches a form.
    if (next.form !== (current?.form ?? null)) {
      this.#statements.updateForm.run(next.form === null ? null : JSON.stringify(next.form), next.key);
    }
    if (next.tickets !== current?.tickets && next.tickets.length + (current?.tickets.length ?? 0) > 0)
      this.#statements.updateTickets.run(next.tickets.join(','), next.key);
    // What the indexes hold is written only where it changed: that spares most commits all work on them.
    if (current === null ? !next.urgent : isPlacedLike(next, current)) return;
    this.#statements.updateIndexed.run(next.state, next.waitingSince, next.urgent ? 1 : 0, next.key);
  }
}

/** Whether both stand at the same place of every list. */
function isPlacedLike(next: Conversation, current: Conversation): boolean {
  return next.state === current.state && next.waitingSince === current.waitingSince && next.urgent === current.urgent;
}

/** What is stored: the decided state, with the key and the watermarks of the store, and what arrived counted as unread. */
function settle(next: Conversation, current: Conversation | null, events: readonly LogEvent[]): Conversation {
  let arrived = 0;
  for (const { entry } of events) if (entry.type === 'visitor_message') arrived++;
  const settled = copyConversation(next);
  settled.key = next.visitorKey;
  settled.unread = (current?.unread ?? 0) + arrived;
  settled.ownerSeenSeq = current?.ownerSeenSeq ?? 0;
  settled.visitorSeenSeq = current?.visitorSeenSeq ?? 0;
  return settled;
}

function prepare(db: Database) {
  return {
    lastEventId: db.prepare<[], number>('SELECT max(id) FROM event').pluck(),
    select: db.prepare<[number], ConversationRow>('SELECT * FROM conversation WHERE key = ?'),
    insert: db.prepare(`
      INSERT INTO conversation (key, site, id, created_at, state, waiting_since, version, last_seq, last_at, bot_due,
        unsure_streak, last_visitor_at, locale, preview, unread, owner_seen_seq, visitor_seen_seq)
      SELECT key, ?, ?, ?, ?, ?, 0, 0, 0, '', 0, 0, locale, '', 0, 0, 0 FROM visitor WHERE key = ? AND site = ?`),
    insertEvent: db.prepare(`
      INSERT INTO event (id, site, conversation, seq, at, type, text, client_id, extra, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: db.prepare(`
      UPDATE conversation SET version = ?, last_seq = ?, last_at = ?, bot_due = ?, unsure_streak = ?, context = ?, owner_name = ?,
        last_visitor_at = ?, promised_for = ?, locale = ?, time_zone = ?, preview = ?, preview_from = ?, unread = ?
      WHERE key = ?`),
    updateForm: db.prepare('UPDATE conversation SET form = ? WHERE key = ?'),
    updateTickets: db.prepare('UPDATE conversation SET tickets = ? WHERE key = ?'),
    updateIndexed: db.prepare('UPDATE conversation SET state = ?, waiting_since = ?, urgent = ? WHERE key = ?'),
  };
}
