import { wordsWithFiles } from '../attachment/attachment.ts';
import type { LogEntry } from './log-event.ts';

/** What was said, with its files by name, for where nothing but words can be shown. Null: nothing was said. */
export function wordsOf(entry: LogEntry): string | null {
  if (!('text' in entry)) return null;
  return wordsWithFiles(entry.text, 'attachments' in entry ? entry.attachments : undefined);
}
