export { describeStore } from './contract/describe-store.ts';
export { Stage } from './contract/stage.ts';
export type { TestKit } from './contract/test-kit.ts';
export { createFakeClock } from './fake-clock.ts';
export type { FakeClock } from './fake-clock.ts';
export { createMemoryStore } from './memory-store.ts';
export { createSeededIds, createSeededRandom } from './seeded-ids.ts';
export { silentLog } from './silent-log.ts';
