import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The window under test is the one of the sources as they are now. */
export default function buildFirst(): void {
  const script = fileURLToPath(new URL('../../../scripts/build.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the window could not be built')
}
