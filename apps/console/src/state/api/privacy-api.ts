import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

/** Whom it is about: a contact, or who has said nothing of themselves by their conversation. */
export type PersonQuestion = { contact: number } | { conversation: string };

export interface ErasedRows {
  table: string;
  erased: number;
  anonymised: number;
}

export interface ErasurePreview {
  name: string | null;
  /** What has to be typed. */
  confirm: string;
  rows: ErasedRows[];
  files: number;
  alike: { key: number; name: string | null; email: string | null; phone: string | null }[];
}

export interface ErasureReceipt {
  id: string;
  at: number;
  by: string;
  rows: ErasedRows[];
  files: number;
}

const of = (site: string, what: string) => `privacy/${encodeURIComponent(site)}/${what}`;

/** The part of an address that names a person. */
function personQuery(person: PersonQuestion): string {
  return 'contact' in person ? `contact=${person.contact}` : `conversation=${encodeURIComponent(person.conversation)}`;
}

const download = (site: string, what: string) => `/console/api/export/${encodeURIComponent(site)}/${what}`;

/** Addresses of downloads: the browser asks for them with the session's cookie. */
export const downloads = {
  person: (site: string, person: PersonQuestion, language: string) =>
    download(site, `person.zip?${personQuery(person)}&language=${language}`),
  /** @param bom begins with a mark by which Excel knows the encoding */
  table: (site: string, kind: string, format: 'csv' | 'jsonl', bom: boolean) =>
    download(site, `${kind}.${format}${bom ? '?bom=1' : ''}`),
  /** Every kind, and what was sent, as one zip. */
  everything: (site: string, format: 'csv' | 'jsonl', bom: boolean) =>
    download(site, `everything.zip?format=${format}${bom ? '&bom=1' : ''}`),
};

export interface RetentionAnswer {
  /** Of each class of data. Null: until somebody erases it. */
  days: Record<string, number | null>;
  expired: Record<string, number>;
  runs: { day: string; finishedAt: number | null; removed: Record<string, number> }[];
}

export interface ViewLine {
  key: number;
  at: number;
  by: string;
  kind: 'contact' | 'conversation' | 'person_export' | 'table_export';
  /** Which table was taken along; else empty. */
  detail: string;
  name: string | null;
  contact: number | null;
  conversation: string | null;
}

export interface ConsentTexts {
  /** The version that visitors are asked to agree to now. */
  current: string | null;
  texts: { version: string; text: Partial<Record<Locale, string>>; since: number }[];
}

export const privacyApi = {
  person: (site: string, person: PersonQuestion) => request<ErasurePreview>(of(site, `person?${personQuery(person)}`)),
  erase: (site: string, person: PersonQuestion, confirm: string) =>
    request<ErasureReceipt>(of(site, 'erase'), { ...person, confirm }),
  retention: (site: string) => request<RetentionAnswer>(of(site, 'retention')),
  views: (site: string, before: number | null) =>
    request<{ views: ViewLine[]; next: number | null }>(of(site, `views${before === null ? '' : `?before=${before}`}`)),
  consents: (site: string) => request<ConsentTexts>(of(site, 'consents')),
  erasures: (site: string) => request<{ receipts: ErasureReceipt[] }>(of(site, 'erasures')),
};
