import type { ChatStorage } from '@solodesk/client';
import type { Locale } from '@solodesk/protocol/visitor';

/** What the visitor chose in this widget; kept beside the client's own things. */
export interface Preferences {
  locale(): string | null;
  keepLocale(locale: Locale): void;
  muted(): boolean;
  keepMuted(muted: boolean): void;
  forget(): void;
}

export function createPreferences(storage: ChatStorage, site: string): Preferences {
  const key = (name: string) => `solodesk:${site}:${name}`;
  return {
    locale: () => storage.get(key('locale')),
    keepLocale: (locale) => void storage.set(key('locale'), locale),
    muted: () => storage.get(key('muted')) === '1',
    keepMuted: (muted) => (muted ? void storage.set(key('muted'), '1') : storage.remove(key('muted'))),
    forget() {
      for (const name of ['locale', 'muted']) storage.remove(key(name));
    },
  };
}

/** The language to speak: the visitor's own choice, the page's wish, then what page and browser are written in. */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  spoken: readonly Locale[],
  otherwise: Locale,
): Locale {
  for (const wish of wishes) {
    const found = spoken.find((locale) => locale === wish?.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return otherwise;
}
