import { contactDocument, orderDocument, searchTerms, termsOfPiece } from '@solodesk/core';
import type { OrderLine, SearchDocument, SearchPiece } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

/**
 * Stands between a term and the site that it is of, so that a search reads nothing of other sites; twice for a term of what
 * something is called. Terms are letters and digits: none holds it. To the tokenizer `ascii` it is a letter, as all that is
 * not ASCII.
 */
const OF = '·';

/** Connections on which the triggers of contacts and orders leave the index alone for a while. */
const unfollowed = new WeakSet<Database>();

/** The SQL functions by which rows become terms: the triggers of migrations 22 and 47 call them. */
export function addSearchFunctions(db: Database): void {
  db.function('search_follows', { directOnly: false }, () => (unfollowed.has(db) ? 0 : 1));
  const define = (name: string, terms: (...values: never[]) => string) =>
    db.function(name, { deterministic: true, directOnly: false }, terms as (...values: unknown[]) => string);

  define('search_message_terms', (site: number, text: string | null) =>
    indexTerms(site, { head: '', all: text ?? '' }),
  );
  define(
    'search_contact_terms',
    (site: number, name: string | null, email: string | null, phone: string | null, ownId: number, id: string) =>
      contactTerms({ site, name, email, phone, own_id: ownId, id }),
  );
  define('search_ticket_terms', (site: number, body: string, search: string) =>
    indexTerms(site, { head: (JSON.parse(body) as { subject: string }).subject, all: search }),
  );
  define(
    'search_shop_order_terms',
    (site: number, number: string, email: string | null, statusText: string | null, lines: string) =>
      orderTerms({ site, number, email, status_text: statusText, lines }),
  );
}

/** Within `work` whoever calls keeps the indexes of contacts and orders with their rows, and not the triggers. */
export function unfollowing<T>(db: Database, work: () => T): T {
  unfollowed.add(db);
  try {
    return work();
  } finally {
    unfollowed.delete(db);
  }
}

/** What a row of `contact` is indexed by. */
export function contactTerms(row: {
  site: number;
  name: string | null;
  email: string | null;
  phone: string | null;
  own_id: number;
  id: string;
}): string {
  return indexTerms(row.site, contactDocument({ ...row, ownId: row.own_id === 1 }));
}

/** What a row of `shop_order` is indexed by. */
export function orderTerms(row: {
  site: number;
  number: string;
  email: string | null;
  status_text: string | null;
  lines: string;
}): string {
  const { site, number, email, status_text: statusText, lines } = row;
  return indexTerms(site, orderDocument({ number, email, statusText, lines: JSON.parse(lines) as OrderLine[] }));
}

/** What a document is indexed by: the column `terms` of the index. */
export function indexTerms(site: number, { head, all }: SearchDocument): string {
  const of = site + OF;
  let terms = '';
  for (const term of searchTerms(all)) terms += `${of}${term} `;
  if (head !== '') for (const term of searchTerms(head)) terms += `${of}${OF}${term} `;
  return terms.trimEnd();
}

/** An FTS5 query for documents that may hold all pieces, in what they are called (`head`) or anywhere. */
export function indexQuery(site: number, pieces: readonly SearchPiece[], where: 'head' | 'all'): string {
  const of = site + (where === 'head' ? OF + OF : OF);
  const terms = new Set(pieces.flatMap(termsOfPiece));
  return [...terms].map((term) => `"${of}${term}"`).join(' AND ');
}
