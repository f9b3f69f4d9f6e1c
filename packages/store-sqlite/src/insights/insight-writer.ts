import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskError } from '@solodesk/core';
import type { InsightDraft, InsightsSaved } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { packBody, unpackRow } from './result-row.ts';
import type { PackedBody, ResultRow } from './result-row.ts';

/** After so long a transaction takes nothing more, so that with its last row and the commit it stays under 20 ms. Milliseconds. */
const ENOUGH_MS = 10;
/** The same in bytes of packed results: what is taken in within that time still has to be written and synced, on a slow disk as well. */
const ENOUGH = 100_000;
/** Of packed results that were written, in bytes: then the log is copied into the database, between two transactions. */
const MUCH = 8_000_000;
/** Between two transactions: whoever waits for the database gets it. Milliseconds. */
const REST_MS = 5;

interface WriterParts {
  readonly group: GroupCommit;
  readonly sites: SiteKeys;
  readonly stopwatch: () => number;
  /** By site, kind and period; of what counts. */
  readonly newest: Statement<[number, string, string], ResultRow>;
  readonly newestVersion: Statement<[number, string, string], number>;
}

type Place = [site: number, kind: string, period: string, version: number];

/** Of a draft, what counts so far. */
interface Known {
  /** 0: nothing. */
  readonly version: number;
  /** What would be written; null where it is the same already. */
  readonly news: PackedBody | null;
}

/** One transaction's part of the results. */
interface Portion {
  /** Of the drafts, the first that is left. */
  readonly next: number;
  readonly saved: number;
  /** Bytes. */
  readonly size: number;
  readonly isLast: boolean;
}

/**
 * Writes what the batch found in transactions of a few milliseconds. What is written before the last of them is kept as a draft, which no reader
 * sees; the last one lets all of it count at once. Drafts that a run left behind when it was broken off are deleted first.
 */
export class InsightWriter {
  readonly #parts: WriterParts;
  readonly #statements;
  readonly #db: Database;
  #sinceCopied = 0;

  constructor(db: Database, parts: WriterParts) {
    this.#db = db;
    this.#parts = parts;
    this.#statements = prepare(db);
  }

  /**
   * Each kind and period of `drafts` once. @param onLast runs in the last transaction
   * @throws DeskError `conflict` where another run took over
   */
  async save(site: string, drafts: readonly InsightDraft[], at: number, onLast: () => void): Promise<InsightsSaved> {
    const before = this.#db.pragma('wal_autocheckpoint', { simple: true }) as number;
    // The commit after which SQLite copies the log takes as long as that, and others wait for this process.
    this.#db.pragma('wal_autocheckpoint = 0');
    try {
      return await this.#save(site, drafts, at, onLast);
    } finally {
      this.#db.pragma(`wal_autocheckpoint = ${before}`);
      this.#copy();
    }
  }

  /** Waits for nobody, and keeps nobody: what another one still reads is copied the next time. */
  #copy(): void {
    if (this.#sinceCopied < MUCH) return;
    this.#sinceCopied = 0;
    this.#db.pragma('wal_checkpoint(PASSIVE)');
  }

  async #save(site: string, drafts: readonly InsightDraft[], at: number, onLast: () => void): Promise<InsightsSaved> {
    const { group, stopwatch } = this.#parts;
    const writer = randomUUID();
    let [next, saved, writes, longestWriteMs] = [0, 0, 0, 0];
    for (;;) {
      let began = 0;
      const [from, drafted] = [next, saved];
      const known = await reading(() => this.#readAhead(site, drafts, from));
      const portion = await group.write(() => {
        began = stopwatch();
        const isOver = () => stopwatch() - began >= ENOUGH_MS;
        const written = this.#write(site, drafts, { writer, from, drafted, at, known, isOver });
        if (written.isLast) onLast();
        return written;
      });
      longestWriteMs = Math.max(longestWriteMs, stopwatch() - began);
      writes++;
      saved += portion.saved;
      this.#sinceCopied += portion.size;
      next = portion.next;
      if (portion.isLast) return { saved, writes, longestWriteMs };
      await pause(REST_MS);
    }
  }

  /** What one transaction may take. Before it, since megabytes are read and packed: meanwhile nobody waits for the database. */
  #readAhead(site: string, drafts: readonly InsightDraft[], from: number): Known[] {
    const key = this.#parts.sites.find(site) ?? 0;
    const known: Known[] = [];
    for (let [at, taken] = [from, 0]; at < drafts.length && taken < ENOUGH; at++) {
      const draft = drafts[at]!;
      const one = this.#compare(key, draft);
      known.push(one);
      taken += sizeOf(one.news);
    }
    return known;
  }

  #compare(site: number, { kind, period, model, body }: InsightDraft): Known {
    const newest = this.#parts.newest.get(site, kind, period);
    const isSame = newest !== undefined && newest.model === model && unpackRow(newest).body === body;
    return { version: newest?.version ?? 0, news: isSame ? null : packBody(body) };
  }

  /**
   * Within a transaction.
   * @param order.drafted how many drafts this writer has made
   * @param order.known of the drafts from `from` on; another run may have written since
   */
  #write(
    site: string,
    drafts: readonly InsightDraft[],
    order: {
      writer: string;
      from: number;
      drafted: number;
      at: number;
      known: readonly Known[];
      isOver: () => boolean;
    },
  ): Portion {
    const { writer, from, drafted, at, known, isOver } = order;
    const key = this.#parts.sites.make(site);
    const { newestVersion } = this.#parts;
    const { count, insert, hide, publish } = this.#statements;
    if (count.get(key, writer) !== drafted) {
      throw new DeskError('conflict', `another run of the insights of "${site}" has begun`);
    }
    if (!this.#deleteLeftovers(key, writer, isOver)) return { next: from, saved: 0, size: 0, isLast: false };
    const written: Place[] = [];
    let [next, size] = [from, 0];
    for (const read of known) {
      const draft = drafts[next++]!;
      const { kind, period, model } = draft;
      const isNews = (newestVersion.get(key, kind, period) ?? 0) !== read.version;
      const { version, news } = isNews ? this.#compare(key, draft) : read;
      if (news !== null) {
        const place: Place = [key, kind, period, version + 1];
        insert.run(...place, model, at, news);
        written.push(place);
        size += sizeOf(news);
      }
      if (isOver()) break;
    }
    const isLast = next === drafts.length;
    if (isLast) publish.run(key, writer);
    else for (const place of written) hide.run(...place, writer);
    return { next, saved: written.length, size, isLast };
  }

  /** @returns false where there may be more */
  #deleteLeftovers(site: number, writer: string, isOver: () => boolean): boolean {
    const { leftovers, forget, unhide } = this.#statements;
    for (const [kind, period, version] of leftovers.all(site, writer)) {
      forget.run(site, kind, period, version);
      unhide.run(site, kind, period, version);
      if (isOver()) return false;
    }
    return true;
  }
}

/** In bytes. */
function sizeOf(body: PackedBody | null): number {
  return body === null ? 0 : Buffer.byteLength(body);
}

function prepare(db: Database) {
  const place = 'site = ? AND kind = ? AND period = ? AND version = ?';
  return {
    insert: db.prepare<[...Place, model: string, madeAt: number, body: PackedBody]>(
      'INSERT INTO insight_result (site, kind, period, version, model, made_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    hide: db.prepare<[...Place, writer: string]>(
      'INSERT INTO insight_draft (site, kind, period, version, writer) VALUES (?, ?, ?, ?, ?)',
    ),
    publish: db.prepare<[number, string]>('DELETE FROM insight_draft WHERE site = ? AND writer = ?'),
    count: db
      .prepare<[number, string], number>('SELECT count(*) FROM insight_draft WHERE site = ? AND writer = ?')
      .pluck(),
    leftovers: db
      .prepare<[number, string], [kind: string, period: string, version: number]>(
        'SELECT kind, period, version FROM insight_draft WHERE site = ? AND writer <> ?',
      )
      .raw(true),
    forget: db.prepare<Place>(`DELETE FROM insight_result WHERE ${place}`),
    unhide: db.prepare<Place>(`DELETE FROM insight_draft WHERE ${place}`),
  };
}
