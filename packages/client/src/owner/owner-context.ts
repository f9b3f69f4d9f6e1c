import type { Cell } from './observable.ts';
import type { OwnerCall, OwnerClock } from './owner-socket.ts';
import type { OpenConversation, OwnerNotice, OwnerState, SiteState } from './owner-state.ts';
import { emptyConversation, emptySite } from './owner-state.ts';

/** What the parts of the owner's client share. */
export interface OwnerContext {
  cell: Cell<OwnerState>;
  call: OwnerCall;
  clock: OwnerClock;
  isConnected(): boolean;
  updateSite(site: string, change: (state: SiteState) => SiteState): void;
  updateOpen(conversation: string, change: (open: OpenConversation) => OpenConversation): void;
  notify(notice: Omit<OwnerNotice, 'id'>): void;
}

export function createOwnerContext(
  cell: Cell<OwnerState>,
  call: OwnerCall,
  clock: OwnerClock,
  isConnected: () => boolean,
): OwnerContext {
  let notices = 0;
  return {
    cell,
    call,
    clock,
    isConnected,
    updateSite: (site, change) =>
      cell.update((state) => {
        const before = state.sites[site] ?? emptySite;
        const after = change(before);
        return after === before ? state : { ...state, sites: { ...state.sites, [site]: after } };
      }),
    updateOpen: (conversation, change) =>
      cell.update((state) => {
        const before = state.open[conversation] ?? emptyConversation;
        const after = change(before);
        return after === before ? state : { ...state, open: { ...state.open, [conversation]: after } };
      }),
    notify: (notice) =>
      cell.update((state) => ({ ...state, notices: [...state.notices, { ...notice, id: (notices += 1) }].slice(-5) })),
  };
}
