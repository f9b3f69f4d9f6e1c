import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder of this run with what tests have trained; workers inherit it. */
const MODELS = 'SOLODESK_TEST_MODELS';

/** Many files of tests ask bots of the same few FAQs: the first of them trains, the others read. Nothing is kept from run to run. */
export default async function makeFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'solodesk-models-'));
  process.env[MODELS] = folder;
  globalThis.removeTestModels = () => rm(folder, { recursive: true, force: true });
}
