import type { ChatClient } from '@solodesk/client';
import type { PageState } from '../../bridge/messages.ts';
import type { PageLink } from '../host/page-link.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Passes on what the page says: where the visitor is, who, and what happened.
 *
 * @param forget is called when the page wants the visitor forgotten
 */
export function followPage(link: PageLink, chat: ChatClient, forget: () => void): void {
  let known = link.state;
  const take = (state: PageState) => {
    if (state.forget) return forget();
    if (!same(state.page, known.page)) chat.setPage(state.page);
    if (state.identity && !same(state.identity, known.identity)) chat.identify(state.identity);
    for (const { name, props } of state.tracks) chat.track({ name, props });
    known = state;
  };
  take(known);
  link.subscribe(take);
}
