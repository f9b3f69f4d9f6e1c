import { showToast } from '../../parts/controls/toasts.tsx';
import { errorText } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';
import { faqApi } from '../api/faq-api.ts';
import { keepLastChange, lastChange } from './last-change.ts';
import { asApiError } from '../session.ts';
import { countUnanswered } from './unanswered-count.ts';

/** Takes a change of the FAQs back, and says what became of it. */
export async function takeBack(site: string, undo: string, t: Texts): Promise<void> {
  try {
    await faqApi.undo(site, undo);
    showToast(t.change.undone);
  } catch (cause) {
    showToast(`${t.change.undoFailed} ${errorText(t, asApiError(cause))}`);
  }
  // What cannot be taken back now cannot be later either: the file says something else.
  if (lastChange(site) === undo) keepLastChange(site, null);
  countUnanswered(site);
}
