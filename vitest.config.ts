import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // electron-store imports electron, whose own package only works inside Electron.
  resolve: { alias: { electron: fileURLToPath(new URL('./test/support/no-electron.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    setupFiles: ['test/support/fixed-seed.ts'],
    // Several checks share two processors; a test that hangs is stopped all the same.
    testTimeout: 60_000,
    server: { deps: { inline: ['electron-store'] } },
  },
})
