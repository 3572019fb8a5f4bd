import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('./renderer/', import.meta.url))
const pages = ['index.html', 'print/print.html'].map((page) => `${root}${page}`)

/** The window: plain files under relative addresses, nothing inline that its content security policy would refuse. */
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('./dist/renderer/', import.meta.url)),
    emptyOutDir: true,
    // The oldest browser promised: UOS 1070 on arm64 ships this Chromium.
    target: 'chrome101',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.filter((page) => existsSync(page)) },
    chunkSizeWarningLimit: 4096,
  },
})
