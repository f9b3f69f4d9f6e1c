import { createHash } from 'node:crypto';
import type { HelpReading } from './help-reading.ts';

export interface RenderedPage {
  text: string;
  etag: string;
}

/** Pages as they were rendered, by reading: a reading that is replaced takes its pages with it. */
export class PageCache {
  readonly #pages = new WeakMap<HelpReading, Map<string, RenderedPage>>();

  /** @param render null when there is no such page; that is not kept, so that nobody can fill the memory with names */
  get(reading: HelpReading, address: string, render: () => string | null): RenderedPage | null {
    const pages = this.#pages.get(reading) ?? new Map<string, RenderedPage>();
    this.#pages.set(reading, pages);
    const known = pages.get(address);
    if (known !== undefined) return known;
    const text = render();
    if (text === null) return null;
    const page = { text, etag: etagOf(text) };
    pages.set(address, page);
    return page;
  }
}

export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
