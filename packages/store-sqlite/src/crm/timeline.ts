import { compareTimeline, keysBelow, LEFT_BY_OWNER } from '@solodesk/core';
import type { TimelineItem, TimelineKind, TimelinePage, TimelinePlace } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';

interface Parameters {
  site: number;
  /** The contact, a visitor, or an address. */
  of: number | string;
  contact: number;
  at: number;
  below: number;
  limit: number;
}

/** Whose rows a source has: the contact's, each of their visitors', or their address's. */
type Owner = 'contact' | 'visitor' | 'address';

interface Source {
  readonly kind: TimelineKind;
  readonly owner: Owner;
  readonly statement: Statement<[Parameters], TimelineItem>;
}

/**
 * Reads timelines: from each source at most a page by its own index, then the newest of all. The visitors of a contact are
 * asked one by one, because SQLite sorts all of a list's rows where it could take the first of each.
 */
export class TimelineReader {
  readonly #sources: readonly Source[];
  readonly #visitors;
  readonly #contact;

  constructor(db: Database) {
    this.#sources = SOURCES.map(({ kind, owner, columns, from, at, key }) => ({
      kind,
      owner,
      statement: db.prepare<[Parameters], TimelineItem>(`
        SELECT '${kind}' AS kind, ${key} AS key, ${at} AS at, ${columns} FROM ${from}
        AND ${at} <= @at AND (${at} < @at OR ${key} < @below) ORDER BY ${at} DESC, ${key} DESC LIMIT @limit`),
    }));
    this.#visitors = db
      .prepare<[number], number>('SELECT visitor FROM visitor_contact WHERE contact = ? ORDER BY visitor DESC')
      .pluck();
    this.#contact = db.prepare<[number, number], { email: string | null }>(
      'SELECT email FROM contact WHERE key = ? AND site = ?',
    );
  }

  read(site: number, contact: number, { after, limit }: { after?: TimelinePlace; limit: number }): TimelinePage {
    const facts = this.#contact.get(contact, site);
    if (facts === undefined) return { items: [], next: null };
    const owners: Record<Owner, readonly (number | string)[]> = {
      contact: [contact],
      visitor: this.#visitors.all(contact),
      address: facts.email === null ? [] : [facts.email],
    };
    const found = this.#sources.flatMap(({ kind, owner, statement }) =>
      owners[owner].flatMap((of) =>
        readRows(statement, {
          ...{ site, of, contact, limit: limit + 1 },
          at: after?.at ?? Number.MAX_SAFE_INTEGER,
          below: keysBelow(kind, after),
        }),
      ),
    );
    const items = found.sort(compareTimeline).slice(0, limit);
    const last = items.at(-1);
    const next = found.length > limit && last !== undefined ? { kind: last.kind, key: last.key, at: last.at } : null;
    return { items, next };
  }
}

function readRows(statement: Source['statement'], parameters: Parameters): TimelineItem[] {
  return statement
    .all(parameters)
    .map((row) =>
      row.kind === 'appointment' ? { ...row, details: JSON.parse(String(row.details)) as typeof row.details } : row,
    );
}

interface SourceText {
  readonly kind: TimelineKind;
  readonly owner: Owner;
  readonly columns: string;
  /** Table and conditions. */
  readonly from: string;
  readonly at: string;
  readonly key: string;
}

const ticket = `number, iif(json_extract(body, '$.withdrawn') IS NULL, state, 'withdrawn') AS state,
  json_extract(body, '$.subject') AS subject, json_extract(body, '$.level') AS level`;
const score = 'survey, ticket, score, word, answered_at AS answeredAt, skipped_at AS skippedAt';

const SOURCES: readonly SourceText[] = [
  {
    ...{ kind: 'conversation', owner: 'visitor', columns: 'id, state, preview', at: 'last_at', key: 'key' },
    from: 'conversation WHERE key = @of AND site = @site',
  },
  {
    ...{ kind: 'ticket', owner: 'contact', columns: ticket, at: 'created_at', key: 'key' },
    from: 'ticket INDEXED BY ticket_contact WHERE contact = @of AND site = @site',
  },
  {
    // What was asked for in their browser before it was known whose it is.
    ...{ kind: 'ticket', owner: 'visitor', columns: ticket, at: 'created_at', key: 'key' },
    from: 'ticket INDEXED BY ticket_conversation WHERE conversation = @of AND contact IS NOT @contact AND site = @site',
  },
  {
    ...{ kind: 'order', owner: 'contact', at: 'placed_at', key: 'key' },
    columns: 'number, status, status_text AS statusText, total, currency',
    from: 'shop_order INDEXED BY shop_order_contact WHERE contact = @of AND site = @site',
  },
  {
    ...{ kind: 'appointment', owner: 'contact', at: 'starts_at', key: 'key' },
    columns: 'service, resource, ends_at AS endsAt, state, details',
    from: 'appointment INDEXED BY appointment_contact WHERE contact = @of AND site = @site',
  },
  {
    ...{ kind: 'score', owner: 'contact', columns: score, at: 'asked_at', key: 'key' },
    from: `survey_request INDEXED BY survey_contact WHERE contact = @of AND site = @site AND survey <> '${LEFT_BY_OWNER}'`,
  },
  {
    ...{ kind: 'score', owner: 'visitor', columns: score, at: 'asked_at', key: 'key' },
    from: 'survey_request INDEXED BY survey_visitor WHERE visitor = @of AND contact IS NOT @contact AND site = @site',
  },
  {
    ...{ kind: 'mail', owner: 'address', columns: 'address, about', at: 'at', key: 'key' },
    from: 'sent_mail INDEXED BY sent_mail_address WHERE address = @of AND site = @site',
  },
  {
    ...{ kind: 'page', owner: 'visitor', columns: 'name, page', at: 'at', key: 'id' },
    from: 'tracked INDEXED BY tracked_time WHERE visitor = @of AND @site > 0',
  },
];
