import { expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

/** Runs in every frame, before its own scripts. */
function noteViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    const noted = (window as unknown as { violations?: string[] }).violations ?? [];
    Object.assign(window, { violations: [...noted, `${effectiveDirective} ${blockedURI} ${sample}`] });
  });
}

/** What a frame shows of harm. Runs in it. */
function harmIn(): string[] {
  const found = [...((window as unknown as { violations?: string[] }).violations ?? [])];
  if ('pwned' in window && window.pwned !== undefined) found.push('a script ran');
  for (const element of document.querySelectorAll('*')) {
    // The console draws its icon anew with the count of who waits.
    if (element.matches('head > link[rel="icon"][href^="data:image/png;base64,"]')) continue;
    const names = element.getAttributeNames();
    if (names.some((name) => name.startsWith('on')) || names.includes('srcdoc')) found.push(element.outerHTML);
    for (const name of ['href', 'src', 'action', 'formaction', 'data', 'xlink:href']) {
      if (/^\s*(javascript|vbscript|data|blob):/i.test(element.getAttribute(name) ?? '')) found.push(element.outerHTML);
    }
  }
  return found;
}

export interface HarmWatch {
  /** Looks into every frame of the context's pages, as they are now. */
  expectNone(): Promise<void>;
}

/** Notes all that a text could do in any page of a browser: run, open a dialog, fetch, break the page's policy, become an element. */
export async function watchForHarm(context: BrowserContext): Promise<HarmWatch> {
  const noted: string[] = [];
  await context.addInitScript(noteViolations);
  context.on('dialog', (dialog) => {
    noted.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (new URL(request.url()).host.includes('pwned')) noted.push(`request: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) noted.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => noted.push(`error: ${error.error().message}`));
  return {
    async expectNone() {
      for (const page of context.pages()) {
        for (const frame of page.frames()) {
          const harm = await frame.evaluate(harmIn).catch((cause: unknown) => {
            // A preview that is drawn anew has another frame by then; what ran in the old one was noted all the same.
            if (frame.isDetached()) return [];
            throw cause;
          });
          expect(harm, frame.url()).toEqual([]);
        }
      }
      expect(noted).toEqual([]);
    },
  };
}
