import { DeskError, matchContact, searchFold, withContactDraft, withCorrection } from '@solodesk/core';
import type { Contact, ContactDraft, ContactFinder, ContactStore, RecordWrite } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { CONTACT_COLUMNS, contactColumns, toContact } from './contact-rows.ts';
import type { ContactRow } from './contact-rows.ts';
import type { MarketingRows } from './marketing-rows.ts';
import type { RecordSteps, RecordWriter } from './record-writer.ts';

/** Contacts inside of a transaction, for orders too. */
export class ContactRows {
  readonly #sites: SiteKeys;
  readonly #marketing: MarketingRows;
  readonly #statements;

  constructor(db: Database, sites: SiteKeys, marketing: MarketingRows) {
    this.#sites = sites;
    this.#marketing = marketing;
    this.#statements = prepare(db);
  }

  byKey(site: string, key: number): Contact | null {
    return this.#one(site, (siteKey) => this.#statements.byKey.get(siteKey, key));
  }

  ofVisitor(site: string, visitorKey: number): Contact | null {
    return this.#one(site, (siteKey) => this.#statements.ofVisitor.get(visitorKey, siteKey));
  }

  finder(site: string): ContactFinder {
    const { byId, byEmail, byPhone, lostId, lostEmail, lostPhone } = this.#statements;
    return {
      byId: (id) => this.#one(site, (siteKey) => byId.get(siteKey, id) ?? lostId.get(siteKey, id)),
      byEmail: (email) => this.#one(site, (siteKey) => byEmail.get(siteKey, email) ?? lostEmail.get(siteKey, email)),
      byPhone: (phone) => this.#one(site, (siteKey) => byPhone.get(siteKey, phone) ?? lostPhone.get(siteKey, phone)),
    };
  }

  steps(draft: ContactDraft, write: RecordWrite): RecordSteps<Contact> {
    return {
      find: () => matchContact(draft, this.finder(write.site)),
      make: (before) => withContactDraft(before, draft, { ...write, id: write.uuid(), verified: true }),
      columns: (contact) => contactColumns(contact, this.#sites.make(write.site)),
      beside: (contact) => this.#marketing.take(this.#sites.make(write.site), contact, draft, write),
    };
  }

  /** Writes one that no batch brings. */
  put(contact: Contact, writer: RecordWriter): Contact {
    const columns = { ...contactColumns(contact, this.#sites.make(contact.site)), written_by: null };
    if (contact.key === 0) return { ...contact, key: writer.tables.customers.insert(columns) };
    writer.tables.customers.update(contact.key, columns);
    return contact;
  }

  #one(site: string, get: (siteKey: number) => ContactRow | undefined): Contact | null {
    const row = get(this.#sites.find(site) ?? 0);
    return row === undefined ? null : toContact(row, site);
  }
}

export function createContactStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  rows: ContactRows,
  writer: RecordWriter,
): ContactStore {
  const link = db.prepare<[number, number]>(
    'INSERT INTO visitor_contact (visitor, contact) VALUES (?, ?) ON CONFLICT (visitor) DO UPDATE SET contact = excluded.contact',
  );
  const visitors = db
    .prepare<[number, number, number], number>(
      `SELECT visitor FROM visitor_contact JOIN contact ON contact.key = visitor_contact.contact
       WHERE visitor_contact.contact = ? AND contact.site = ? ORDER BY visitor DESC LIMIT ?`,
    )
    .pluck();
  const ofVisitors = db.prepare<[string, number], ContactRow & { visitor: number }>(
    `SELECT visitor, ${CONTACT_COLUMNS} FROM (SELECT value AS asked FROM json_each(?)) CROSS JOIN visitor_contact ON visitor_contact.visitor = asked
     CROSS JOIN contact ON contact.key = visitor_contact.contact WHERE contact.site = ?`,
  );
  const list = db.prepare<[number, number, number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM contact WHERE site = ? AND key < ? ORDER BY key DESC LIMIT ?`,
  );
  // The index alone is searched; only what was found is read.
  const search = db.prepare<[number, number, string, number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM contact WHERE key IN (
       SELECT key FROM contact WHERE site = ? AND key < ? AND instr(search, ?) > 0 ORDER BY key DESC LIMIT ?
     ) ORDER BY key DESC`,
  );

  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();

  return {
    findContact: (site, by) =>
      reading(() => {
        if ('key' in by) return rows.byKey(site, by.key);
        const find = rows.finder(site);
        if ('id' in by) return find.byId(by.id);
        return 'email' in by ? find.byEmail(by.email) : find.byPhone(by.phone);
      }),

    saveContacts: (drafts, write) =>
      group.write(() =>
        writer.saveAll(
          'customers',
          write,
          drafts.map((draft) => rows.steps(draft, write)),
        ),
      ),

    changeContact: (site, key, change, at) =>
      group.write(() => {
        const before = rows.byKey(site, key);
        if (before === null) return null;
        const after = withCorrection(before, change, at);
        if (after === null) throw new DeskError('refused', 'nothing would be left to reach this contact by');
        return rows.put(after, writer);
      }),

    noteVisitorContact: (visitorKey, said, write) =>
      group.write(() => {
        const before = rows.ofVisitor(write.site, visitorKey);
        if (before?.verified === true) return before;
        const fresh = { ...write, id: write.uuid(), verified: false };
        const contact = rows.put(withContactDraft(before, said, fresh), writer);
        link.run(visitorKey, contact.key);
        return contact;
      }),

    linkVerifiedVisitor: (visitorKey, id, write) =>
      group.write(() => {
        const known = rows.finder(write.site).byId(id);
        const contact =
          known?.verified === true
            ? known
            : rows.put(withContactDraft(null, { id }, { ...write, id, verified: true }), writer);
        link.run(visitorKey, contact.key);
        return contact;
      }),

    contactOfVisitor: (site, visitorKey) => reading(() => rows.ofVisitor(site, visitorKey)),
    foreignWrites: () => reading(() => dataVersion.get() ?? 0),
    contactsOfVisitors: (site, visitorKeys) =>
      reading(() =>
        ofVisitors
          .all(JSON.stringify(visitorKeys), sites.find(site) ?? 0)
          .map(({ visitor, ...row }) => ({ visitorKey: visitor, contact: toContact(row, site) })),
      ),
    visitorsOfContact: (site, contactKey, limit) =>
      reading(() => visitors.all(contactKey, sites.find(site) ?? 0, limit)),

    contacts: (site, { search: wanted = '', before = Number.MAX_SAFE_INTEGER, limit }) =>
      reading(() => {
        const siteKey = sites.find(site) ?? 0;
        const words = searchFold(wanted.trim());
        const found = words === '' ? list.all(siteKey, before, limit) : search.all(siteKey, before, words, limit);
        return found.map((row) => toContact(row, site));
      }),
  };
}

function prepare(db: Database) {
  const columns = CONTACT_COLUMNS;
  /** Whom a contact became that had this id, address or number; those may have become others since. */
  const lost = (column: string) =>
    db.prepare<[number, string], ContactRow>(`
      WITH RECURSIVE became (key) AS (
        SELECT winner FROM contact_merge WHERE site = ? AND ${column} = ?
        UNION SELECT winner FROM contact_merge JOIN became ON contact_merge.loser = became.key
      ) SELECT ${columns} FROM contact WHERE key IN (SELECT key FROM became) ORDER BY key LIMIT 1`);
  return {
    byKey: db.prepare<[number, number], ContactRow>(`SELECT ${columns} FROM contact WHERE site = ? AND key = ?`),
    byId: db.prepare<[number, string], ContactRow>(
      `SELECT ${columns} FROM contact WHERE site = ? AND id = ? ORDER BY verified DESC LIMIT 1`,
    ),
    byEmail: db.prepare<[number, string], ContactRow>(
      `SELECT ${columns} FROM contact WHERE site = ? AND email = ? AND verified = 1 ORDER BY key LIMIT 1`,
    ),
    byPhone: db.prepare<[number, string], ContactRow>(
      `SELECT ${columns} FROM contact WHERE site = ? AND phone = ? AND verified = 1 ORDER BY key LIMIT 1`,
    ),
    lostId: lost('loser_id'),
    lostEmail: lost('loser_email'),
    lostPhone: lost('loser_phone'),
    ofVisitor: db.prepare<[number, number], ContactRow>(
      `SELECT ${columns} FROM visitor_contact JOIN contact ON contact.key = visitor_contact.contact
       WHERE visitor_contact.visitor = ? AND contact.site = ?`,
    ),
  };
}
