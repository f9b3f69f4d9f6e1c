import type { MailExit } from '@solodesk/core';

/**
 * What lets a mail program offer "unsubscribe" beside the sender (RFC 2369), and end the mails by one click there (RFC 8058), which is for
 * HTTPS alone. Big mail services ask for both where somebody sends much. None for a mail that has no way out.
 */
export function leaveHeaders({ unsubscribe, oneClick }: MailExit): Record<string, string> {
  if (unsubscribe === undefined) return {};
  if (oneClick === undefined || !oneClick.startsWith('https:')) return { 'List-Unsubscribe': `<${unsubscribe}>` };
  return { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
