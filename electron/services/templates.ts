import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseTemplates } from '../../shared/templates/parse.ts'
import type { Templates } from '../../shared/templates/templates.ts'

/** Beside the program: `templates/` in the source tree and in the package alike. */
export const templateFolder = fileURLToPath(new URL('../../templates/', import.meta.url))

/** Reads and checks the data of `templates/`. A file that does not fit is an error that names it. */
export async function readTemplates(folder: string = templateFolder): Promise<Templates> {
  const [sections, structures, presets, indicators, formulations, usage, terms] = await Promise.all([
    readFolder(join(folder, 'sections')),
    readFolder(join(folder, 'structures')),
    readFolder(join(folder, 'page-presets')),
    readJson(join(folder, 'indicators.json')),
    readJson(join(folder, 'formulations.json')),
    readJson(join(folder, 'usage.json')),
    readJson(join(folder, 'terms.json')),
  ])
  return parseTemplates({ sections, structures, presets, indicators, formulations, usage, terms })
}

/** Every data file of a folder by name, in the order of the names. */
async function readFolder(folder: string): Promise<Record<string, unknown>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const values = await Promise.all(names.map((name) => readJson(join(folder, name))))
  return Object.fromEntries(names.map((name, i) => [name, values[i]]))
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8')
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new Error(`${path}: ${String(error)}`, { cause: error })
  }
}
