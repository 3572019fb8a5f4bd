import type { PagePreset } from '../../shared/templates/templates.ts'
import { fontChain, missingFonts, type MissingFont } from '../../shared/word/write/fonts.ts'

export interface Fonts {
  /** Families the layout asks for that cannot be drawn here, each once, in the order of the page. */
  missingFonts: MissingFont[]
  installedFonts: readonly string[]
}

export function readFonts(preset: PagePreset, installed: readonly string[]): Fonts {
  const installedFonts = installed.length > 0 ? installed : drawnFamilies(preset)
  const missing = missingFonts(preset, installedFonts).filter(({ role }) => role !== 'pageNumber')
  const once = missing.filter(({ font }, index) => missing.findIndex((other) => other.font === font) === index)
  return { missingFonts: once, installedFonts }
}

/** Where the system cannot be asked, the page tries each family out. */
function drawnFamilies({ fonts }: PagePreset): string[] {
  return [...new Set(Object.values(fonts).flatMap(fontChain))].filter(isDrawn)
}

/** A family that is not there is drawn in the fallback: its widths are those of the fallback. */
function isDrawn(family: string): boolean {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return true
  const width = (fallback: string, name = ''): number => {
    context.font = `72px ${name}${fallback}`
    return context.measureText(probe).width
  }
  return ['serif', 'sans-serif', 'monospace'].some((fallback) => width(fallback, `"${family}", `) !== width(fallback))
}

/** Latin letters: hanzi are equally wide in every family. */
const probe = 'mmMWwil10Oo'
