import { isTextLeaf, type Inline, type TextLeaf } from './schema.ts'

/** Length of a line's children in units of the text: a void counts as one. */
export function inlineLength(children: readonly Inline[]): number {
  return children.reduce((length, child) => length + (isTextLeaf(child) ? child.text.length : 1), 0)
}

/** The part [start, end) of a line. */
export function sliceInlines(children: readonly Inline[], start: number, end: number): Inline[] {
  const part: Inline[] = []
  let at = 0
  for (const child of children) {
    const length = isTextLeaf(child) ? child.text.length : 1
    if (isTextLeaf(child)) {
      const text = child.text.slice(Math.max(0, start - at), Math.max(0, end - at))
      if (text !== '') part.push({ ...child, text })
    } else if (at >= start && at < end) part.push(child)
    at += length
  }
  return part
}

/**
 * The part of a line between two places of its final text, which deletions take no room in. A deletion belongs to the
 * part that begins where it stands; `Infinity` as the end takes in those at the end of the line.
 */
export function sliceFinal(children: readonly Inline[], start: number, end: number): Inline[] {
  const part: Inline[] = []
  let at = 0
  for (const child of children) {
    if (child.del) {
      if (at >= start && at < end) part.push(child)
      continue
    }
    part.push(...sliceInlines([child], start - at, end - at))
    at += isTextLeaf(child) ? child.text.length : 1
  }
  return part
}

/** The line without the blanks around its final text; nothing that is deleted is lost. */
export function trimFinal(children: readonly Inline[], start: number, end: number): Inline[] {
  let at = 0
  return children.flatMap((child) => {
    if (child.del) return [child]
    const part = sliceInlines([child], start - at, end - at)
    at += isTextLeaf(child) ? child.text.length : 1
    return part
  })
}

/** A line as the editor keeps it: equal neighbours joined, no empty leaf but beside voids, text at both ends. */
export function tidyInlines(children: readonly Inline[]): Inline[] {
  const tidy: Inline[] = []
  for (const child of children) {
    const last = tidy.at(-1)
    if (!isTextLeaf(child)) {
      if (!last || !isTextLeaf(last)) tidy.push({ text: '' })
      tidy.push(child)
    } else if (child.text !== '') {
      if (last && isTextLeaf(last) && sameMarks(last, child))
        tidy[tidy.length - 1] = { ...last, text: last.text + child.text }
      else tidy.push(child)
    }
  }
  const end = tidy.at(-1)
  if (!end || !isTextLeaf(end)) tidy.push({ text: '' })
  return tidy
}

function sameMarks(a: TextLeaf, b: TextLeaf): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  keys.delete('text')
  return [...keys].every((key) => JSON.stringify(a[key as keyof TextLeaf]) === JSON.stringify(b[key as keyof TextLeaf]))
}

/** The text of every leaf passed through `change`; the other properties stay. */
export function mapText(children: readonly Inline[], change: (text: string) => string): Inline[] {
  return children.map((child) => (isTextLeaf(child) ? { ...child, text: change(child.text) } : child))
}
