import type { SectionKind } from '../report/schema.ts'
import type { TextSpan } from './accounts.ts'
import type { ReadSide } from './read-side.ts'

/** A sentence, or the part of one up to a semicolon, with the section it stands in. */
export interface Segment extends TextSpan {
  text: string
  section: SectionKind | null
  /** Index of the paragraph. */
  paragraph: number
  /** Title of a section: on a line of its own, or before the text of its line. */
  title: boolean
}

export function readSegments({ paragraphs, lines }: ReadSide): Segment[] {
  return paragraphs.flatMap(({ start, text, firstLine }, paragraph) => {
    const line = lines[firstLine]
    if (!line || silent.has(line.role)) return []
    return [...text.matchAll(/[^。！？；;]+[。！？；;]?/g)].flatMap((match): Segment[] => {
      const words = match[0].trim()
      if (words === '') return []
      const from = start + match.index + match[0].indexOf(words)
      const titleEnd = line.role === 'heading' ? line.start + (line.leadEnd ?? line.text.length) : 0
      return [
        {
          start: from,
          end: from + words.length,
          text: words,
          section: line.section,
          paragraph,
          title: from < titleEnd,
        },
      ]
    })
  })
}

const silent: ReadonlySet<string> = new Set(['blank', 'title', 'meeting', 'speaker', 'date', 'salutation'])
