import { newConversation } from '@solodesk/core';
import type { LogEntry, OwnerCall } from '@solodesk/core';
import { createTestDesk } from '@solodesk/core/testing';

const AT = Date.UTC(2026, 0, 5, 12, 30);

/** A visitor of a shop in Berlin who waits since half past one. */
export function someCall(
  change: Partial<OwnerCall> = {},
  entries: LogEntry[] = [visitorSays('Where is my parcel?')],
): OwnerCall {
  const { site } = createTestDesk();
  const of = { id: 'c-1', site: 'shop', visitorKey: 1, locale: 'en' as const, timeZone: null, at: AT };
  return {
    id: 'job-1.7',
    site,
    conversation: { ...newConversation(of), state: 'waiting', waitingSince: AT, lastSeq: 7 },
    visitor: {
      ...{ key: 1, site: 'shop', id: 'v-1', createdAt: AT, locale: 'en', timeZone: null, userId: null },
      ...{ verified: false, claims: {}, page: null, referrer: null, consent: null, blocked: 'no' },
    },
    events: entries.map((entry, index) => ({ seq: index + 1, at: AT, entry })),
    cut: false,
    link: 'https://desk.example/console/#/desk/shop/open/c-1',
    ...change,
  };
}

export function visitorSays(text: string): LogEntry {
  return { type: 'visitor_message', text, clientId: text };
}
