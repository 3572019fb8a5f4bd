// Builds what a page needs: the window, the preload script for Electron, the page script of the browser runtime.
// Nothing is done while the sources are those of the last build; `--force` builds all the same.
import { build } from 'vite'
import { isBuilt, rememberBuild } from './lib/build-stamp.mjs'
import { root } from './lib/root.mjs'

if (!process.argv.includes('--force') && isBuilt()) process.exit(0)

const quiet = { logLevel: 'warn', root }

/** One file without imports. */
const single = (entry, fileName, output) => ({
  ...quiet,
  configFile: false,
  build: {
    outDir: `${root}dist`,
    emptyOutDir: false,
    target: 'chrome101',
    minify: false,
    lib: {
      entry: `${root}${entry}`,
      formats: [output.format],
      name: output.name ?? 'preload',
      fileName: () => fileName,
    },
    rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
  },
})

// A sandboxed preload script cannot import modules: Electron wants CommonJS in one file.
await build(single('electron/preload.ts', 'preload.cjs', { format: 'cjs' }))
await build(
  single('electron/browser-runtime/page/main.ts', 'browser-runtime-page.js', { format: 'iife', name: 'zhenggaoPage' }),
)
// The window has a root of its own: the configuration names it.
await build({ logLevel: quiet.logLevel, configFile: `${root}vite.config.ts` })
rememberBuild()
