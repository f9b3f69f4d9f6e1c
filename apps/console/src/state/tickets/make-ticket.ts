import { showToast } from '../../parts/controls/toasts.tsx';
import { ticketMakeTexts } from '../../texts/ticket-make-texts.ts';
import { errorText } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';
import { request } from '../api/api.ts';
import { go } from '../route.ts';
import { asApiError } from '../session.ts';
import type { Locale } from '../wire-types.ts';

/** As much as a ticket holds, in UTF-16 units. */
const LONGEST = 4000;

/**
 * Keeps what was selected in the log of a conversation: opening a menu may take the selection away before it is asked for.
 * @returns what ends it
 */
export function keepSelection(keep: (text: string | null) => void): () => void {
  const logOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest('.log');
  const look = () => {
    const selection = getSelection();
    if (selection && !selection.isCollapsed && logOf(selection.anchorNode)) keep(selection.toString().trim() || null);
  };
  // A tap on the log that leaves nothing selected begins anew; a thumb that only scrolls it does not. A click on what is selected takes
  // that away right after it.
  const begin = ({ target }: Event) => {
    if (target instanceof Element && logOf(target)) setTimeout(() => getSelection()?.isCollapsed && keep(null));
  };
  document.addEventListener('selectionchange', look);
  document.addEventListener('click', begin);
  return () => {
    document.removeEventListener('selectionchange', look);
    document.removeEventListener('click', begin);
  };
}

/** Makes a ticket of words in a conversation, and says which; a failure is said, and nothing is made. */
export async function makeTicket(
  { site, conversation, text }: { site: string; conversation: string; text: string },
  t: Texts,
  locale: Locale,
): Promise<void> {
  const words = ticketMakeTexts[locale];
  try {
    const body = { conversation, text: text.slice(0, LONGEST) };
    const { number, name } = await request<{ number: number; name: string }>(
      `tickets/${encodeURIComponent(site)}`,
      body,
    );
    showToast(words.made(name), {
      action: { label: words.open, run: () => go({ screen: 'tickets', ticket: number, site }) },
    });
  } catch (cause) {
    showToast(errorText(t, asApiError(cause)));
  }
}
