import { defineConfig } from '@playwright/test'

/** Each test starts the program of its own over the browser runtime; no browser of Playwright's is used. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/build-first.ts',
  // A busy computer may take many times as long as a quiet one, where no test needs half a minute.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  workers: 1,
  // A loaded computer may starve a browser once; a test that fails twice has failed.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
