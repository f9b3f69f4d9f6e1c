import { createStore } from './store.ts';
import type { Locale } from './wire-types.ts';
import { report } from './report.ts';

/** What the owner chose for this browser. */
export interface Preferences {
  locale: Locale;
  sound: boolean;
  /** Wanted by the owner; the browser's own permission stands beside it. */
  notifications: boolean;
  site: string | null;
}

const KEY = 'solodesk.console.preferences';

function read(): Partial<Preferences> {
  const text = readItem(localStorage, KEY);
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<Preferences>) : {};
  } catch (error) {
    report('The preferences could not be read and start anew.', error);
    return {};
  }
}

/** Storage can be full or forbidden; then the value is simply not kept. */
export function readItem(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch (error) {
    report(`The browser does not give "${key}" back.`, error);
    return null;
  }
}

export function writeItem(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch (error) {
    report(`The browser does not keep "${key}".`, error);
  }
}

const kept = read();

export const preferences = createStore<Preferences>({
  locale:
    kept.locale === 'zh' || kept.locale === 'en' ? kept.locale : navigator.language.startsWith('zh') ? 'zh' : 'en',
  sound: kept.sound !== false,
  notifications: kept.notifications === true,
  site: typeof kept.site === 'string' ? kept.site : null,
});

preferences.subscribe(() => writeItem(localStorage, KEY, JSON.stringify(preferences.get())));

export function prefer(changes: Partial<Preferences>): void {
  preferences.set({ ...preferences.get(), ...changes });
}
