import { defineConfig } from '@playwright/test';
import { LAUNCH } from './fixtures/launch.ts';

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results',
  globalSetup: './fixtures/global-setup.ts',
  fullyParallel: true,
  workers: 3,
  forbidOnly: true,
  retries: 0,
  // Only what hangs takes so long: a machine that does other things as well is slow and not wrong.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  // Two keep two cores busy; what waits for a minute of the server's own time does so beside them.
  projects: [
    { name: 'slow', testMatch: 'silent-owner.spec.ts', workers: 1 },
    { name: 'main', testIgnore: 'silent-owner.spec.ts', workers: 2 },
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Writing down every page takes a fifth of the processor's time: a test that failed is traced when it is repeated.
    trace: 'off',
    launchOptions: LAUNCH,
  },
});
