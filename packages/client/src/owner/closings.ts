import type { OwnerActions } from './actions.ts';
import type { OwnerContext } from './owner-context.ts';

export interface Closings {
  /** Shows it as closed at once, and closes it after `CLOSE_AFTER_MS`, unless it is undone. */
  closeSoon(site: string, conversation: string): void;
  /** It is not to be closed after all; nothing was sent. */
  undoClose(conversation: string): void;
  /** Closes now what is to be closed soon: the page is left, or nobody can undo it any more. */
  finishCloses(): Promise<void>;
}

/** How long closing can be undone. */
export const CLOSE_AFTER_MS = 5000;

/** Closing with time for second thoughts. The server hears of it only when that time is over. */
export function createClosings(context: OwnerContext, close: OwnerActions['close']): Closings {
  const pending = new Map<string, { site: string; cancel: () => void }>();

  function undoClose(conversation: string): void {
    const found = pending.get(conversation);
    if (!found) return;
    found.cancel();
    pending.delete(conversation);
    context.cell.update((state) => {
      const { [conversation]: _, ...others } = state.expected;
      return { ...state, expected: others };
    });
  }

  async function finish(conversation: string): Promise<void> {
    const found = pending.get(conversation);
    if (!found) return;
    found.cancel();
    pending.delete(conversation);
    await close(found.site, conversation);
  }

  return {
    closeSoon(site, conversation) {
      undoClose(conversation);
      const cancel = context.clock.after(CLOSE_AFTER_MS, () => void finish(conversation));
      pending.set(conversation, { site, cancel });
      context.cell.update((state) => ({
        ...state,
        expected: { ...state.expected, [conversation]: { state: 'closed', waitingSince: null, urgent: false } },
      }));
    },
    undoClose,
    async finishCloses() {
      await Promise.all([...pending.keys()].map(finish));
    },
  };
}
