import { readdirSync, readFileSync } from 'node:fs'
import type { PagePreset } from '../../shared/templates/templates.ts'

/** A preset of `templates/page-presets/` as the program loads it. */
export function readPreset(id: string): PagePreset {
  const file = new URL(`../../templates/page-presets/${id}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as PagePreset
}

/** Every preset that the program offers. */
export function allPresets(): PagePreset[] {
  const folder = new URL('../../templates/page-presets/', import.meta.url)
  return readdirSync(folder).map((name) => readPreset(name.replace('.json', '')))
}
