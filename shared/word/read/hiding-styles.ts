/** What matters of a style to whether its text is hidden. */
export interface HidingStyle {
  id: string
  /** `paragraph`, `character`, `table` … as the file says. */
  type: string
  standard: boolean
  basedOn: string | undefined
  /** `w:vanish`: on, off, or not said. */
  vanish: boolean | undefined
}

/** `unsure`: programs differ in what they show. */
export type Hidden = 'yes' | 'no' | 'unsure'

/** Whether text of these styles is hidden; `direct` is what the run itself says. */
export type HidesText = (
  direct: boolean | undefined,
  characterStyle: string | undefined,
  paragraphStyle: string | undefined,
) => Hidden

/** Longest chain of `basedOn` that is followed; a longer one is a circle. */
const longestChain = 20

/**
 * A run's own word counts before all others. Two levels of styles that both hide would show the text again
 * (ECMA-376 part 1, 17.7.3), as do defaults that hide and a style that does: not every program follows.
 */
export function readHiding(styles: readonly HidingStyle[], byDefault: boolean): HidesText {
  const byId = new Map<string, HidingStyle>()
  for (const style of styles) if (!byId.has(style.id)) byId.set(style.id, style)
  const standard = (type: string): string | undefined =>
    styles.findLast((style) => style.standard && style.type === type)?.id
  const ofLevel = (id: string | undefined, type: string): boolean => {
    let style = byId.get(id !== undefined && byId.has(id) ? id : (standard(type) ?? ''))
    for (let steps = 0; style && steps < longestChain; steps++) {
      if (style.vanish !== undefined) return style.vanish
      style = byId.get(style.basedOn ?? '')
    }
    return false
  }
  return (direct, characterStyle, paragraphStyle) => {
    if (direct !== undefined) return direct ? 'yes' : 'no'
    const levels = [byDefault, ofLevel(characterStyle, 'character'), ofLevel(paragraphStyle, 'paragraph')]
    const hiding = levels.filter(Boolean).length
    return hiding > 1 ? 'unsure' : hiding === 1 ? 'yes' : 'no'
  }
}
