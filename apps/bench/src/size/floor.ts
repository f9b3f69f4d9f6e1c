import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { repositoryRoot } from '../desk/repository.ts';

const ENTRY = 'virtual:floor';
/** Everything is kept that a widget cannot do without. */
const CODE = `
  import { h, render } from 'preact';
  import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
  import { io } from 'socket.io-client';
  window.floor = [h, render, useEffect, useMemo, useRef, useState, io];
`;

export const gzipBytes = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;

/** What preact, its hooks and socket.io-client weigh by themselves, built as the widget is. Bytes after gzip. */
export async function measureFloor(): Promise<number> {
  const root = join(repositoryRoot(), 'apps/widget');
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'floor',
        enforce: 'pre',
        // Under the widget's folder, so that its libraries are the ones that are found.
        resolveId: (id) => (id === ENTRY ? join(root, 'floor.js') : null),
        load: (id) => (id === join(root, 'floor.js') ? CODE : null),
      },
    ],
    build: {
      target: 'es2022',
      write: false,
      modulePreload: { polyfill: false },
      rollupOptions: { input: ENTRY, preserveEntrySignatures: false },
    },
  });
  if (!('output' in output)) throw new Error('the floor was not built once');
  const [chunk] = output.output;
  return gzipBytes(chunk.code);
}
