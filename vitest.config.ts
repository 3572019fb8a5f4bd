import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  // electron-store imports electron, whose own package only works inside Electron.
  resolve: { alias: { electron: own('./test/support/no-electron.ts') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    setupFiles: ['test/support/fixed-seed.ts'],
    // Several checks share two processors; a test that hangs is stopped all the same.
    testTimeout: 120_000,
    // Hundreds of folders are cleared away after some tests.
    hookTimeout: 120_000,
    server: { deps: { inline: ['electron-store'] } },
  },
})
