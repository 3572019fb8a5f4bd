import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** Compares files with a folder of `test/golden`; `UPDATE_GOLDEN=1` rewrites the folder, to be reviewed as a diff. */
export function expectGolden(name: string, files: ReadonlyMap<string, string>): void {
  const folder = fileURLToPath(new URL(`../golden/${name}/`, import.meta.url))
  if (process.env['UPDATE_GOLDEN'] === '1') {
    rmSync(folder, { recursive: true, force: true })
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  }
  const kept = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  const names = kept
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  expect(names.toSorted(), `files of ${name}; UPDATE_GOLDEN=1 rewrites them`).toEqual([...files.keys()].toSorted())
  for (const [path, content] of files) expect(content, `${name}/${path}`).toBe(readFileSync(join(folder, path), 'utf8'))
}
