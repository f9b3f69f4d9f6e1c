import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { LoaderConfig } from './loader/config.ts';

const dist = new URL('../dist/', import.meta.url);
const site: LoaderConfig = {
  id: 'shop',
  name: 'Teal & Linen',
  accent: '#4338ca',
  onAccent: '#ffffff',
  position: 'right',
  locales: ['en', 'zh'],
  defaultLocale: 'en',
  hostStorageFallback: true,
};
interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
}

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const withSite = (loader: string) => loader.replace('__SOLODESK_SITE__', () => JSON.stringify(site));
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8');

/** Parts that come by a dynamic import are loaded when a visitor needs them, which hardly anybody does. */
function loadedWhenOpened(): string[] {
  const manifest = JSON.parse(read('.vite/manifest.json')) as Record<string, Chunk>;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)!;
  const chunks = [entry, ...(entry.imports ?? []).map((name) => manifest[name]!)];
  return chunks.flatMap(({ file, css }) => [file, ...(css ?? [])]);
}

// Of what was built: `npm test` builds first, and without a build this fails rather than being skipped.
describe('what a visitor downloads', () => {
  it('is at most 3,000 bytes for the loader, with its site in it', () => {
    const loader = read('loader.js');
    expect(loader.split('__SOLODESK_SITE__')).toHaveLength(2);
    expect(gzipped(withSite(loader))).toBeLessThanOrEqual(3000);
    const talkative = loader.replace('__SOLODESK_SITE__', () => JSON.stringify({ ...site, say: '/say/shop.js' }));
    expect(gzipped(talkative)).toBeLessThanOrEqual(3000);
  });

  it('is at most 35,000 bytes for loader, frame and the 110 of the site’s colours', () => {
    const files = ['loader.js', ...loadedWhenOpened()];
    expect(files.reduce((sum, name) => sum + gzipped(withSite(read(name))), 0)).toBeLessThanOrEqual(34_890);
  });

  it('is at most 2,500 bytes more for what is said beside the bubble', () => {
    expect(gzipped(read('proactive.js'))).toBeLessThanOrEqual(2500);
  });

  it('is one more file of at most 6,500 bytes when something is needed that few need, and one of 5,500 for files', () => {
    const now = loadedWhenOpened();
    const more = readdirSync(new URL('assets/', dist)).filter((name) => !now.includes(`assets/${name}`));
    const files = more.filter((name) => name.startsWith('later-files-'));
    const others = more.filter((name) => !files.includes(name));
    expect(others).toEqual([expect.stringMatching(/^later-.*\.js$/)]);
    expect(gzipped(read(`assets/${others[0]}`))).toBeLessThanOrEqual(6500);
    expect(files).toEqual([expect.stringMatching(/\.js$/)]);
    expect(gzipped(read(`assets/${files[0]}`))).toBeLessThanOrEqual(5500);
    expect(now.filter((name) => name.endsWith('.js'))).toHaveLength(1);
  });

  it('holds no schema library, no second transport and no debug log', () => {
    const text = readdirSync(new URL('assets/', dist))
      .map((name) => read(`assets/${name}`))
      .join('');
    for (const canary of ['ZodError', 'invalid_type', 'discriminator', 'WebTransport', 'socket.io-client:']) {
      expect(text).not.toContain(canary);
    }
    // An upload tells how far it is by it alone; the line needs none.
    expect(loadedWhenOpened().map(read).join('')).not.toContain('XMLHttpRequest');
  });
});
