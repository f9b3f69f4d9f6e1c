import type { Localized } from '../domain/locale.ts';
import type { NewView, View } from '../domain/privacy/view.ts';

/** Who saw whom. */
export interface ViewStore {
  /** The same look again (`SAME_LOOK_MS`) is not noted. */
  noteView(view: NewView): Promise<void>;
  /** The newest first; `before` is the key of the last one seen. Of everybody, or of one contact or visitor. */
  views(site: string, page: { before?: number; limit: number; contact?: number; visitor?: number }): Promise<View[]>;
}

/** A text that visitors were asked to agree to. */
export interface ConsentText {
  readonly version: string;
  readonly text: Localized<string>;
  /** When it was first in force. UTC milliseconds. */
  readonly since: number;
}

/** Every consent text that a site ever had. */
export interface ConsentStore {
  /** Keeps it unless it is known; a version whose text was changed is kept with both texts. */
  noteConsentText(site: string, text: ConsentText): Promise<void>;
  /** The newest first. */
  consentTexts(site: string): Promise<ConsentText[]>;
}
