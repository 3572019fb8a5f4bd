import type { Note } from '../../report/schema.ts'
import { textContent } from './text-content.ts'
import { rootAttributes, xmlHead } from './xml.ts'

/** Collects the notes of a report in the order in which the text refers to them. */
export interface NoteWriter {
  /** The run that stands for a note in the text; undefined for a note that the report does not hold. */
  reference(id: string): { properties: string; content: string } | undefined
  footnotesXml(): string
  endnotesXml(): string
  /** Entries of the 名词解释, first its number. */
  terms(): string[]
}

export function createNoteWriter(notes: Readonly<Record<string, Note>>): NoteWriter {
  const footnotes: string[] = []
  const endnotes: string[] = []
  const terms: string[] = []
  return {
    reference(id) {
      const note = Object.hasOwn(notes, id) ? notes[id] : undefined
      if (!note) return undefined
      switch (note.kind) {
        case 'footnote':
          return noteReference('footnote', footnotes.push(note.text))
        case 'endnote':
          return noteReference('endnote', endnotes.push(note.text))
        case 'term': {
          const known = terms.indexOf(note.text)
          const number = known < 0 ? terms.push(note.text) : known + 1
          return { properties: '<w:vertAlign w:val="superscript"/>', content: textContent(`[${number}]`) }
        }
      }
    },
    footnotesXml: () => notesXml('footnote', footnotes),
    endnotesXml: () => notesXml('endnote', endnotes),
    terms: () => terms.map((text, index) => `${index + 1}.${text}`),
  }
}

type NoteKind = 'footnote' | 'endnote'

function noteReference(kind: NoteKind, id: number): { properties: string; content: string } {
  return { properties: `<w:rStyle w:val="${styleOf(kind)}Reference"/>`, content: `<w:${kind}Reference w:id="${id}"/>` }
}

/** Ids −1 and 0 are the rules above the notes (ECMA-376 part 1, 17.18.33). */
function notesXml(kind: NoteKind, texts: readonly string[]): string {
  const rules =
    `<w:${kind} w:type="separator" w:id="-1">${ruleParagraph('separator')}</w:${kind}>` +
    `<w:${kind} w:type="continuationSeparator" w:id="0">${ruleParagraph('continuationSeparator')}</w:${kind}>`
  const notes = texts.map((text, index) => `<w:${kind} w:id="${index + 1}">${noteParagraphs(kind, text)}</w:${kind}>`)
  return `${xmlHead}<w:${kind}s ${rootAttributes}>${rules}${notes.join('')}</w:${kind}s>`
}

function ruleParagraph(element: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:${element}/></w:r></w:p>`
}

function noteParagraphs(kind: NoteKind, text: string): string {
  const style = styleOf(kind)
  const mark = `<w:r><w:rPr><w:rStyle w:val="${style}Reference"/></w:rPr><w:${kind}Ref/></w:r>`
  return text
    .split('\n')
    .map((line, index) => {
      const first = index === 0 ? `${mark}<w:r><w:t xml:space="preserve"> </w:t></w:r>` : ''
      const words = line === '' ? '' : `<w:r>${textContent(line)}</w:r>`
      return `<w:p><w:pPr><w:pStyle w:val="${style}Text"/></w:pPr>${first}${words}</w:p>`
    })
    .join('')
}

const styleOf = (kind: NoteKind): 'Footnote' | 'Endnote' => (kind === 'footnote' ? 'Footnote' : 'Endnote')
