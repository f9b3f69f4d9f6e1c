import { createStore } from './store.ts';
import { report } from './report.ts';

/** This page's own release: the name of its entry script carries the hash of its content. */
const OWN = nameOf(document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '');

/** Whether the server serves another release than this page is. Once it does, only a reload mends it. */
export const isStale = createStore(false);

/** At most one question at a time. */
let asking: Promise<void> | null = null;

/**
 * Asks which release is served: when the line is back, when the page is looked at again, when a part cannot be loaded.
 * Resolves when that is known, or cannot be.
 */
export function lookForRelease(): Promise<void> {
  if (isStale.get() || OWN === '') return Promise.resolve();
  return (asking ??= ask().finally(() => (asking = null)));
}

async function ask(): Promise<void> {
  try {
    const response = await fetch('/console/release.json', { cache: 'no-store', credentials: 'omit' });
    if (!response.ok) return;
    const { entry } = (await response.json()) as { entry?: unknown };
    if (typeof entry === 'string' && nameOf(entry) !== OWN) isStale.set(true);
  } catch (error) {
    // No line, or something between us and the server answered: it is asked again with the next occasion.
    report('It is not known which release is served.', error);
  }
}

function nameOf(address: string): string {
  return address.split('/').pop() ?? '';
}

/** A file that one style sheet or script of this release refers to is gone. */
addEventListener('vite:preloadError', () => void lookForRelease());
