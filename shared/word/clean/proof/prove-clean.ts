import { tourPackage } from './package-tour.ts'
import { isOwnStyleId } from './allowed-values.ts'
import { provePart, type Seen } from './prove-part.ts'
import { pictureTrace } from './prove-picture.ts'
import type { Trace } from './trace.ts'

/**
 * What is left of the review or of people in a package, or cannot be told; nothing in a clean copy. It reads the finished
 * bytes and knows only what may be in them: nothing of how they were cleaned, so that no mistake there is made twice.
 */
export function proveClean(parts: ReadonlyMap<string, Uint8Array>): Trace[] {
  const { traces } = tourPackage(parts)
  const seen: Seen = {
    words: [],
    titles: [],
    references: new Set(),
    notes: [],
    styles: [],
    uses: [],
    fonts: [],
    setIn: new Set(),
  }
  for (const [part, bytes] of parts) {
    if (isXml(bytes)) traces.push(...ofPictures(part, provePart(part, bytes, seen)))
    else traces.push(...unreadable(part, bytes))
  }
  return distinct([...traces, ...together(seen)])
}

/** By how it begins: names and types are for programs that believe them. */
function isXml(bytes: Uint8Array): boolean {
  const start = [0xef, 0xbb, 0xbf].every((byte, at) => bytes[at] === byte) ? 3 : 0
  const first = bytes.subarray(start).find((byte) => byte > 0x20)
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return first === 0x3c || wide
}

/** Drawings in XML are pictures all the same. */
function ofPictures(part: string, traces: readonly Trace[]): Trace[] {
  return traces.map((trace) => (/\.svg$/i.test(part) ? { ...trace, kind: 'pictures' } : trace))
}

function unreadable(part: string, bytes: Uint8Array): Trace[] {
  // Fonts are packed against copying (ISO/IEC 29500-4, 17.8.1).
  if (/\.odttf$/i.test(part)) return []
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return [{ kind: 'inserted', part, what: 'part' }]
  const what = pictureTrace(bytes)
  return what === undefined ? [] : [{ kind: 'pictures', part, what }]
}

/** What only all parts together tell: notes and styles that others refer to, titles that readers see. */
function together({ words, titles, references, notes, styles, uses, fonts, setIn }: Seen): Trace[] {
  const text = words.join('')
  const ids = new Set(styles.map(({ id }) => id))
  return [
    ...titles
      .filter(({ near = '' }) => near.trim() !== '' && !text.includes(near.trim()))
      .map((title): Trace => ({ ...title, kind: 'names' })),
    ...notes.filter(({ key }) => !references.has(key)).map(({ trace }) => trace),
    ...fonts
      .filter(({ name }) => !setIn.has(name))
      .map(({ name, part }): Trace => ({ kind: 'names', part, what: 'font', near: name })),
    ...styles
      .filter(({ id, name }) => !isOwnStyleId(id, name))
      .map(({ id, part }): Trace => ({ kind: 'names', part, what: 'styleId', near: id })),
    ...uses
      .filter(({ id }) => !ids.has(id) && !isOwnStyleId(id, ''))
      .map(({ id, part, what }): Trace => ({ kind: 'names', part, what, near: id })),
  ]
}

/** One each of a kind and place; what may be hidden comes first, for it takes a person to decide on it. */
function distinct(traces: readonly Trace[]): Trace[] {
  const found = new Map(traces.map((trace) => [`${trace.part} ${trace.what} ${trace.near ?? ''}`, trace]))
  return [...found.values()].sort((a, b) => order(a) - order(b))
}

function order({ kind, near }: Trace): number {
  return ['hidden', 'inserted', 'pictures', 'review', 'names', 'outside', 'unknown'].indexOf(kind) * 2 + (near ? 0 : 1)
}
