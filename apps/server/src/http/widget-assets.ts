import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `apps/widget` was built to. */
export interface WidgetAssets {
  /** The loader's text; the token `__SOLODESK_SITE__` in it stands for the site's own settings. */
  loader: string;
  /** The script behind messages beside the bubble; `__SOLODESK_PROACTIVE__` in it stands for them. */
  proactive: string;
  /** Scripts of a preview: the page around it, and its frame. */
  preview: { page: string; frame: string };
  /** Root-relative addresses of the frame's scripts and style sheets. */
  scripts: string[];
  styles: string[];
  /** Folder with the hashed files. */
  folder: string;
}

interface ManifestChunk {
  file: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
}

/** @throws when the widget has not been built. */
export function readWidgetAssets(distDir: string): WidgetAssets {
  const manifest = JSON.parse(readFileSync(join(distDir, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestChunk
  >;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('the widget has no entry in its manifest');
  const imported = (entry.imports ?? []).map((name) => manifest[name]).filter((chunk) => chunk !== undefined);
  const chunks = [entry, ...imported];
  return {
    loader: readFileSync(join(distDir, 'loader.js'), 'utf8'),
    proactive: readFileSync(join(distDir, 'proactive.js'), 'utf8'),
    preview: {
      page: readFileSync(join(distDir, 'preview-page.js'), 'utf8'),
      frame: readFileSync(join(distDir, 'preview-frame.js'), 'utf8'),
    },
    scripts: chunks.map(({ file }) => `/${file}`),
    styles: chunks.flatMap(({ css }) => css ?? []).map((file) => `/${file}`),
    folder: join(distDir, 'assets'),
  };
}
