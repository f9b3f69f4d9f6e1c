import type { Entity, EntityKind } from '../domain/entity.ts';
import type { Locale } from '../domain/locale.ts';

export interface EntityQuestion {
  /** UTC milliseconds: what "tomorrow" counts from. */
  now: number;
  /** IANA zone of the visitor. */
  timeZone: string;
  locale: Locale;
  /** All, when left out. Each costs time, so ask for what is needed. */
  kinds?: readonly EntityKind[];
}

/** Finds what texts name, on one site. Synchronous and without side effects. */
export interface EntityFinder {
  /** In the order of the text; no two overlap. Of a long text only the first 4,000 UTF-16 units are looked at. */
  find(text: string, question: EntityQuestion): Entity[];
}
