import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'es6' },
  },
];

export default {
  rootDir,
  roots: ['<rootDir>/packages', '<rootDir>/apps'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.tsc/'],
  modulePathIgnorePatterns: ['/dist/', '/.tsc/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  runtime: '<rootDir>/packages/tooling/jest-runtime.cjs',
  resolver: '<rootDir>/packages/tooling/test-resolver.cjs',
  globalSetup: '<rootDir>/packages/tooling/jest-setup.mjs',
  globalTeardown: '<rootDir>/packages/tooling/jest-models-end.mjs',
  // Only what hangs takes so long: a machine that does other things as well is slow and not wrong.
  testTimeout: 300_000,
  // A process that has run many files with modules of its own each keeps much of them: at 4 GB it does little but collect
  // garbage, and then ends. With a limit, files run in workers, and a worker that is over it is replaced between two files.
  // One more of them than processors: a server's tests wait for its clock, its disk and its children.
  maxWorkers: availableParallelism() + 1,
  workerIdleMemoryLimit: '1GB',
};
