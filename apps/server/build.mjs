import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildForNode } from '../../packages/tooling/node-build.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

export async function build() {
  await buildForNode(root, {
    main: `${root}src/main.ts`,
    // The bot learns in a process of its own.
    'train-child': `${root}../../packages/nlu/src/processes/train-child.ts`,
    // So it learns what to recommend.
    'recommend-child': `${root}src/recommendations/recommend-child.ts`,
    // So it does when it asks itself what it would get wrong.
    'evaluate-child': `${root}../../packages/nlu/src/processes/evaluate-child.ts`,
  });
  await buildHelpAssets();
}

/** Pages that the server renders are not bundled: one style sheet each, after the tokens of the house, and one small script. */
async function buildHelpAssets() {
  const out = `${root}dist/help`;
  await mkdir(out, { recursive: true });
  const sheets = [`${root}../../packages/ui/src/tokens.css`, `${root}help/help.css`, `${root}help/help-prose.css`];
  const texts = await Promise.all(sheets.map((file) => readFile(file, 'utf8')));
  await writeFile(`${out}/help.css`, texts.join('\n'));
  const docs = await Promise.all([sheets[0], `${root}api-docs/api-docs.css`].map((file) => readFile(file, 'utf8')));
  await writeFile(`${out}/api-docs.css`, docs.join('\n'));
  await copyFile(`${root}help/help.js`, `${out}/help.js`);
  const survey = await Promise.all([sheets[0], `${root}survey/survey.css`].map((file) => readFile(file, 'utf8')));
  await writeFile(`${out}/survey.css`, survey.join('\n'));
  const shared = await readFile(`${root}survey/token-page.js`, 'utf8');
  for (const name of ['survey.js', 'act.js', 'file.js', 'unsubscribe.js', 'leave.js'])
    await writeFile(`${out}/${name}`, `${shared}\n${await readFile(`${root}survey/${name}`, 'utf8')}`);
}
