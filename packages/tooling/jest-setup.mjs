import { fileURLToPath } from 'node:url';
import makeModelsFolder from './jest-models.mjs';
import { run } from './run.mjs';
import { freshTestBundle } from './test-bundle.mjs';

const BUNDLER = fileURLToPath(new URL('./test-bundle.mjs', import.meta.url));

/** Before all tests. For a few files alone a bundle is not worth its making: then it is taken only if it is there. */
export default async function setUp(globalConfig) {
  await makeModelsFolder();
  const isWhole = globalConfig.testPathPatterns.patterns.length === 0;
  // By a process of its own: this one would keep a gigabyte of it beside the tests.
  if (isWhole && freshTestBundle() === undefined) await run(process.execPath, [BUNDLER]);
  process.env.SOLODESK_TEST_BUNDLE = freshTestBundle() ?? '';
}
