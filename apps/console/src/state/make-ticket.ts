import { showToast } from '../parts/toasts.tsx';
import { ticketMakeTexts } from '../texts/ticket-make-texts.ts';
import { errorText } from '../texts/index.ts';
import type { Texts } from '../texts/index.ts';
import { request } from './api.ts';
import { go } from './route.ts';
import { asApiError } from './session.ts';
import type { Locale } from './wire-types.ts';

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
  // A touch of the log begins anew.
  const begin = (event: Event) => {
    if (event.target instanceof Element && logOf(event.target)) keep(null);
  };
  document.addEventListener('selectionchange', look);
  document.addEventListener('pointerdown', begin);
  return () => {
    document.removeEventListener('selectionchange', look);
    document.removeEventListener('pointerdown', begin);
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
