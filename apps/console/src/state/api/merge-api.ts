import { request } from './api.ts';
import type { Contact } from './records-api.ts';

export type Moved = Record<'visitors' | 'orders' | 'tickets' | 'appointments' | 'surveys', number>;

export interface Merge {
  key: number;
  winner: number;
  loser: number;
  loserName: string;
  at: number;
  moved: Moved;
}

export interface Duplicate {
  contact: Contact;
  shared: ('email' | 'phone')[];
}

export interface MergePreview {
  winner: Contact;
  loser: Contact;
  after: Contact;
  moved: Moved;
  /** Only one of the two is verified. */
  needsVouching: boolean;
}

const of = (site: string, contact: number) => `contacts/${encodeURIComponent(site)}/${contact}`;

export const mergeApi = {
  duplicates: (site: string, contact: number) =>
    request<{ duplicates: Duplicate[]; merges: Merge[] }>(`${of(site, contact)}/duplicates`),
  preview: (site: string, winner: number, loser: number) => request<MergePreview>(`${of(site, winner)}/merge/${loser}`),
  merge: (site: string, winner: number, loser: number, vouched: boolean) =>
    request<{ merge: Merge }>(`${of(site, winner)}/merge`, { loser, vouched }),
  ofConversation: (site: string, conversation: string) =>
    request<{ contact: { key: number; name: string | null } | null; duplicates: number }>(
      `conversations/${encodeURIComponent(site)}/${encodeURIComponent(conversation)}/contact`,
    ),
  undo: (site: string, merge: number) =>
    request<{ merge: Merge }>(`merges/${encodeURIComponent(site)}/${merge}/undo`, {}),
};
