import { readItem, writeItem } from './preferences.ts';

const KEY = 'solodesk.console.draft.';

/** What is written and not sent, by conversation or ticket; it outlives a reload of this tab. */
export const drafts = {
  read: (conversation: string): string => readItem(sessionStorage, KEY + conversation) ?? '',
  write: (conversation: string, text: string): void => writeItem(sessionStorage, KEY + conversation, text),
};
