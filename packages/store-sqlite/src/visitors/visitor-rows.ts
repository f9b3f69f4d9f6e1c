import type { Claims, Locale, Visitor } from '@solodesk/core';

export interface VisitorRow {
  key: number;
  site: number;
  id: string;
  created_at: number;
  locale: Locale;
  time_zone: string | null;
  user_id: string | null;
  verified: number;
  claims: string;
  page_url: string | null;
  page_title: string | null;
  consent_version: string | null;
  consent_at: number | null;
  blocked: Visitor['blocked'];
  referrer: string | null;
}

export const VISITOR_COLUMNS = `key, site, id, created_at, locale, time_zone, user_id, verified, claims, page_url,
  page_title, consent_version, consent_at, blocked, referrer`;

export function toVisitor(row: VisitorRow, site: string): Visitor {
  return {
    key: row.key,
    site,
    id: row.id,
    createdAt: row.created_at,
    locale: row.locale,
    timeZone: row.time_zone,
    userId: row.user_id,
    verified: row.verified === 1,
    claims: JSON.parse(row.claims) as Claims,
    page: row.page_url === null ? null : { url: row.page_url, title: row.page_title ?? '' },
    referrer: row.referrer,
    consent:
      row.consent_version === null || row.consent_at === null
        ? null
        : { version: row.consent_version, at: row.consent_at },
    blocked: row.blocked,
  };
}

/** Property by property, as `toVisitor` makes them: a spread would give each an own hidden class, and every message reads its visitor. */
export function asStored(visitor: Omit<Visitor, 'key'>, key: number): Visitor {
  return {
    key,
    site: visitor.site,
    id: visitor.id,
    createdAt: visitor.createdAt,
    locale: visitor.locale,
    timeZone: visitor.timeZone,
    userId: visitor.userId,
    verified: visitor.verified,
    claims: visitor.claims,
    page: visitor.page,
    referrer: visitor.referrer,
    consent: visitor.consent,
    blocked: visitor.blocked,
  };
}

/** The columns that a visit may change. */
export function changeableColumns(visitor: Omit<Visitor, 'key'>) {
  return {
    locale: visitor.locale,
    timeZone: visitor.timeZone,
    userId: visitor.userId,
    verified: visitor.verified ? 1 : 0,
    claims: JSON.stringify(visitor.claims),
    pageUrl: visitor.page?.url ?? null,
    pageTitle: visitor.page?.title ?? null,
    consentVersion: visitor.consent?.version ?? null,
    consentAt: visitor.consent?.at ?? null,
    blocked: visitor.blocked,
  };
}
