import type { PlainLine, PlainText } from '../report/plain-text.ts'
import { isLineBlock, type Block, type Table } from '../report/schema.ts'
import { nextLink, type BoundFigure } from './roll-figures.ts'
import { otherSpan } from './roll-years.ts'
import { blank, type RolledWords } from './rolled-words.ts'
import { readTableCells, type ReadCell } from './table-cells.ts'

/**
 * Tables of last year's report. A column or row that is headed by a year goes on by one with its caption, and the numbers that
 * stand in it alone wait for the new ones. Other numbers of a head are part of its words and stay, to be looked at. A table
 * made from the ledger is made anew (`roll-annexes.ts`): of it only the heads are moved on here.
 */
export function rollTables(
  body: readonly Block[],
  plain: PlainText,
  year: number,
  bound: readonly BoundFigure[],
): RolledWords[] {
  const lines = linesByTable(plain)
  return body.flatMap((block, index) => {
    if (block.type !== 'table') return []
    const cells = readTableCells(block, index, lines.get(index) ?? [], plain.text)
    const caption = rollCaption(body, plain, index, year)
    if (block.annex) return [...caption, ...rollHeads(cells, block, year)]
    return [...caption, ...rollHeads(cells, block, year), ...cells.flatMap((cell) => rollCell(cell, bound))]
  })
}

function linesByTable({ lines }: PlainText): Map<number, PlainLine[]> {
  const found = new Map<number, PlainLine[]>()
  for (const line of lines) {
    if (line.type !== 'table-cell') continue
    const index = line.path[0] ?? 0
    const own = found.get(index)
    if (own) own.push(line)
    else found.set(index, [line])
  }
  return found
}

const anyYear = /(?<![\d.,，])(?:19|20)\d\d(?=\s*年|\s*$|\s*[）)])/g

/** The years of heads, and of the first column where they stand alone. */
function rollHeads(cells: readonly ReadCell[], table: Table, year: number): RolledWords[] {
  const heads = cells.filter((cell) => cell.head || (!table.annex && isYearLabel(cell)))
  const years = heads.flatMap(({ text, start }) =>
    [...text.matchAll(anyYear)].map((match) => ({
      printed: Number(match[0]),
      start: start + match.index,
      spans: otherSpan.test(text),
    })),
  )
  const going = yearsThatGoOn(
    years.filter(({ spans }) => !spans).map(({ printed }) => printed),
    year,
  )
  const words = years.map(({ printed, start, spans }): RolledWords => {
    const moves = !spans && going.has(printed)
    const place = { start, end: start + 4 }
    if (moves) return { what: 'yearWord', reason: '', ...place, text: String(printed + 1) }
    return { what: 'yearWord', reason: 'tableHead', ...place, text: String(printed) }
  })
  const other = table.annex ? [] : heads.filter(({ head }) => head).flatMap(otherNumbers)
  return [...words, ...other]
}

/** 2022年、2023年、2024年: all columns of a series move, so long as it ends in the year of the report or the one before it. */
function yearsThatGoOn(printed: readonly number[], year: number): ReadonlySet<number> {
  const going = new Set<number>()
  const last = printed.includes(year) ? year : year - 1
  for (let one = last; printed.includes(one); one--) going.add(one)
  return going
}

const isYearLabel = ({ column, text, head }: ReadCell): boolean =>
  !head && column === 0 && /^\s*(?:19[5-9]\d|20[0-4]\d)\s*年?\s*$/.test(text)

const otherNumber = /[\d０-９]+(?:[.．,，][\d０-９]+)*/g

/** 亿元以上项目 and the like are what a column counts. */
function otherNumbers({ text, start }: ReadCell): RolledWords[] {
  const years = [...text.matchAll(anyYear)].map(({ index }) => index)
  return [...text.matchAll(otherNumber)]
    .filter(({ index }) => !years.includes(index))
    .map((match) => ({
      what: 'figure',
      reason: 'tableHead',
      start: start + match.index,
      end: start + match.index + match[0].length,
      text: match[0],
    }))
}

/** A number alone in its cell, with what may stand around it: （1,234.5）, -3.2%, 约120, 9000以上. */
const alone =
  /^[\s（(]*(?:[约近超达增降]|增长|下降)?\s*[+＋\-－−±]?\s*(?<digits>\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?:\.\d+)?|[\d０-９]+(?:[,，][\d０-９]{3})*(?:[.．][\d０-９]+)?)\s*[%％‰]?\s*(?:以上|以内|左右|余|多)?[\s）)]*$/d
const calendarDay = /^\s*(?:19|20)\d\d\s*[.．/\-－—]\s*\d{1,2}(?:\s*[.．/\-－—]\s*\d{1,2})?\s*$/
/** Columns whose numbers are names, numbers of order or days. */
const notFigures = /序号|编号|次序|日期|时间|年月|年份|^年度$|期限|工期|电话|手机|联系|邮编|代码|编码|文号|门牌/

function rollCell(cell: ReadCell, bound: readonly BoundFigure[]): RolledWords[] {
  const { text, start: from, title } = cell
  if (cell.head || cell.serial || isYearLabel(cell) || notFigures.test(title) || calendarDay.test(text)) return []
  const [first, last] = alone.exec(text)?.indices?.groups?.['digits'] ?? []
  if (first === undefined || last === undefined) return []
  const [start, end] = [from + first, from + last]
  const key = bound.find((one) => one.start <= start && end <= one.end)?.key
  const { field, indicator } = (key === undefined ? undefined : nextLink(key)) ?? {
    field: { indicator: '', part: 'value' as const },
  }
  const edit = { start, end, text: blank, field, ...(indicator !== undefined && { indicator }) }
  return [{ what: 'figure', reason: 'open', ...edit }]
}

const longestCaption = 40
const unitLine = /^[\s（(]*单位\s*[:：]/

/** 附件：2025年主要指标完成情况表, right above its table. */
function rollCaption(body: readonly Block[], plain: PlainText, table: number, year: number): RolledWords[] {
  for (let index = table - 1; index >= Math.max(0, table - 3); index--) {
    const block = body[index]
    const line = block && isLineBlock(block) ? plain.lines.find(({ path }) => path[0] === index) : undefined
    if (!line) return []
    const text = plain.text.slice(line.start, line.end)
    if (text.trim() === '' || unitLine.test(text)) continue
    if (text.length > longestCaption || /[。；;，]/.test(text) || otherSpan.test(text)) return []
    return [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?=\s*年)/g)].flatMap((match): RolledWords[] => {
      const printed = Number(match[0])
      if (printed !== year && printed !== year - 1) return []
      const start = line.start + match.index
      return [{ what: 'yearWord', reason: '', start, end: start + 4, text: String(printed + 1) }]
    })
  }
  return []
}
