import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ChatClient, ChatState } from '@solodesk/client';
import type { Locale, WidgetSite } from '@solodesk/protocol/visitor';
import type { Preferences } from '../chat/preferences.ts';
import type { PageLink } from '../host/page-link.ts';
import type { Texts } from '../texts/en.ts';

/** What lives as long as the frame does. */
export interface Frame {
  readonly site: WidgetSite;
  readonly chat: ChatClient;
  readonly page: PageLink;
  readonly preferences: Preferences;
}

/** What every part may need: the frame, the language that is spoken, and whether the line is lost. */
export type Speaking = Frame & { readonly locale: Locale; readonly texts: Texts; readonly offline: boolean };

export const FrameContext = createContext<Speaking | null>(null);

export function useFrame(): Speaking {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('There is no frame around this.');
  return frame;
}

/** A log that comes in more than one page is drawn when all of it is there. */
const FIRST_PAGE = 100;

function isWorthDrawing(now: ChatState, drawn: ChatState): boolean {
  const loading = !now.loaded && now.items.length > FIRST_PAGE;
  return !loading || now.connection !== drawn.connection || now.draft !== drawn.draft;
}

/** The chat's newest state; draws again after each change of it. */
export function useChatState(chat: ChatClient): ChatState {
  const [state, setState] = useState(() => chat.getState());
  useEffect(() => {
    const take = () => setState((drawn) => (isWorthDrawing(chat.getState(), drawn) ? chat.getState() : drawn));
    take();
    return chat.subscribe(take);
  }, [chat]);
  return state;
}
