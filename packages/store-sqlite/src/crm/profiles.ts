import { emptyProfile } from '@solodesk/core';
import type { Profile } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

interface ProfileRow {
  attributes: string;
  at: number | null;
  how: string | null;
  version: string | null;
}

/** What is noted of contacts, inside of a transaction. */
export class ProfileRows {
  readonly #statements;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  isKnown(site: number, contact: number): boolean {
    return this.#statements.known.get(contact, site) !== undefined;
  }

  read(contact: number): Profile {
    const row = this.#statements.profile.get(contact);
    const tags = this.#statements.tagsOf.all(contact);
    if (row === undefined) return { ...emptyProfile(contact), tags };
    const { attributes, at, how, version } = row;
    return {
      contactKey: contact,
      tags,
      attributes: JSON.parse(attributes) as Profile['attributes'],
      marketing: at === null ? null : { at, how: how ?? '', ...(version !== null && { version }) },
    };
  }

  write(site: number, { contactKey, tags, attributes, marketing }: Profile): void {
    const s = this.#statements;
    s.dropTags.run(contactKey);
    for (const tag of tags) s.addTag.run(site, tag, contactKey);
    if (marketing === null && Object.keys(attributes).length === 0) s.dropProfile.run(contactKey);
    else {
      const { at = null, how = null, version = null } = marketing ?? {};
      s.save.run(contactKey, JSON.stringify(attributes), at, how, version);
    }
  }

  tags(site: number, limit: number): { tag: string; contacts: number }[] {
    return this.#statements.tagsOfSite.all(site, limit);
  }
}

function prepare(db: Database) {
  return {
    known: db.prepare<[number, number], object>('SELECT 1 FROM contact WHERE key = ? AND site = ?'),
    profile: db.prepare<[number], ProfileRow>(
      'SELECT attributes, marketing_at AS at, marketing_how AS how, marketing_version AS version FROM contact_profile WHERE contact = ?',
    ),
    tagsOf: db.prepare<[number], string>('SELECT tag FROM contact_tag WHERE contact = ? ORDER BY tag').pluck(),
    dropTags: db.prepare('DELETE FROM contact_tag WHERE contact = ?'),
    addTag: db.prepare('INSERT INTO contact_tag (site, tag, contact) VALUES (?, ?, ?)'),
    dropProfile: db.prepare('DELETE FROM contact_profile WHERE contact = ?'),
    save: db.prepare(`
      INSERT INTO contact_profile (contact, attributes, marketing_at, marketing_how, marketing_version) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (contact) DO UPDATE SET attributes = excluded.attributes, marketing_at = excluded.marketing_at,
        marketing_how = excluded.marketing_how, marketing_version = excluded.marketing_version`),
    tagsOfSite: db.prepare<[number, number], { tag: string; contacts: number }>(
      'SELECT tag, count(*) AS contacts FROM contact_tag WHERE site = ? GROUP BY tag ORDER BY contacts DESC, tag LIMIT ?',
    ),
  };
}
