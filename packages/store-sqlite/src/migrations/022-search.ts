import type { Migration } from './migration.ts';

/**
 * Words of messages, contacts, tickets and orders (FTS5), of which SQLite keeps nothing but who has them.
 *
 * - The terms are made by functions of our own (search/search-functions.ts), which `openConnection` brings along; whoever
 *   changes these rows through another connection needs them too. Another way of making terms needs a migration that
 *   begins all of it anew: a row is taken out by the terms that it was put in by.
 * - `secure-delete`: what is erased is gone from the index at once, not when its pages are merged one day.
 * - Contacts, tickets and orders are indexed with the write that changes them. Messages are not, as that costs a reply 11
 *   to 20 µs a row: `tendSearch` puts them in later, and until then a search reads them as they are.
 * - In the index are the rows with `low` < key <= `high`. What was there before this step is put in from its end on.
 */
export const search: Migration = {
  version: 22,
  since: '0.2.0',
  sql: `
    CREATE TABLE search_progress (kind TEXT PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO search_progress
      SELECT 'message', coalesce(max(id), 0), coalesce(max(id), 0) FROM event
      UNION ALL SELECT 'contact', coalesce(max(key), 0), 9007199254740991 FROM contact
      UNION ALL SELECT 'ticket', coalesce(max(key), 0), 9007199254740991 FROM ticket
      UNION ALL SELECT 'shop_order', coalesce(max(key), 0), 9007199254740991 FROM shop_order;

    ${['message', 'contact', 'ticket', 'shop_order'].map(index).join('\n')}

    CREATE TRIGGER search_message_changed AFTER UPDATE OF text, type ON event
      WHEN OLD.text IS NOT NULL AND ${indexed('message', 'OLD.id')}
    BEGIN
      ${remove('message', 'OLD.id', messageTerms('OLD'))};
      INSERT INTO search_message (rowid, terms) SELECT NEW.id, ${messageTerms('NEW')}
        WHERE NEW.text IS NOT NULL AND NEW.type IN (0, 1, 2);
    END;
    CREATE TRIGGER search_message_removed AFTER DELETE ON event
      WHEN OLD.text IS NOT NULL AND ${indexed('message', 'OLD.id')}
    BEGIN
      ${remove('message', 'OLD.id', messageTerms('OLD'))};
    END;

    ${follow('contact', ['site', 'name', 'email', 'phone', 'own_id', 'id'])}
    ${follow('ticket', ['site', 'body', 'search'])}
    ${follow('shop_order', ['site', 'number', 'email', 'status_text', 'lines'])}
  `,
};

function index(kind: string): string {
  return `
    CREATE VIRTUAL TABLE search_${kind} USING fts5 (terms, content='', columnsize=0, detail=none, tokenize='ascii');
    INSERT INTO search_${kind} (search_${kind}, rank) VALUES ('secure-delete', 1);`;
}

/** Triggers that keep the index of a table with its rows. */
function follow(table: string, columns: readonly string[]): string {
  const terms = (row: string) => `search_${table}_terms(${columns.map((column) => `${row}.${column}`).join(', ')})`;
  return `
    CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} BEGIN
      INSERT INTO search_${table} (rowid, terms) VALUES (NEW.key, ${terms('NEW')});
    END;
    CREATE TRIGGER search_${table}_changed AFTER UPDATE OF ${columns.join(', ')} ON ${table}
      WHEN ${terms('OLD')} <> ${terms('NEW')} AND ${indexed(table, 'OLD.key')}
    BEGIN
      ${remove(table, 'OLD.key', terms('OLD'))};
      INSERT INTO search_${table} (rowid, terms) VALUES (NEW.key, ${terms('NEW')});
    END;
    CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} WHEN ${indexed(table, 'OLD.key')} BEGIN
      ${remove(table, 'OLD.key', terms('OLD'))};
    END;`;
}

function messageTerms(row: string): string {
  return `search_message_terms(${row}.site, ${row}.text)`;
}

function indexed(kind: string, key: string): string {
  return `EXISTS (SELECT 1 FROM search_progress WHERE kind = '${kind}' AND ${key} > low AND ${key} <= high)`;
}

function remove(kind: string, key: string, terms: string): string {
  return `INSERT INTO search_${kind} (search_${kind}, rowid, terms) VALUES ('delete', ${key}, ${terms})`;
}
