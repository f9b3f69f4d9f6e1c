import type { Migration } from './migration.ts';

/**
 * What a business knows: contacts, orders, products, appointments, and the imports that brought them.
 *
 * - Numbers are never used twice (AUTOINCREMENT): a link to a contact that was taken back must not lead to the next one.
 * - `written_by` is the batch that wrote a row last. `batch_row` keeps what was there before: NULL for nothing, '' where the
 *   batch found it to be the same, else the row's columns as JSON. Its `kind` is a place in `RECORD_KINDS`.
 * - An order's lines are one column: they are written and read with their order.
 * - `contact_search` holds all that a search looks at, so that it reads nothing but the index.
 */
export const records: Migration = {
  version: 10,
  since: '0.1.0',
  sql: `
    CREATE TABLE contact (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      own_id INTEGER NOT NULL,
      verified INTEGER NOT NULL,
      name TEXT,
      email TEXT,
      phone TEXT,
      locale TEXT,
      customer_since INTEGER,
      source TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      search TEXT NOT NULL,
      written_by INTEGER
    );
    CREATE UNIQUE INDEX contact_id ON contact (site, id, verified);
    CREATE INDEX contact_email ON contact (site, email) WHERE verified = 1 AND email IS NOT NULL;
    CREATE INDEX contact_phone ON contact (site, phone) WHERE verified = 1 AND phone IS NOT NULL;
    CREATE INDEX contact_search ON contact (site, key, search);
    CREATE TABLE visitor_contact (visitor INTEGER PRIMARY KEY, contact INTEGER NOT NULL);
    CREATE INDEX visitor_contact_contact ON visitor_contact (contact, visitor);

    CREATE TABLE product (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      names TEXT NOT NULL,
      price INTEGER,
      currency TEXT,
      url TEXT,
      image TEXT,
      category TEXT,
      stock INTEGER,
      sizes TEXT NOT NULL,
      specification TEXT NOT NULL,
      written_by INTEGER
    );
    CREATE UNIQUE INDEX product_id ON product (site, id);

    CREATE TABLE shop_order (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      number TEXT NOT NULL,
      contact INTEGER,
      email TEXT,
      placed_at INTEGER NOT NULL,
      status TEXT NOT NULL,
      status_text TEXT,
      total INTEGER,
      currency TEXT,
      lines TEXT NOT NULL,
      tracking_url TEXT,
      written_by INTEGER
    );
    CREATE UNIQUE INDEX shop_order_number ON shop_order (site, number);
    CREATE INDEX shop_order_site ON shop_order (site, key);
    CREATE INDEX shop_order_contact ON shop_order (contact, placed_at) WHERE contact IS NOT NULL;

    CREATE TABLE appointment (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      resource TEXT NOT NULL,
      starts_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL,
      service TEXT NOT NULL,
      contact INTEGER,
      conversation INTEGER,
      state TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      sequence INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX appointment_id ON appointment (site, id);
    CREATE UNIQUE INDEX appointment_slot ON appointment (site, resource, starts_at) WHERE state = 'booked';
    CREATE INDEX appointment_ends ON appointment (site, ends_at) WHERE state = 'booked';
    CREATE INDEX appointment_contact ON appointment (contact, starts_at) WHERE contact IS NOT NULL;

    CREATE TABLE record_batch (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      kind TEXT NOT NULL,
      file TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      undone_at INTEGER,
      forgotten INTEGER NOT NULL DEFAULT 0,
      added INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0,
      same INTEGER NOT NULL DEFAULT 0,
      refused INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX record_batch_site ON record_batch (site, key);
    CREATE TABLE batch_row (
      batch INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      key INTEGER NOT NULL,
      before TEXT,
      PRIMARY KEY (batch, kind, key)
    ) WITHOUT ROWID;
  `,
};
