import type { Migration } from './migration.ts';

/**
 * What the owner said of the batch's themes.
 *
 * - `theme_mark` is made with the first word about a theme, and stays: from `since` on the batch holds on to the theme, so that a replay of later
 *   days comes to the same. What is shown can change at any time.
 * - `theme_news` is what everyone who raised a theme is told when it is fixed; when it is due it becomes a known problem.
 * - `theme_alert` is when the owner was last told that a theme doubled.
 */
export const themes: Migration = {
  version: 41,
  since: '0.2.0',
  sql: `
    CREATE TABLE theme_mark (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      theme TEXT NOT NULL,
      since TEXT NOT NULL,
      anchor TEXT NOT NULL,
      label TEXT NOT NULL,
      name TEXT,
      pinned INTEGER NOT NULL DEFAULT 0,
      merged_into TEXT,
      fixed_at INTEGER,
      fixed_event INTEGER
    );
    CREATE UNIQUE INDEX theme_mark_theme ON theme_mark (site, theme);
    CREATE TABLE theme_news (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      theme TEXT NOT NULL,
      label TEXT NOT NULL,
      text TEXT NOT NULL,
      events TEXT NOT NULL,
      planned_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      state TEXT NOT NULL,
      people INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX theme_news_of_site ON theme_news (site);
    CREATE INDEX theme_news_due ON theme_news (due_at) WHERE state = 'planned';
    CREATE TABLE theme_alert (
      site INTEGER NOT NULL,
      theme TEXT NOT NULL,
      day TEXT NOT NULL,
      PRIMARY KEY (site, theme)
    ) WITHOUT ROWID;
  `,
};
