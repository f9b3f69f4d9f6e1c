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
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // Three keep two cores busy: what takes a minute of the server's own time takes one of them first.
  projects: [
    { name: 'slow', testMatch: 'silent-owner.spec.ts', workers: 1 },
    { name: 'main', testIgnore: 'silent-owner.spec.ts', workers: 3 },
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
