import { useEffect, useMemo, useRef } from 'preact/hooks';
import { showToast } from '../../parts/controls/toasts.tsx';
import { useTexts } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';
import { createChangeFlow } from './change-flow.ts';
import type { ChangeFlow, ChangeStep, Saved } from './change-flow.ts';
import { figure } from './figures.ts';
import { keepLastChange } from './last-change.ts';
import { takeBack } from './take-back.ts';
import { countUnanswered } from './unanswered-count.ts';
import { useStore } from '../hooks/use-store.ts';

/** Long enough to see what became of a change, and to think again. */
const UNDO_MS = 15_000;

/**
 * A change on its way into its file, and the way back.
 * @param onChanged the FAQs are others now: by the change, or because it was taken back
 */
export function useChange(site: string, onChanged: (undone: boolean) => void): { flow: ChangeFlow; step: ChangeStep } {
  const { t } = useTexts();
  const latest = useRef({ t, onChanged });
  latest.current = { t, onChanged };
  const flow = useMemo(() => {
    const undoIt = async (undo: string) => {
      await takeBack(site, undo, latest.current.t);
      latest.current.onChanged(true);
    };
    return createChangeFlow(site, (saved) => {
      const { undo } = saved;
      const { t: words, onChanged: tell } = latest.current;
      keepLastChange(site, undo);
      const action = undo === null ? null : { label: words.common.undo, run: () => void undoIt(undo) };
      showToast(savedWords(saved, words), { staysMs: UNDO_MS, ...(action && { action }) });
      countUnanswered(site);
      tell(false);
    });
  }, [site]);
  // Who leaves the form waits for no check any more.
  useEffect(() => () => flow.back(), [flow]);
  return { flow, step: useStore(flow) };
}

function savedWords({ change, verdict }: Saved, { change: words }: Texts): string {
  if (change.kind === 'delete_faq') return words.deleted;
  if (change.kind === 'settle_faq') return words.settled;
  if (change.kind === 'add_out_of_scope') return words.savedOutOfScope;
  const [before, after] = [figure(verdict?.before.coverage), figure(verdict?.after.coverage)];
  return before === after ? words.saved : words.savedBetter(before, after);
}
