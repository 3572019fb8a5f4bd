import * as v from 'valibot'
import type { TextComment } from '../report/commented-body.ts'
import type { Report } from '../report/schema.ts'
import type { Workbook } from '../sheets/write-workbook.ts'

/** A check sheet as the window hands it over: laid out as a document, and as tables. */
export interface CheckSheetShapes {
  document: Report
  workbook: Workbook
  /** The report's own layout, whose fonts the sheet takes over. */
  preset: string
}

/** Comments for a copy of the report: offsets are those of its plain text. */
export interface ExportedComments {
  /** Sets the copy's file name apart: 核对批注. */
  name: string
  author: string
  initials: string
  list: TextComment[]
}

/** More than any program shows; a longer word is no word of ours. */
const words = v.pipe(v.string(), v.maxLength(32_767))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const strings = v.array(words)
const decimal = v.pipe(v.string(), v.regex(/^-?\d{1,40}(?:\.\d{1,40})?$/))

export const commentsSchema: v.GenericSchema<unknown, ExportedComments> = v.object({
  name: words,
  author: words,
  initials: words,
  list: v.array(v.object({ start: offset, end: offset, paragraphs: strings })),
})

export const workbookSchema: v.GenericSchema<unknown, Workbook> = v.object({
  title: words,
  author: words,
  tables: v.array(
    v.object({
      name: words,
      columns: v.array(
        v.object({
          head: words,
          width: v.pipe(v.number(), v.minValue(1), v.maxValue(255)),
          align: v.exactOptional(v.picklist(['left', 'center', 'right'])),
          choices: v.exactOptional(strings),
        }),
      ),
      rows: v.array(v.array(v.union([words, v.number(), v.object({ decimal })]))),
      frozen: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))),
      above: v.exactOptional(strings),
    }),
  ),
})
