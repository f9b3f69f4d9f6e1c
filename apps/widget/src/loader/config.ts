import type { Locale } from '@solodesk/protocol/visitor';

/**
 * What the server puts in place of the token `__SOLODESK_SITE__`, which stands in `dist/loader.js` exactly once, as
 * JSON text (a JSON text is a JavaScript expression). It is public, and it counts towards the 3,000 bytes of the
 * loader, so it holds no more than the bubble needs. Each field is the `WidgetSite` field of the same name. The
 * server's origin is not among them: the loader takes it from its own address.
 */
export interface LoaderConfig {
  id: string;
  /** Title of the frame, for screen readers. */
  name: string;
  accent: string;
  onAccent: string;
  position: 'left' | 'right';
  locales: Locale[];
  defaultLocale: Locale;
  hostStorageFallback: boolean;
  /** Where the script is that says something beside the bubble; only where the site has something to say. */
  say?: string;
}

/** What a host page may say to `boot` and `update`, or beforehand in `window.SolodeskSettings`. */
export interface Options {
  locale?: Locale;
  position?: 'left' | 'right';
  zIndex?: number;
  /** No bubble: the page opens the chat by `launcherSelector` or by `Solodesk('show')`. */
  hideLauncher?: boolean;
  /** A CSS selector: what matches it toggles the chat when clicked, also when it is added later. */
  launcherSelector?: string;
  /** For a page whose CSP has nonces, in browsers without constructable style sheets; by default the script's own. */
  nonce?: string;
  /** When the bubble is drawn: when the browser is idle, at the first sign of a visitor, or at `Solodesk('boot')`. */
  defer?: 'idle' | 'interaction' | 'manual';
  /** In `SolodeskSettings`: the same as `defer: 'manual'`. */
  manual?: boolean;
  /** Stands before the first message in place of the site's own consent text. */
  consentText?: string;
}
