import type { Identity, Locale, Page } from '@solodesk/protocol/visitor';

/**
 * How loader and frame talk. When the frame has loaded, the loader posts one window message, its `PageState`, to the
 * frame's exact origin, and a `MessagePort` with it; everything else goes through that port. The host page's own
 * `message` listeners neither see it nor can they stop it, and nobody else has the port.
 *
 * The loader says the whole state each time; the frame takes from it what changed.
 */
export interface PageState {
  /** The site's id: says that the message is ours. */
  solodesk: string;
  /** The page's wish. */
  locale?: Locale;
  /** Languages of the page and the browser, best first. */
  languages: string[];
  page: Page;
  identity?: Identity;
  consentText?: string;
  /** What happened on the page since the last time. */
  tracks: PageTrack[];
  open: boolean;
  /** Whether the keyboard goes along when it opens: not when a page opens what the last one left open. */
  focus: boolean;
  /** Forget the visitor, then say `forgotten`. */
  forget: boolean;
  /** What the page's storage holds for us, where the site lets it. */
  kept?: Record<string, string>;
}

/** Something that happened on the page. */
export interface PageTrack {
  name: string;
  props?: Record<string, string | number | boolean | null>;
}

/** What the frame says through the port, by type. */
export interface ToLoader {
  /** It is drawn. */
  ready: null;
  unread: number;
  /** A message came in. Its text is nobody's business but the visitor's. */
  message: { from: 'bot' | 'owner' };
  close: null;
  /** Whether a session exists, so that later pages open the frame by themselves. */
  session: boolean;
  locale: Locale;
  /** The frame's storage is blocked: keep `v` under `k` in the page's, or remove it when null. */
  put: { k: string; v: string | null };
  forgotten: null;
}
