import type { LogEvent } from '@solodesk/protocol/visitor';
import type { Entry } from './outbox.ts';
import type { ChatState } from './types.ts';

type Parts = Omit<ChatState, 'items' | 'unread'> & { shown: readonly LogEvent[]; entries: readonly Entry[] };

export interface View {
  readonly state: ChatState;
  /** Takes the newest parts; answers whether the snapshot changed. */
  update(parts: Parts): boolean;
}

/** Makes snapshots of which every part that did not change is the same object as before. */
export function createView(first: Parts): View {
  let before: Parts | null = null;
  let state: ChatState;

  const update = (parts: Parts) => {
    const { shown, entries, ...rest } = parts;
    const same = before && shown === before.shown && entries === before.entries;
    const items = same ? state.items : [...shown, ...entries.filter((entry) => !entry.end)];
    const unread = shown.filter(
      ({ type, seq }) => (type === 'bot_message' || type === 'owner_message') && seq > rest.visitorSeenSeq,
    ).length;
    before = parts;
    const next: ChatState = { ...rest, items, unread };
    const changed = !state || (Object.keys(next) as (keyof ChatState)[]).some((key) => next[key] !== state[key]);
    if (changed) state = next;
    return changed;
  };

  update(first);
  return {
    get state() {
      return state;
    },
    update,
  };
}
