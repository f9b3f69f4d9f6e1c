import { fileURLToPath } from 'node:url';
import { buildForNode } from '../../packages/tooling/node-build.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

export function build() {
  return buildForNode(root, {
    main: `${root}src/main.ts`,
    // The bot learns in a process of its own.
    'train-child': `${root}../../packages/nlu/src/train-child.ts`,
    // So it does when it asks itself what it would get wrong.
    'evaluate-child': `${root}../../packages/nlu/src/evaluate-child.ts`,
  });
}
