import type { Conversation, ConversationStore, InboxRow } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { CommitWriter } from '../commit-writer.ts';
import type { ConversationCache } from './conversation-cache.ts';
import type { ConversationRow } from './conversation-rows.ts';
import { toConversation } from './conversation-rows.ts';
import { createEventReader } from './event-reader.ts';
import { VISITOR_MESSAGE } from './event-rows.ts';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { VISITOR_COLUMNS, toVisitor } from '../visitors/visitor-rows.ts';
import type { VisitorRow } from '../visitors/visitor-rows.ts';

export function createConversationStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  cache: ConversationCache,
  writer: CommitWriter,
): ConversationStore {
  const statements = prepare(db);
  const toOwn = (row: ConversationRow) => toConversation(row, sites.idOf(row.site));
  const toInboxRow = (row: ConversationRow): InboxRow[] => {
    const visitor = statements.visitor.get(row.key);
    const conversation = toOwn(row);
    return visitor === undefined ? [] : [{ conversation, visitor: toVisitor(visitor, conversation.site) }];
  };

  const page = (site: number, filter: 'open' | 'closed', before: number, limit: number): ConversationRow[] => {
    const rows = statements[filter].all(site, before, limit);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return rows;
    // The next page begins before this moment: who shares it belongs to this one.
    return [...rows, ...statements[`${filter}Ties`].all(site, last.last_at, last.key)];
  };

  return {
    ...createEventReader(db, sites),

    findConversationOfVisitor: (site, visitorKey) =>
      reading(() => {
        const conversation = cache.recent(visitorKey) ?? writer.load(visitorKey);
        return conversation?.site === site ? conversation : null;
      }),

    findConversation: (site, id) =>
      reading(() => {
        const row = statements.byId.get(id);
        return row === undefined || row.site !== sites.find(site) ? null : (toInboxRow(row)[0] ?? null);
      }),

    commit: (commit) => group.write(() => writer.write(commit)),

    inbox: (site, { filter, before, limit }) =>
      reading(() => {
        const key = sites.find(site);
        if (key === null) return [];
        const rows =
          filter === 'waiting'
            ? statements.waiting.all(key, limit)
            : page(key, filter, before ?? Number.MAX_SAFE_INTEGER, limit);
        return rows.flatMap(toInboxRow);
      }),

    countWaiting: (site) => reading(() => statements.countWaiting.get(sites.find(site) ?? 0) ?? 0),

    rows: (site, conversationKeys) =>
      reading(() =>
        [...new Set(conversationKeys)].flatMap((key) => {
          const row = statements.byKey.get(key);
          return row === undefined || row.site !== sites.find(site) ? [] : toInboxRow(row);
        }),
      ),

    markSeen: (conversationKey, side, seq) =>
      group.write(() => {
        const current = writer.load(conversationKey);
        if (current === null) return null;
        const seen = Math.min(seq, current.lastSeq);
        const changed = side === 'owner' ? seenByOwner(current, seen) : seenByVisitor(current, seen);
        if (changed !== current) cache.put(changed);
        return changed;
      }),

    owed: () => reading(() => statements.owed.all().map(toOwn)),
    open: (site) => reading(() => statements.allOpen.all(sites.find(site) ?? 0).map(toOwn)),
  };

  function seenByOwner(current: Conversation, seq: number): Conversation {
    if (seq <= current.ownerSeenSeq) return current;
    const unread = statements.countUnread.get(current.key, seq) ?? 0;
    statements.ownerSeen.run(seq, unread, current.key);
    return { ...current, ownerSeenSeq: seq, unread };
  }

  function seenByVisitor(current: Conversation, seq: number): Conversation {
    if (seq <= current.visitorSeenSeq) return current;
    statements.visitorSeen.run(seq, current.key);
    return { ...current, visitorSeenSeq: seq };
  }
}

function prepare(db: Database) {
  const select = (rest: string) => `SELECT * FROM conversation WHERE ${rest}`;
  const newest = 'ORDER BY last_at DESC, key DESC';
  type Row = ConversationRow;
  return {
    visitor: db.prepare<[number], VisitorRow>(`SELECT ${VISITOR_COLUMNS} FROM visitor WHERE key = ?`),
    byId: db.prepare<[string], Row>(select('id = ?')),
    byKey: db.prepare<[number], Row>(select('key = ?')),
    open: db.prepare<[number, number, number], Row>(
      select(`site = ? AND state <> 'closed' AND last_at < ? ${newest} LIMIT ?`),
    ),
    openTies: db.prepare<[number, number, number], Row>(
      select(`site = ? AND state <> 'closed' AND last_at = ? AND key < ? ${newest}`),
    ),
    closed: db.prepare<[number, number, number], Row>(
      select(`site = ? AND state = 'closed' AND last_at < ? ${newest} LIMIT ?`),
    ),
    closedTies: db.prepare<[number, number, number], Row>(
      select(`site = ? AND state = 'closed' AND last_at = ? AND key < ? ${newest}`),
    ),
    waiting: db.prepare<[number, number], Row>(
      select('site = ? AND waiting_since IS NOT NULL ORDER BY urgent DESC, waiting_since, key LIMIT ?'),
    ),
    countWaiting: db
      .prepare<[number], number>('SELECT count(*) FROM conversation WHERE site = ? AND waiting_since IS NOT NULL')
      .pluck(),
    countUnread: db
      .prepare<[number, number], number>(
        `SELECT count(*) FROM event WHERE conversation = ? AND seq > ? AND type = ${VISITOR_MESSAGE}`,
      )
      .pluck(),
    ownerSeen: db.prepare('UPDATE conversation SET owner_seen_seq = ?, unread = ? WHERE key = ?'),
    visitorSeen: db.prepare('UPDATE conversation SET visitor_seen_seq = ? WHERE key = ?'),
    // Only an open conversation can owe: the partial index of those is all that is read.
    owed: db.prepare<[], Row>(select(`state <> 'closed' AND bot_due <> ''`)),
    allOpen: db.prepare<[number], Row>(select(`site = ? AND state <> 'closed'`)),
  };
}
