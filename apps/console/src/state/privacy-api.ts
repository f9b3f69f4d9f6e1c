import { request } from './api.ts';

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
export function personQuery(person: PersonQuestion): string {
  return 'contact' in person ? `contact=${person.contact}` : `conversation=${encodeURIComponent(person.conversation)}`;
}

export const privacyApi = {
  person: (site: string, person: PersonQuestion) => request<ErasurePreview>(of(site, `person?${personQuery(person)}`)),
  erase: (site: string, person: PersonQuestion, confirm: string) =>
    request<ErasureReceipt>(of(site, 'erase'), { ...person, confirm }),
  erasures: (site: string) => request<{ receipts: ErasureReceipt[] }>(of(site, 'erasures')),
};
