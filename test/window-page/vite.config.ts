import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { readTemplates } from '../../electron/services/templates.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const json = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'))

/** The window alone in a browser, without its main process: for looking at it and for the tests of its behaviour. */
export default defineConfig(async () => ({
  root,
  plugins: [react()],
  define: {
    pageData: JSON.stringify({
      templates: await readTemplates(),
      sample: json('templates/sample/report.json'),
      lastYear: json('templates/sample/last-year.json'),
    }),
  },
  build: { outDir: root + 'out/window-page', rolldownOptions: { input: root + 'test/window-page/index.html' } },
}))
