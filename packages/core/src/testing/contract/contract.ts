import type { Stage } from './stage.ts';
import type { TestKit } from './test-kit.ts';

/** One subject of the contract; `stage` gives the empty store of the test that runs. */
export type Contract = (kit: TestKit, stage: () => Stage) => void;
