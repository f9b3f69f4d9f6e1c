import type { PageState, ToLoader } from '../../bridge/messages.ts';

export interface PageLink {
  /** The newest that the page said. */
  readonly state: PageState;
  /** Calls at each later state, until it is stopped. */
  subscribe(listener: (state: PageState) => void): void;
  post<T extends keyof ToLoader>(t: T, d: ToLoader[T]): void;
}

/** Whether this is what the loader of this site says. */
export function isPageState(data: unknown, site: string): data is PageState {
  const { solodesk, languages, page, tracks, open } = Object(data);
  return (
    solodesk === site &&
    Array.isArray(languages) &&
    Array.isArray(tracks) &&
    typeof open === 'boolean' &&
    typeof Object(page).url === 'string' &&
    typeof page.title === 'string'
  );
}

/** The origin of the page that embeds this one, as the browser says; null when it does not. */
export function embedder(): string | null {
  const [parent] = location.ancestorOrigins ?? [];
  if (parent) return parent;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

/**
 * Waits for the loader's first message, which brings the port. Only the embedding window, at its exact origin, is heard.
 *
 * @param connected called once
 */
export function connectPage(site: string, origin: string | null, connected: (link: PageLink) => void): void {
  const greet = (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== window.parent || event.origin !== origin || !port || !isPageState(event.data, site)) return;
    window.removeEventListener('message', greet);
    let state = event.data;
    const listeners: ((state: PageState) => void)[] = [];
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isPageState(data, site)) return;
      state = data;
      for (const listener of listeners) listener(state);
    };
    connected({
      get state() {
        return state;
      },
      subscribe: (listener) => void listeners.push(listener),
      post: (t, d) => port.postMessage({ t, d }),
    });
  };
  window.addEventListener('message', greet);
}
