import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: '../../.cache/editor-page',
    emptyOutDir: true,
    target: 'chrome101',
    modulePreload: false,
    chunkSizeWarningLimit: 2000,
  },
})
