import type { PagePreset } from '../../shared/templates/templates.ts'

/** Families the layout asks for that cannot be drawn here, in the order of the page. */
export function missingFonts(fonts: PagePreset['fonts'], installed: readonly string[]): string[] {
  const wanted = [...new Set([fonts.title, fonts.subtitle, fonts.heading1, fonts.heading2, fonts.body])]
  if (installed.length === 0) return wanted.filter((family) => !isDrawn(family))
  const known = new Set(installed)
  return wanted.filter((family) => !known.has(family))
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
