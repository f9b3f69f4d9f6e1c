import { readItem, writeItem } from '../preferences.ts';
import { createStore } from '../store.ts';

/** The last change of a site's FAQs that can be taken back: kept for as long as the tab is, also when it is loaded again. */
const key = (site: string) => `solodesk.console.undo.${site}`;

/** Counts the changes, for whoever shows them. */
export const changesMade = createStore(0);

export function lastChange(site: string): string | null {
  return readItem(sessionStorage, key(site)) || null;
}

/** @param undo null: there is nothing to take back any more */
export function keepLastChange(site: string, undo: string | null): void {
  writeItem(sessionStorage, key(site), undo ?? '');
  changesMade.set(changesMade.get() + 1);
}
