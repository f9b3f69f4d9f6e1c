import type { Migration } from './migration.ts';

const again = (contact: string) => `UPDATE life_stage SET due_at = 0 WHERE contact = ${contact};`;

/**
 * Where each contact stands as a customer, who moved, what was sent because of it, and who is kept out.
 *
 * - `due_at` is when the stage is worked out next: 0 after something happened, by triggers, because imports are other
 *   processes. A message is no such moment: it costs nothing here, and a talk counts when its person is known.
 * - `stage` is NULL until it was worked out for the first time.
 * - `due_at` is -1 after the rules changed: who moves by that alone is no news (`by_rules`).
 * - `delivery` holds orders that came: `seen_at` is NULL until the server, which knows what time it is, looked.
 * - `life_mail` has a row for each message that went out. `about` is an order, or 0. Its token is a hash.
 */
export const lifeCycle: Migration = {
  version: 40,
  since: '0.2.0',
  sql: `
    CREATE TABLE life_stage (
      contact INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      stage TEXT,
      since INTEGER NOT NULL DEFAULT 0,
      due_at INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX life_stage_due ON life_stage (site, due_at);
    CREATE INDEX life_stage_stage ON life_stage (site, stage, contact);
    CREATE TABLE life_move (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      contact INTEGER NOT NULL,
      at INTEGER NOT NULL,
      from_stage TEXT NOT NULL,
      to_stage TEXT NOT NULL,
      by_rules INTEGER NOT NULL
    );
    CREATE INDEX life_move_at ON life_move (site, at, key);
    CREATE INDEX life_move_contact ON life_move (contact);
    CREATE TABLE life_rules (site INTEGER PRIMARY KEY, rules TEXT NOT NULL);
    CREATE TABLE delivery (order_key INTEGER PRIMARY KEY, site INTEGER NOT NULL, seen_at INTEGER);
    CREATE INDEX delivery_seen ON delivery (site, seen_at);
    CREATE TABLE life_mail (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      message TEXT NOT NULL,
      contact INTEGER NOT NULL,
      about INTEGER NOT NULL,
      address TEXT NOT NULL,
      at INTEGER NOT NULL,
      token TEXT NOT NULL UNIQUE,
      outbox_key TEXT NOT NULL,
      unsubscribed_at INTEGER
    );
    CREATE INDEX life_mail_contact ON life_mail (contact, message);
    CREATE INDEX life_mail_address ON life_mail (site, address, at);

    CREATE INDEX visitor_blocked ON visitor (site, key) WHERE blocked <> 'no';

    INSERT INTO life_stage (contact, site) SELECT key, site FROM contact;

    CREATE TRIGGER life_contact_added AFTER INSERT ON contact BEGIN
      INSERT OR IGNORE INTO life_stage (contact, site) VALUES (NEW.key, NEW.site);
    END;
    CREATE TRIGGER life_contact_changed AFTER UPDATE OF customer_since ON contact
      WHEN OLD.customer_since IS NOT NEW.customer_since BEGIN ${again('NEW.key')} END;
    CREATE TRIGGER life_contact_removed AFTER DELETE ON contact BEGIN
      DELETE FROM life_stage WHERE contact = OLD.key;
    END;
    CREATE TRIGGER life_order_added AFTER INSERT ON shop_order WHEN NEW.contact IS NOT NULL BEGIN ${again('NEW.contact')} END;
    CREATE TRIGGER life_order_changed AFTER UPDATE OF contact, placed_at, status ON shop_order
      WHEN OLD.contact IS NOT NEW.contact OR OLD.placed_at <> NEW.placed_at OR OLD.status <> NEW.status BEGIN
      ${again('OLD.contact')} ${again('NEW.contact')} END;
    CREATE TRIGGER life_order_removed AFTER DELETE ON shop_order WHEN OLD.contact IS NOT NULL BEGIN ${again('OLD.contact')} END;
    CREATE TRIGGER delivery_added AFTER INSERT ON shop_order WHEN NEW.status = 'delivered' BEGIN
      INSERT OR IGNORE INTO delivery (order_key, site) VALUES (NEW.key, NEW.site);
    END;
    CREATE TRIGGER delivery_changed AFTER UPDATE OF status ON shop_order WHEN OLD.status <> NEW.status BEGIN
      DELETE FROM delivery WHERE order_key = NEW.key AND NEW.status <> 'delivered';
      INSERT OR IGNORE INTO delivery (order_key, site) SELECT NEW.key, NEW.site WHERE NEW.status = 'delivered';
    END;
    CREATE TRIGGER delivery_removed AFTER DELETE ON shop_order BEGIN
      DELETE FROM delivery WHERE order_key = OLD.key;
    END;
    CREATE TRIGGER life_ticket_added AFTER INSERT ON ticket WHEN NEW.contact IS NOT NULL BEGIN ${again('NEW.contact')} END;
    CREATE TRIGGER life_link_added AFTER INSERT ON visitor_contact BEGIN ${again('NEW.contact')} END;
    CREATE TRIGGER life_link_changed AFTER UPDATE OF contact ON visitor_contact BEGIN
      ${again('OLD.contact')} ${again('NEW.contact')} END;
  `,
};
