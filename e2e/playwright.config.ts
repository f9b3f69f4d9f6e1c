import { defineConfig } from '@playwright/test';
import { LAUNCH } from './fixtures/launch.ts';

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results',
  globalSetup: './fixtures/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Only what hangs takes so long: a machine that does other things as well is slow and not wrong.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // A third worker ends no sooner on two cores, and leaves nothing of them to trainings, which run at the lowest priority.
  // What takes a minute of the server's own time goes first.
  projects: [
    { name: 'slow', testMatch: 'silent-owner.spec.ts', workers: 1 },
    { name: 'main', testIgnore: 'silent-owner.spec.ts', workers: 2 },
  ],
  use: {
    // Well within a test's time: otherwise what cannot be clicked is told by nothing but the end of the test.
    actionTimeout: 120_000,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Writing down every page takes a fifth of the processor's time: a test that failed is traced when it is repeated.
    trace: 'off',
    launchOptions: LAUNCH,
  },
});
