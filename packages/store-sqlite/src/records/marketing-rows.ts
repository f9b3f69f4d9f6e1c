import { sameMarketing, sentMarketing, tellsOfMarketing } from '@solodesk/core';
import type { Contact, ContactDraft, MarketingConsent, RecordWrite } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { ProfileRows } from '../crm/profiles.ts';

/** In `batch_row`, beside the kinds of records: whether a contact allowed marketing, before and after. */
export const MARKETING = 100;

interface Change {
  before: MarketingConsent | null;
  after: MarketingConsent | null;
}

/** What imports and programs say of whether marketing is allowed, inside of a transaction. */
export class MarketingRows {
  readonly #profiles: ProfileRows;
  readonly #statements;

  constructor(db: Database) {
    this.#profiles = new ProfileRows(db);
    this.#statements = prepare(db);
  }

  /** Whether it changed anything; what a batch changed can be taken back with it. */
  take(site: number, { key, email }: Contact, draft: ContactDraft, { at, batch }: RecordWrite): boolean {
    if (!tellsOfMarketing(draft)) return false;
    const profile = this.#profiles.read(key);
    const unsubscribedAt = email === null ? null : (this.#statements.left.get(site, email) ?? null);
    const how = batch === null ? 'api' : 'import';
    const after = sentMarketing(profile.marketing, draft, { at, how, unsubscribedAt });
    if (sameMarketing(profile.marketing, after)) return false;
    this.#profiles.write(site, { ...profile, marketing: after });
    const change: Change = { before: profile.marketing, after };
    if (batch !== null) this.#statements.trace.run(batch, MARKETING, key, JSON.stringify(change));
    return true;
  }

  /** What others have changed since stays: false then. */
  takeBack(site: number, contact: number, trace: string): boolean {
    const { before, after } = JSON.parse(trace) as Change;
    if (!this.#profiles.isKnown(site, contact)) return false;
    const profile = this.#profiles.read(contact);
    if (!sameMarketing(profile.marketing, after)) return false;
    this.#profiles.write(site, { ...profile, marketing: before });
    return true;
  }
}

function prepare(db: Database) {
  return {
    left: db
      .prepare<[number, string], number | null>(
        'SELECT max(unsubscribed_at) FROM life_mail WHERE site = ? AND address = ?',
      )
      .pluck(),
    trace: db.prepare<[number, number, number, string]>(
      'INSERT INTO batch_row (batch, kind, key, before) VALUES (?, ?, ?, ?) ON CONFLICT (batch, kind, key) DO NOTHING',
    ),
  };
}
