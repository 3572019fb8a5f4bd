import type { OutlineNode } from '../../report/outline.ts'
import type { PlainText } from '../../report/plain-text.ts'
import type { SectionKind } from '../../report/schema.ts'
import type { Translate } from '../finding-sentence.ts'
import { readLines } from '../read-report.ts'

/** From `start` on the text stands under these headings, outermost first. */
export interface SectionPlace {
  start: number
  path: string[]
}

/** Headings above an offset; none in the title block. */
export function pathAt(sections: readonly SectionPlace[], offset: number): string[] {
  return sections.findLast(({ start }) => start <= offset)?.path ?? []
}

/** Sections of a report as its outline shows them; one without a heading goes by the name of its kind. */
export function sectionsOfOutline(outline: readonly OutlineNode[], plain: PlainText, t: Translate): SectionPlace[] {
  const startOf = new Map<number, number>()
  for (const { path, start } of plain.lines) {
    const block = path[0] ?? 0
    if (!startOf.has(block)) startOf.set(block, start)
  }
  const places: SectionPlace[] = []
  const add = (nodes: readonly OutlineNode[], above: readonly string[]): void => {
    for (const node of nodes) {
      const name = node.title === '' ? nameOfKind(node.kind, t) : node.title
      const path = [...above, shortened(node.label + name)]
      const start = startOf.get(node.start)
      if (start !== undefined) places.push({ start, path })
      add(node.children, path)
    }
  }
  add(outline, [])
  return places
}

/** Sections of a text that has no blocks: its headings, and the parts that open without one. */
export function sectionsOfText(text: string, t: Translate): SectionPlace[] {
  const open: { level: number; name: string }[] = []
  return readLines(text).flatMap(({ role, level, leadEnd, opens, start, text: line }) => {
    const isHeading = role === 'heading' && level !== undefined
    if (!isHeading && opens === undefined) return []
    const depth = isHeading ? level : 1
    while ((open.at(-1)?.level ?? 0) >= depth) open.pop()
    open.push({
      level: depth,
      name: isHeading ? shortened(line.slice(0, leadEnd).trim()) : nameOfKind(opens ?? null, t),
    })
    return [{ start, path: open.map(({ name }) => name) }]
  })
}

function nameOfKind(kind: SectionKind | null, t: Translate): string {
  return kind === null ? '' : t(`window:section.${kind}`)
}

/** A heading that is a whole sentence would fill its cell; its full stop says nothing in a list of places. */
const longestHeading = 28

function shortened(title: string): string {
  const words = title.replaceAll('\uFFFC', '').replace(/[。：:；;，,]+$/, '')
  return words.length <= longestHeading ? words : `${words.slice(0, longestHeading - 1)}…`
}
