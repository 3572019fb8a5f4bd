import { formatNumber } from './number-formats.ts'
import { child, countOf, elements, isOn, isWord, valueOf, type XmlElement } from './xml-tree.ts'

/** Counts numbered paragraphs in the order of the text and says what each of them prints. */
export interface ListNumbers {
  /** The printed number, `''` for a bullet or a number that is not shown. */
  next(numbering: { id: string; level: number }): string
}

interface Level {
  format: string
  /** `%1、`: the numbers of levels put into a frame. */
  text: string
  start: number
  /** Level after which the count begins anew; 0 = never. Absent: after any higher level. */
  restart?: number
  /** Higher levels print as digits (w:isLgl). */
  legal: boolean
}

/** `styleNumbering`: the list a numbering style stands for (w:numStyleLink). */
export function readListNumbers(
  root: XmlElement | undefined,
  styleNumbering: (style: string) => string | undefined,
): ListNumbers {
  const abstracts = new Map<string, XmlElement>()
  const instances = new Map<string, XmlElement>()
  for (const element of elements(root)) {
    if (isWord(element, 'abstractNum')) abstracts.set(element.attributes['abstractNumId'] ?? '', element)
    if (isWord(element, 'num')) instances.set(element.attributes['numId'] ?? '', element)
  }
  const levelsOf = new Map<string, Level[]>()
  /** Instances of one abstract list count together, unless an override starts them anew. */
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  return {
    next({ id, level }) {
      const instance = instances.get(id)
      if (id === '0' || !instance || level < 0 || level > 8) return ''
      const list = abstractOf(id, 0)
      let levels = levelsOf.get(id)
      if (!levels) levelsOf.set(id, (levels = readLevels(abstracts.get(list ?? ''), instance)))
      const own = levels[level]
      if (!own || list === undefined) return ''
      const count = counts.get(list) ?? []
      counts.set(list, count)
      const key = `${id}/${level}`
      const override = begun.has(key) ? undefined : startOverride(instance, level)
      begun.add(key)
      count[level] = override ?? (count[level] === undefined ? own.start : count[level] + 1)
      for (let below = level + 1; below < 9; below++) {
        const restart = levels[below]?.restart
        if (restart === undefined || (restart > 0 && level < restart)) count[below] = undefined
      }
      return printed(levels, count, level)
    },
  }

  function abstractOf(id: string, depth: number): string | undefined {
    const abstract = valueOf(instances.get(id), 'abstractNumId')
    const link = valueOf(abstracts.get(abstract ?? ''), 'numStyleLink')
    const linked = link === undefined || depth > 5 ? undefined : styleNumbering(link)
    return linked === undefined || linked === id ? abstract : abstractOf(linked, depth + 1)
  }
}

function printed(
  levels: readonly (Level | undefined)[],
  count: readonly (number | undefined)[],
  level: number,
): string {
  const own = levels[level]
  if (!own || own.format === 'bullet') return own && /^[—－-]+$/.test(own.text) ? own.text : ''
  return own.text.replace(/%([1-9])/g, (_, place: string) => {
    const index = Number(place) - 1
    const other = levels[index]
    const format = own.legal && index < level ? 'decimal' : (other?.format ?? 'decimal')
    return formatNumber(format, count[index] ?? other?.start ?? 1)
  })
}

function readLevels(abstract: XmlElement | undefined, instance: XmlElement): Level[] {
  const levels: Level[] = []
  const read = (element: XmlElement): void => {
    const index = Number(element.attributes['ilvl'] ?? 0)
    if (isWord(element, 'lvl') && index >= 0 && index <= 8) levels[index] = readLevel(element)
  }
  elements(abstract).forEach(read)
  for (const override of elements(instance)) elements(override).forEach(read)
  return levels
}

function readLevel(element: XmlElement): Level {
  const restart = valueOf(element, 'lvlRestart')
  const level = {
    format: valueOf(element, 'numFmt') ?? 'decimal',
    text: valueOf(element, 'lvlText') ?? '',
    start: valueOf(element, 'start') === undefined ? 1 : countOf(valueOf(element, 'start'), 0, 32_767),
    legal: isOn(element, 'isLgl') === true,
  }
  return restart === undefined ? level : { ...level, restart: countOf(restart, 0, 9) }
}

function startOverride(instance: XmlElement, level: number): number | undefined {
  const override = elements(instance).find(
    (element) => isWord(element, 'lvlOverride') && element.attributes['ilvl'] === String(level),
  )
  const start = valueOf(override, 'startOverride')
  return start === undefined ? undefined : countOf(start, 0, 32_767)
}

/** The list that a numbering style refers to. */
export function numberingOfStyle(styles: XmlElement | undefined): (style: string) => string | undefined {
  return (id) => {
    const style = elements(styles).find((element) => isWord(element, 'style') && element.attributes['styleId'] === id)
    return valueOf(child(child(style, 'pPr'), 'numPr'), 'numId')
  }
}
