import { contactDocument, orderDocument, searchTerms, termsOfPiece } from '@solodesk/core';
import type { OrderLine, SearchDocument, SearchPiece } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

/**
 * Stands between a term and the site that it is of, so that a search reads nothing of other sites; twice for a term of what
 * something is called. Terms are letters and digits: none holds it. To the tokenizer `ascii` it is a letter, as all that is
 * not ASCII.
 */
const OF = '·';

/** The SQL functions by which rows become terms: the triggers of migration 22 call them. */
export function addSearchFunctions(db: Database): void {
  const define = (name: string, terms: (...values: never[]) => string) =>
    db.function(name, { deterministic: true, directOnly: false }, terms as (...values: unknown[]) => string);

  define('search_message_terms', (site: number, text: string | null) =>
    indexTerms(site, { head: '', all: text ?? '' }),
  );
  define(
    'search_contact_terms',
    (site: number, name: string | null, email: string | null, phone: string | null, ownId: number, id: string) =>
      indexTerms(site, contactDocument({ id, ownId: ownId === 1, name, email, phone })),
  );
  define('search_ticket_terms', (site: number, body: string, search: string) =>
    indexTerms(site, { head: (JSON.parse(body) as { subject: string }).subject, all: search }),
  );
  define(
    'search_shop_order_terms',
    (site: number, number: string, email: string | null, statusText: string | null, lines: string) =>
      indexTerms(site, orderDocument({ number, email, statusText, lines: JSON.parse(lines) as OrderLine[] })),
  );
}

/** What a document is indexed by: the column `terms` of the index. */
export function indexTerms(site: number, { head, all }: SearchDocument): string {
  const terms: string[] = [];
  for (const term of searchTerms(all)) terms.push(site + OF + term);
  if (head !== '') for (const term of searchTerms(head)) terms.push(site + OF + OF + term);
  return terms.join(' ');
}

/** An FTS5 query for documents that may hold all pieces, in what they are called (`head`) or anywhere. */
export function indexQuery(site: number, pieces: readonly SearchPiece[], where: 'head' | 'all'): string {
  const of = site + (where === 'head' ? OF + OF : OF);
  const terms = new Set(pieces.flatMap(termsOfPiece));
  return [...terms].map((term) => `"${of}${term}"`).join(' AND ');
}
