import { eachPersonOnce } from '@solodesk/core';
import type { KnownProblem, Localized, Raiser, ThemeMark, ThemeNews, ThemeStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { VISITOR_MESSAGE } from '../conversations/event-rows.ts';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

interface MarkRow extends Omit<ThemeMark, 'anchor' | 'pinned' | 'fixed'> {
  anchor: string;
  pinned: number;
  fixedAt: number | null;
  fixedEvent: number | null;
}
type NewsRow = Omit<ThemeNews, 'site' | 'text' | 'events'> & { siteKey: number; text: string; events: string };

/** Events that are asked for at a time. */
const AT_A_TIME = 500;

export function createThemeStore(db: Database, group: GroupCommit, sites: SiteKeys): ThemeStore {
  const statements = prepare(db);
  const toNews = ({ siteKey, text, events, ...row }: NewsRow): ThemeNews => ({
    ...row,
    site: sites.idOf(siteKey),
    text: JSON.parse(text) as Localized<string>,
    events: JSON.parse(events) as number[],
  });
  return {
    themeMarks: (site) => reading(() => statements.marks.all(sites.find(site) ?? 0).map(toMark)),
    markTheme: (site, { theme, since, anchor, label }, { name, pinned, mergedInto, fixed }) =>
      group.write(() => {
        const key = sites.make(site);
        statements.make.run(key, theme, since, JSON.stringify(anchor), label);
        if (name !== undefined) statements.name.run(name, key, theme);
        if (pinned !== undefined) statements.pin.run(pinned ? 1 : 0, key, theme);
        if (mergedInto !== undefined) statements.merge.run(mergedInto, key, theme);
        if (fixed !== undefined) statements.fix.run(fixed?.at ?? null, fixed?.event ?? null, key, theme);
      }),
    async raisers(site, remarks) {
      const found: Raiser[] = [];
      // Those of feedback are below zero, and come last.
      const wanted = [...new Set(remarks)].sort((one, other) => other - one);
      for (let at = 0; at < wanted.length; at += AT_A_TIME) {
        const ids = JSON.stringify(wanted.slice(at, at + AT_A_TIME));
        const key = sites.find(site) ?? 0;
        found.push(
          ...(await reading(() => [...statements.raisers.all(ids, key), ...statements.authors.all(ids, key)])),
        );
      }
      return eachPersonOnce(found);
    },

    planThemeNews: (news) =>
      group.write(() => {
        const { site, id, theme, label, text, events, plannedAt, dueAt, state, people } = news;
        const json = [text, events].map((part) => JSON.stringify(part));
        statements.plan.run(sites.make(site), id, theme, label, ...json, plannedAt, dueAt, state, people);
      }),
    themeNews: (site) => reading(() => statements.news.all(sites.find(site) ?? 0).map(toNews)),
    dueThemeNews: (now) => reading(() => statements.due.all(now).map(toNews)),
    takeBackThemeNews: (site, id) =>
      group.write(() => statements.settle.run('taken_back', 0, id, sites.find(site)).changes === 1),
    releaseThemeNews: (problem, waiters) =>
      group.write(() => {
        const { site, id } = problem;
        if (statements.settle.run('told', waiters.length, id, sites.find(site)).changes !== 1) return false;
        const key = addFixed(problem);
        for (const { visitorKey, email, locale, at } of waiters) {
          statements.wait.run(key, visitorKey, email, locale, at);
        }
        return true;
      }),
    themeAlerts: (site) => reading(() => new Map(statements.alerts.raw(true).all(sites.find(site) ?? 0))),
    noteThemeAlerts: (site, themes, day) =>
      group.write(() => {
        for (const theme of themes) statements.alert.run(sites.make(site), theme, day);
      }),
  };

  function addFixed({ site, id, createdAt, text, words, fixedAt, fixedText }: KnownProblem): number | bigint {
    const json = [text, words].map((part) => JSON.stringify(part));
    return statements.problem.run(sites.make(site), id, createdAt, ...json, fixedAt, JSON.stringify(fixedText))
      .lastInsertRowid;
  }
}

function toMark({ anchor, pinned, fixedAt, fixedEvent, ...row }: MarkRow): ThemeMark {
  const fixed = fixedAt === null ? null : { at: fixedAt, event: fixedEvent ?? 0 };
  return { ...row, anchor: JSON.parse(anchor) as number[], pinned: pinned === 1, fixed };
}

function prepare(db: Database) {
  const news = `site AS siteKey, id, theme, label, text, events, planned_at AS plannedAt, due_at AS dueAt, state, people`;
  const change = (column: string) => db.prepare(`UPDATE theme_mark SET ${column} WHERE site = ? AND theme = ?`);
  return {
    marks: db.prepare<[number], MarkRow>(
      `SELECT theme, since, anchor, label, name, pinned, merged_into AS mergedInto, fixed_at AS fixedAt,
         fixed_event AS fixedEvent FROM theme_mark WHERE site = ? ORDER BY key`,
    ),
    make: db.prepare(
      `INSERT INTO theme_mark (site, theme, since, anchor, label) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (site, theme) DO NOTHING`,
    ),
    name: change('name = ?'),
    pin: change('pinned = ?'),
    merge: change('merged_into = ?'),
    fix: change('fixed_at = ?, fixed_event = ?'),
    // Whoever is blocked in one browser is blocked.
    raisers: db.prepare<[string, number], Raiser>(
      `SELECT e.conversation AS visitorKey, c.id AS conversation, p.key AS contact, p.name, p.email, c.locale, e.id AS event, e.at
       FROM json_each(?) AS wanted
       JOIN event e ON e.id = wanted.value AND e.site = ? AND e.type = ${VISITOR_MESSAGE} AND e.text IS NOT NULL
       JOIN conversation c ON c.key = e.conversation
       JOIN visitor v ON v.key = e.conversation AND v.blocked = 'no'
       LEFT JOIN visitor_contact l ON l.visitor = v.key
       LEFT JOIN contact p ON p.key = l.contact
       WHERE NOT EXISTS (
         SELECT 1 FROM visitor_contact o JOIN visitor b ON b.key = o.visitor WHERE o.contact = l.contact AND b.blocked <> 'no')
       ORDER BY e.id DESC`,
    ),
    authors: db.prepare<[string, number], Raiser>(
      `SELECT c.key AS visitorKey, c.id AS conversation, p.key AS contact, p.name, p.email, c.locale, wanted.value AS event, f.at
       FROM json_each(?) AS wanted
       JOIN feedback f ON f.key = -wanted.value AND f.site = ? AND f.email IS NOT NULL
       JOIN contact p ON p.site = f.site AND p.email = f.email AND p.verified = 1
       JOIN conversation c ON c.key = (SELECT max(l.visitor) FROM visitor_contact l JOIN conversation o ON o.key = l.visitor WHERE l.contact = p.key)
       WHERE wanted.value < 0 AND NOT EXISTS (
         SELECT 1 FROM visitor_contact o JOIN visitor b ON b.key = o.visitor WHERE o.contact = p.key AND b.blocked <> 'no')
       ORDER BY f.at DESC, f.key DESC`,
    ),
    plan: db.prepare(
      `INSERT INTO theme_news (site, id, theme, label, text, events, planned_at, due_at, state, people)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    news: db.prepare<[number], NewsRow>(`SELECT ${news} FROM theme_news WHERE site = ? ORDER BY key DESC`),
    due: db.prepare<[number], NewsRow>(
      `SELECT ${news} FROM theme_news WHERE state = 'planned' AND due_at <= ? ORDER BY due_at`,
    ),
    settle: db.prepare(`UPDATE theme_news SET state = ?, people = ? WHERE id = ? AND site = ? AND state = 'planned'`),
    problem: db.prepare(
      `INSERT INTO known_problem (site, id, created_at, text, words, fixed_at, fixed_text) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    wait: db.prepare('INSERT INTO problem_waiter (problem, visitor, email, locale, at) VALUES (?, ?, ?, ?, ?)'),
    alerts: db.prepare<[number], [string, string]>('SELECT theme, day FROM theme_alert WHERE site = ?'),
    alert: db.prepare(
      `INSERT INTO theme_alert (site, theme, day) VALUES (?, ?, ?)
       ON CONFLICT (site, theme) DO UPDATE SET day = excluded.day`,
    ),
  };
}
