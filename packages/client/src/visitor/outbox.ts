import type { Kept } from './kept.ts';
import type { OutboxItem } from './types.ts';

/** What the visitor said, or that the chat is to end, until the log shows it. */
export interface Entry extends OutboxItem {
  /** "End chat" stands in the same queue: what was typed before it goes first, and what comes after opens it again. */
  readonly end?: true;
  /** Where it is in the log, once acknowledged. */
  readonly seq?: number;
}

/**
 * The queue of what is to be sent, shared with the other tabs through storage. Each write re-reads it and changes this
 * tab's own entries alone, so that no tab destroys another's.
 */
export interface Outbox {
  /** In sending order; another array after each change. */
  readonly entries: readonly Entry[];
  /** Adds the entry, or replaces the one with its client id. */
  put(entry: Entry): void;
  /** Takes out what matches: it is in the log, or was given up. */
  drop(done: (entry: Entry) => boolean): void;
  /** Takes over what another tab, or this one before a reload, left behind. */
  adopt(): void;
  /** Forgets all, the other tabs' too. */
  clear(): void;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An entry out of storage; null for what is not ours or broken. */
function asEntry(value: unknown): Entry | null {
  const { clientId, text, intent, attachments, at, end, status, error } = (value ?? {}) as Partial<Entry>;
  if (typeof clientId !== 'string' || !UUID.test(clientId) || typeof text !== 'string' || typeof at !== 'number') {
    return null;
  }
  const failed = status === 'failed' && typeof error?.kind === 'string';
  return {
    type: 'outbox',
    clientId,
    text,
    at,
    ...(typeof intent === 'string' && { intent }),
    ...(Array.isArray(attachments) && attachments.every((file) => file?.id) && { attachments }),
    ...(end === true && { end }),
    // Whether it was on its way does not matter: the server knows a repeat by its client id.
    ...(failed ? { status, error } : { status: 'queued' }),
  };
}

export function createOutbox(kept: Kept): Outbox {
  let entries: readonly Entry[] = [];
  /** What this tab has seen through to its end: a slower tab's write must not bring it back. */
  const done = new Set<string>();

  const stored = () => {
    const value = kept.readJson('outbox');
    return Array.isArray(value) ? value.flatMap((one) => asEntry(one) ?? []) : [];
  };

  const store = () => {
    const mine = new Map(entries.map((entry) => [entry.clientId, entry]));
    const all = stored().map((entry) => {
      const own = mine.get(entry.clientId);
      mine.delete(entry.clientId);
      return own ?? entry;
    });
    const left = [...all, ...mine.values()].filter((entry) => !done.has(entry.clientId));
    if (left.length) kept.write('outbox', JSON.stringify(left));
    else kept.remove('outbox');
  };

  return {
    get entries() {
      return entries;
    },
    put(entry) {
      const known = entries.some((old) => old.clientId === entry.clientId);
      entries = known ? entries.map((old) => (old.clientId === entry.clientId ? entry : old)) : [...entries, entry];
      if (entry.status === 'sent') done.add(entry.clientId);
      // On its way or waiting is the same to whoever reads it after a reload.
      if (entry.status !== 'sending') store();
    },
    drop(matches) {
      const left = entries.filter((entry) => !matches(entry));
      if (left.length === entries.length) return;
      for (const entry of entries) if (matches(entry)) done.add(entry.clientId);
      entries = left;
      store();
    },
    adopt() {
      const known = new Set(entries.map((entry) => entry.clientId));
      const found = stored().filter((entry) => !known.has(entry.clientId) && !done.has(entry.clientId));
      if (found.length) entries = [...entries, ...found];
    },
    clear() {
      entries = [];
      kept.remove('outbox');
    },
  };
}
