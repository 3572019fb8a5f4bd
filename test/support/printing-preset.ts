import { readFileSync } from 'node:fs'
import type { PagePreset } from '../../shared/templates/templates.ts'

/** A preset of `templates/page-presets/` as the program loads it. */
export function readPreset(id: string): PagePreset {
  const file = new URL(`../../templates/page-presets/${id}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as PagePreset
}
