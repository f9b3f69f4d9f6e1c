import { fileURLToPath } from 'node:url';
import { buildForNode } from '../../packages/tooling/node-build.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

export function build() {
  return buildForNode(root, { main: `${root}src/main.ts` });
}
