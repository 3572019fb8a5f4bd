import type { Note } from '../../report/schema.ts'
import { readRelationships } from '../read/package-parts.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceDescendants,
  sourceElements,
  withChildren,
  wordElement,
  writeSourcePart,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { addPart } from './package-index.ts'

type Notes = Readonly<Record<string, Note>>
type Kind = 'footnote' | 'endnote'

export interface PatchedNotes {
  /** Where a note of the report stands in the file. */
  numberOf: (note: string) => { kind: Kind; number: string } | undefined
  /** Takes out the notes of the source that the text no longer refers to. */
  dropUnreferred: (document: SourceElement) => void
}

/** Brings footnotes and endnotes to the state of the report; terms become footnotes. */
export function patchNotes(parts: Map<string, Uint8Array>, mainPart: string, before: Notes, now: Notes): PatchedNotes {
  const numbers = new Map<string, { kind: Kind; number: string }>()
  for (const kind of ['footnote', 'endnote'] as const) {
    const own = Object.entries(now).filter(([, note]) => kindOf(note) === kind)
    for (const [key] of own) if (key in before) numbers.set(key, { kind, number: key.slice(key.indexOf('-') + 1) })
    const changed = own.filter(([key, note]) => before[key]?.text !== note.text)
    if (changed.length > 0) patchPart(parts, mainPart, kind, changed, numbers)
  }
  return {
    numberOf: (note) => numbers.get(note),
    dropUnreferred: (document) => dropUnreferred(parts, mainPart, before, document),
  }
}

function kindOf({ kind }: Note): Kind {
  return kind === 'endnote' ? 'endnote' : 'footnote'
}

function patchPart(
  parts: Map<string, Uint8Array>,
  mainPart: string,
  kind: Kind,
  changed: readonly (readonly [string, Note])[],
  numbers: Map<string, { kind: Kind; number: string }>,
): void {
  const path = notesPart(parts, mainPart, kind) ?? addNotesPart(parts, mainPart, kind)
  const source = readSourcePart(parts.get(path) ?? new Uint8Array(), path)
  const texts = new Map(
    changed.flatMap(([key, { text }]) => (numbers.has(key) ? [[numbers.get(key)?.number ?? '', text] as const] : [])),
  )
  let last = Math.max(0, ...sourceElements(source.root).map((note) => Number(attributeOf(note, 'id') ?? 0)))
  const patched = source.root.children.map((child) => {
    const text = isWordElement(child, kind) ? texts.get(attributeOf(child, 'id') ?? '') : undefined
    return text === undefined ? child : withWords(child as SourceElement, kind, text)
  })
  const added = changed.flatMap(([key, { text }]) => {
    if (numbers.has(key)) return []
    const number = String(++last)
    numbers.set(key, { kind, number })
    return [withWords(wordElement(source.root, kind, { id: number }), kind, text)]
  })
  parts.set(path, writeSourcePart(source, withChildren(source.root, [...patched, ...added])))
}

/** The paragraph of a note keeps its looks and its number; its words are those of the report. */
function withWords(note: SourceElement, kind: Kind, text: string): SourceElement {
  const first = sourceElements(note).find((child) => isWordElement(child, 'p'))
  const looks = first?.children.filter((child) => isWordElement(child, 'pPr')) ?? []
  const mark = first
    ? sourceElements(first).filter((run) => sourceElements(run).some((child) => isWordElement(child, `${kind}Ref`)))
    : [
        wordElement(note, 'r', {}, [
          wordElement(note, 'rPr', {}, [wordElement(note, 'vertAlign', { val: 'superscript' })]),
          wordElement(note, `${kind}Ref`),
        ]),
      ]
  const lines = text.split('\n').map((line, index) => {
    const words = { ...wordElement(note, 't', {}, [index === 0 ? ` ${line}` : line]), attributes: [preserve] }
    return wordElement(note, 'p', {}, [...looks, ...(index === 0 ? mark : []), wordElement(note, 'r', {}, [words])])
  })
  const { slice: _, ...rest } = note
  return { ...rest, children: lines }
}

const preserve = {
  tag: 'xml:space',
  namespace: 'http://www.w3.org/XML/1998/namespace',
  name: 'space',
  value: 'preserve',
}

function notesPart(parts: ReadonlyMap<string, Uint8Array>, mainPart: string, kind: Kind): string | undefined {
  const found = readRelationships(parts, mainPart).find(({ type, external }) => type === `${kind}s` && !external)
  return found && parts.has(found.target) ? found.target : undefined
}

function addNotesPart(parts: Map<string, Uint8Array>, mainPart: string, kind: Kind): string {
  const rule = (name: string, id: number): string =>
    `<w:${kind} w:type="${name}" w:id="${id}"><w:p><w:r><w:${name}/></w:r></w:p></w:${kind}>`
  return addPart(parts, mainPart, {
    name: `${kind}s.xml`,
    type: `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}s`,
    contentType: `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}s+xml`,
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${rule('separator', -1)}${rule('continuationSeparator', 0)}</w:${kind}s>`,
  })
}

function dropUnreferred(
  parts: Map<string, Uint8Array>,
  mainPart: string,
  before: Notes,
  document: SourceElement,
): void {
  for (const kind of ['footnote', 'endnote'] as const) {
    const path = notesPart(parts, mainPart, kind)
    if (path === undefined) continue
    const referred = new Set<string>()
    for (const element of sourceDescendants(document))
      if (isWordElement(element, `${kind}Reference`)) referred.add(attributeOf(element, 'id') ?? '')
    const gone = Object.keys(before).filter(
      (key) => key.startsWith(`${kind}-`) && !referred.has(key.slice(kind.length + 1)),
    )
    if (gone.length === 0) continue
    const source = readSourcePart(parts.get(path) ?? new Uint8Array(), path)
    const kept = source.root.children.filter(
      (child: SourceNode) =>
        !isElement(child) || !isWordElement(child, kind) || !gone.includes(`${kind}-${attributeOf(child, 'id') ?? ''}`),
    )
    parts.set(path, writeSourcePart(source, withChildren(source.root, kept)))
  }
}
