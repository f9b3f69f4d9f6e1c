import type { KnownProblem, Localized, ProblemStore, Waiter } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

interface ProblemRow {
  site: number;
  id: string;
  createdAt: number;
  text: string;
  words: string;
  fixedAt: number | null;
  fixedText: string;
}

const COLUMNS = `p.site, p.id, p.created_at AS createdAt, p.text, p.words, p.fixed_at AS fixedAt, p.fixed_text AS fixedText`;

export function createProblemStore(db: Database, group: GroupCommit, sites: SiteKeys): ProblemStore {
  const statements = prepare(db);
  const toProblem = (row: ProblemRow): KnownProblem => ({
    id: row.id,
    site: sites.idOf(row.site),
    createdAt: row.createdAt,
    text: JSON.parse(row.text) as Localized<string>,
    words: JSON.parse(row.words) as string[],
    fixedAt: row.fixedAt,
    fixedText: JSON.parse(row.fixedText) as Localized<string>,
  });
  return {
    addProblem: ({ site, id, createdAt, text, words, fixedAt, fixedText }) =>
      group.write(() => {
        const json = [text, words].map((part) => JSON.stringify(part));
        statements.add.run(sites.make(site), id, createdAt, ...json, fixedAt, JSON.stringify(fixedText));
      }),
    problems: (site, limit) =>
      reading(() =>
        statements.list
          .all(sites.find(site) ?? 0, limit)
          .map(({ waiting, ...row }) => ({ problem: toProblem(row), waiting })),
      ),
    fixProblem: (site, id, { fixedAt, fixedText }) =>
      group.write(() => statements.fix.run(fixedAt, JSON.stringify(fixedText), id, sites.find(site)).changes === 1),
    awaitFix: (site, id, { visitorKey, email, locale, at }) =>
      group.write(() => statements.wait.run(visitorKey, email, locale, at, id, sites.find(site)).changes === 1),
    untoldWaiters: (limit) =>
      reading(() =>
        statements.untold.all(limit).map(({ visitorKey, email, locale, ...row }) => ({
          visitorKey,
          email,
          locale,
          problem: toProblem(row),
        })),
      ),
    markTold: (site, id, visitorKey, at) =>
      group.write(() => void statements.told.run(at, visitorKey, id, sites.find(site))),
  };
}

function prepare(db: Database) {
  return {
    add: db.prepare(`
      INSERT INTO known_problem (site, id, created_at, text, words, fixed_at, fixed_text) VALUES (?, ?, ?, ?, ?, ?, ?)`),
    list: db.prepare<[number, number], ProblemRow & { waiting: number }>(`
      SELECT ${COLUMNS}, (SELECT count(*) FROM problem_waiter WHERE problem = p.key) AS waiting
      FROM known_problem p WHERE p.site = ? ORDER BY p.fixed_at IS NOT NULL, p.key DESC LIMIT ?`),
    fix: db.prepare(
      'UPDATE known_problem SET fixed_at = ?, fixed_text = ? WHERE id = ? AND site = ? AND fixed_at IS NULL',
    ),
    wait: db.prepare(`
      INSERT INTO problem_waiter (problem, visitor, email, locale, at)
      SELECT key, ?, ?, ?, ? FROM known_problem WHERE id = ? AND site = ? AND fixed_at IS NULL
      ON CONFLICT (problem, visitor) DO UPDATE SET email = excluded.email, locale = excluded.locale`),
    // Asked at each sweep. Problems are few; those who wait for one that is not fixed, or were told, may be many.
    untold: db.prepare<[number], ProblemRow & Waiter>(`
      SELECT w.visitor AS visitorKey, w.email, w.locale, ${COLUMNS}
      FROM known_problem p CROSS JOIN problem_waiter w ON w.problem = p.key
      WHERE w.told_at IS NULL AND p.fixed_at IS NOT NULL ORDER BY p.key, w.rowid LIMIT ?`),
    told: db.prepare(`
      UPDATE problem_waiter SET told_at = ? WHERE visitor = ?
        AND problem = (SELECT key FROM known_problem WHERE id = ? AND site = ?)`),
  };
}
