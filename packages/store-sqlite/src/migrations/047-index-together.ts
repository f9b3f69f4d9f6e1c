import type { Migration } from './migration.ts';

/**
 * Triggers that cost an import of many records less.
 *
 * - The indexes of contacts and orders are written by whoever writes many rows, after the last of them: SQLite opens a savepoint for each
 *   statement that has triggers, and at each savepoint FTS5 writes down all that it has gathered. For single rows the triggers stay.
 * - A stage that is worked out next anyway is not written again.
 */
export const indexTogether: Migration = {
  version: 47,
  since: '0.2.0',
  sql: `
    ${follow('contact', ['site', 'name', 'email', 'phone', 'own_id', 'id'])}
    ${follow('shop_order', ['site', 'number', 'email', 'status_text', 'lines'])}

    DROP TRIGGER life_contact_changed;
    DROP TRIGGER life_order_added;
    DROP TRIGGER life_order_changed;
    DROP TRIGGER life_order_removed;
    DROP TRIGGER life_ticket_added;
    DROP TRIGGER life_link_added;
    DROP TRIGGER life_link_changed;
    CREATE TRIGGER life_contact_changed AFTER UPDATE OF customer_since ON contact
      WHEN OLD.customer_since IS NOT NEW.customer_since BEGIN ${again('NEW.key')} END;
    CREATE TRIGGER life_order_added AFTER INSERT ON shop_order WHEN NEW.contact IS NOT NULL BEGIN ${again('NEW.contact')} END;
    CREATE TRIGGER life_order_changed AFTER UPDATE OF contact, placed_at, status ON shop_order
      WHEN OLD.contact IS NOT NEW.contact OR OLD.placed_at <> NEW.placed_at OR OLD.status <> NEW.status BEGIN
      ${again('OLD.contact')} ${again('NEW.contact')} END;
    CREATE TRIGGER life_order_removed AFTER DELETE ON shop_order WHEN OLD.contact IS NOT NULL BEGIN ${again('OLD.contact')} END;
    CREATE TRIGGER life_ticket_added AFTER INSERT ON ticket WHEN NEW.contact IS NOT NULL BEGIN ${again('NEW.contact')} END;
    CREATE TRIGGER life_link_added AFTER INSERT ON visitor_contact BEGIN ${again('NEW.contact')} END;
    CREATE TRIGGER life_link_changed AFTER UPDATE OF contact ON visitor_contact BEGIN
      ${again('OLD.contact')} ${again('NEW.contact')} END;
  `,
};

function again(contact: string): string {
  return `UPDATE life_stage SET due_at = 0 WHERE contact = ${contact} AND due_at <> 0;`;
}

/** Triggers that keep the index of a table with its rows, unless somebody else does. */
function follow(table: string, columns: readonly string[]): string {
  const terms = (row: string) => `search_${table}_terms(${columns.map((column) => `${row}.${column}`).join(', ')})`;
  const indexed = `EXISTS (SELECT 1 FROM search_progress WHERE kind = '${table}' AND OLD.key > low AND OLD.key <= high)`;
  const remove = `INSERT INTO search_${table} (search_${table}, rowid, terms) VALUES ('delete', OLD.key, ${terms('OLD')})`;
  const add = `INSERT INTO search_${table} (rowid, terms) VALUES (NEW.key, ${terms('NEW')})`;
  return `
    DROP TRIGGER search_${table}_added;
    DROP TRIGGER search_${table}_changed;
    DROP TRIGGER search_${table}_removed;
    CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} WHEN search_follows() BEGIN ${add}; END;
    CREATE TRIGGER search_${table}_changed AFTER UPDATE OF ${columns.join(', ')} ON ${table}
      WHEN search_follows() AND ${terms('OLD')} <> ${terms('NEW')} AND ${indexed}
    BEGIN ${remove}; ${add}; END;
    CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} WHEN search_follows() AND ${indexed}
    BEGIN ${remove}; END;`;
}
