import type { ChatClient } from '@solodesk/client';
import type { PageLink } from '../host/page-link.ts';

export interface Attention {
  /** Whether the visitor can see the conversation right now. */
  looking(): boolean;
}

/**
 * Tells the page of new messages and of how many are unread, sounds when nobody looks, and counts as seen what is
 * looked at.
 *
 * @param sound plays the tone; called only for messages that came in while the frame was there
 */
export function watchAttention(link: PageLink, chat: ChatClient, sound: () => void): Attention {
  const looking = () => link.state.open && document.visibilityState === 'visible';
  let heard = chat.getState().lastSeq;
  let loaded = false;
  const look = () => {
    const { items, lastSeq, unread, visitorSeenSeq, ...state } = chat.getState();
    if (looking() && lastSeq > visitorSeenSeq) chat.markSeen(lastSeq);
    link.post('unread', looking() ? 0 : unread);
    if (lastSeq > heard && loaded) {
      let from: 'bot' | 'owner' | undefined;
      for (let i = items.length - 1; i >= 0; i--) {
        const item = items[i]!;
        if (item.type === 'outbox') continue;
        if (item.seq <= heard) break;
        if (item.type === 'bot_message' || item.type === 'owner_message') {
          from ??= item.type === 'bot_message' ? 'bot' : 'owner';
          link.post('message', { from: item.type === 'bot_message' ? 'bot' : 'owner' });
        }
      }
      if (from && (!looking() || !document.hasFocus())) sound();
    }
    heard = Math.max(heard, lastSeq);
    loaded = state.loaded;
  };
  chat.subscribe(look);
  link.subscribe(look);
  document.addEventListener('visibilitychange', look);
  look();
  return { looking };
}
