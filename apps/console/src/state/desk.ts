import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createOwnerClient } from '@solodesk/client/owner';
import type { OutboxReply, OutboxStorage, OwnerClient, OwnerState } from '@solodesk/client/owner';
import { alertOf } from './alerts/alerts.ts';
import { readItem, writeItem } from './preferences.ts';
import { connectOwner } from './socket.ts';
import { noteUnanswered } from './faqs/unanswered-count.ts';
import { useStore } from './hooks/use-store.ts';
import { report } from './report.ts';

const OUTBOX = 'solodesk.console.outbox';

/** Of this tab alone: two tabs must not send each other's replies. It outlives a reload. */
const storage: OutboxStorage = {
  load() {
    const text = readItem(sessionStorage, OUTBOX);
    if (text === null) return [];
    try {
      const kept: unknown = JSON.parse(text);
      return Array.isArray(kept) ? kept.filter(isReply) : [];
    } catch (error) {
      report('The kept replies could not be read.', error);
      return [];
    }
  },
  save: (replies) => writeItem(sessionStorage, OUTBOX, JSON.stringify(replies)),
};

function isReply(value: unknown): value is OutboxReply {
  const reply = value as Partial<OutboxReply> | null;
  return [reply?.clientId, reply?.site, reply?.conversation, reply?.text].every((part) => typeof part === 'string');
}

/** The client of one signed-in time: made at signing in, stopped at signing out. */
export function openDesk(sites: readonly string[]): OwnerClient {
  return createOwnerClient({
    connect: connectOwner,
    clock: {
      now: () => Date.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    ids: { uuid: () => randomUuid() },
    sites,
    storage,
    onEvents(site, events) {
      alertOf(site, events);
      noteUnanswered(site, events);
    },
  });
}

/** `crypto.randomUUID` exists on https and localhost alone; a desk in a home network may have neither. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function forgetDesk(): void {
  writeItem(sessionStorage, OUTBOX, '[]');
}

export const DeskContext = createContext<OwnerClient | null>(null);

export function useDesk(): { client: OwnerClient; state: OwnerState } {
  const client = useContext(DeskContext);
  if (!client) throw new Error('useDesk outside of a desk');
  return { client, state: useStore(client) };
}
