import type { ApiError } from '../api/api.ts';
import { faqApi } from '../api/faq-api.ts';
import type { FaqChange, Verdict } from '../api/faq-api.ts';
import { createStore } from '../store.ts';
import type { Store } from '../store.ts';
import { asApiError } from '../session.ts';

/** Where a change is on its way into its file. What was typed stays in its form through all of it. */
export type ChangeStep =
  | { at: 'rest' }
  | { at: 'checking'; share: number }
  /** It changes more than was meant: the owner decides. */
  | { at: 'asking'; verdict: Verdict }
  | { at: 'saving' }
  | { at: 'failed'; error: ApiError };

export interface Saved {
  change: FaqChange;
  undo: string | null;
  verdict: Verdict | null;
}

type Api = Pick<typeof faqApi, 'beginCheck' | 'check' | 'save'>;

export interface ChangeFlow extends Pick<Store<ChangeStep>, 'get' | 'subscribe'> {
  /** Judges the change, and saves it if nobody has to be asked. */
  begin(change: FaqChange, keys?: readonly number[]): Promise<void>;
  /** The owner has seen what it would do, and wants it. */
  saveAnyway(): Promise<void>;
  /** Back to the form; a check that is under way is not waited for any more. */
  back(): void;
}

const LOOK_EVERY_MS = 400;

/** One change at a time: check → (ask) → save. */
export function createChangeFlow(
  site: string,
  onSaved: (saved: Saved) => void,
  api: Api = faqApi,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): ChangeFlow {
  const step = createStore<ChangeStep>({ at: 'rest' });
  /** Raised by each beginning and by `back`: what belongs to an older one comes to nothing. */
  let turn = 0;
  let pending: { change: FaqChange; keys: readonly number[]; verdict: Verdict | null } | null = null;

  const judged = async (change: FaqChange, isMine: () => boolean): Promise<Verdict | null | 'left'> => {
    const { check } = await api.beginCheck(site, change);
    for (;;) {
      const state = await api.check(site, check);
      if (!isMine()) return 'left';
      if (state.state === 'done') return state.verdict;
      step.set({ at: 'checking', share: state.share });
      await wait(LOOK_EVERY_MS);
      if (!isMine()) return 'left';
    }
  };
  const save = async (): Promise<void> => {
    if (pending === null) return;
    const { change, keys, verdict } = pending;
    step.set({ at: 'saving' });
    try {
      const { undo } = await api.save(site, change, keys);
      pending = null;
      step.set({ at: 'rest' });
      onSaved({ change, undo, verdict });
    } catch (cause) {
      step.set({ at: 'failed', error: asApiError(cause) });
    }
  };

  return {
    get: step.get,
    subscribe: step.subscribe,
    async begin(change, keys = []) {
      const mine = (turn += 1);
      const isMine = () => mine === turn;
      pending = { change, keys, verdict: null };
      step.set({ at: 'checking', share: 0 });
      try {
        const verdict = await judged(change, isMine);
        if (verdict === 'left') return;
        pending = { change, keys, verdict };
        if (verdict !== null && mustAsk(verdict)) step.set({ at: 'asking', verdict });
        else await save();
      } catch (cause) {
        if (isMine()) step.set({ at: 'failed', error: asApiError(cause) });
      }
    },
    saveAnyway: save,
    back() {
      turn += 1;
      pending = null;
      step.set({ at: 'rest' });
    },
  };
}

/** Nobody is asked where as much is won as lost and lint is silent: some sentences flip with every change. */
function mustAsk({ worse, turned, findings }: Verdict): boolean {
  return worse || turned.lost > turned.won || findings.length > 0;
}
