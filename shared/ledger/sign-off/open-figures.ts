import { readTableCells } from '../../carry-over/table-cells.ts'
import type { PlainText } from '../../report/plain-text.ts'
import { isTextLeaf, type Block, type TemplateField } from '../../report/schema.ts'
import { readFigureKey, type FigureReference } from '../figure-key.ts'
import { inlinesAt } from '../links.ts'
import type { PhrasingContext } from '../phrasing.ts'
import { unitInBrackets } from '../sheet/sheet-words.ts'
import { ofPeriod, unitBehind, type WaitingField } from '../waiting-fields.ts'
import type { PeriodOfWaiting } from '../waiting-periods.ts'
import { sentenceAround, type TextFigure } from './text-figures.ts'

/** A □ that a template, 转结 or somebody's hand left in the text. Offsets are those of the plain text. */
export interface Blank extends Pick<WaitingField, 'start' | 'end' | 'path' | 'key' | 'inCell'> {
  /** Undefined: it was typed. */
  field?: TemplateField | undefined
}

/** A □ and what the section it stands in speaks of. */
export interface OpenPlace {
  place: Blank
  context: PhrasingContext
}

/** □ and □□ that were typed like any other character. */
export function typedBlanks(body: readonly Block[], { lines }: PlainText): Blank[] {
  return lines.flatMap(({ path, start, labelLength, type }) => {
    const found: Blank[] = []
    let at = start + labelLength
    inlinesAt(body, path)?.forEach((child, index) => {
      const words = isTextLeaf(child) ? (child.del ? '' : child.text) : ' '
      if (isTextLeaf(child) && !child.field)
        for (const { index: from, 0: blank } of words.matchAll(/□+/g))
          found.push({
            start: at + from,
            end: at + from + blank.length,
            path: [...path, index],
            inCell: type === 'table-cell',
          })
      at += words.length
    })
    return found
  })
}

/** 待填: numbers that the text has room for and does not say yet, those of indicators and those that have no name but their words. */
export function openFigures(
  body: readonly Block[],
  plain: PlainText,
  places: readonly OpenPlace[],
  periodOf: PeriodOfWaiting = () => undefined,
): TextFigure[] {
  const { text } = plain
  const nameless = namelessOf(body, plain)
  return places.flatMap(({ place, context }): TextFigure[] => {
    const { start, end } = place
    const unit = unitBehind(text, end)
    const usual = referenceOf(place, context)
    const reference = usual && saidOf(usual, place, periodOf)
    const common = { start, end, printed: '', value: '', unit, open: true as const }
    if (reference) return [{ ...reference, ...common, sentence: sentenceAround(text, place) }]
    if (!usual && !isNumber(text, place, unit)) return []
    const whole = {
      indicator: '',
      part: 'value',
      year: context.resultYear,
      period: context.period,
      kind: 'result',
    } as const
    const named = nameless(place)
    if (!usual) return [{ ...whole, ...common, ...named }]
    // Whoever answers for the indicator answers for its years, too.
    return [{ ...whole, ...common, ...named, nameless: { ...named.nameless, of: usual.indicator } }]
  })
}

/** Undefined: a number of several years that is no figure of the ledger. 年均 is no growth of a year, and the ledger's own is told in words. */
function saidOf(usual: FigureReference, place: Blank, periodOf: PeriodOfWaiting): FigureReference | undefined {
  if (usual.kind === 'target') return usual
  const said = periodOf(place)
  if (said === 'several' || (said?.period === 'term' && usual.part === 'growth')) return undefined
  return ofPeriod(usual, said)
}

function referenceOf({ key, field }: Blank, context: PhrasingContext): FigureReference | undefined {
  const bound = key === undefined ? undefined : readFigureKey(key)
  if (bound) return bound
  if (!field || field.part === 'text' || field.indicator === '') return undefined
  const { indicator, part } = field
  return context.targetsFirst
    ? { indicator, part, year: context.targetYear, period: 'year', kind: 'target' }
    : { indicator, part, year: context.resultYear, period: context.period, kind: 'result' }
}

/** 转结 left a number out, or a unit stands behind: □户, □%. □镇 and □月□日 are words that wait. */
function isNumber(text: string, { field, end }: Blank, unit: string): boolean {
  if (field && field.part !== 'text') return true
  if (field && field.indicator !== '') return false
  return unit !== '' && !/^[年月日届]/.test(text.slice(end))
}

type Named = Required<Pick<TextFigure, 'sentence' | 'nameless'>> & Partial<Pick<TextFigure, 'unit'>>

/**
 * Its words are the name of a number that no indicator has, and its number among those of the sentence tells it from the
 * others: both stay the same while the □ beside it are filled one by one.
 */
function namelessOf(body: readonly Block[], plain: PlainText): (place: Blank) => Named {
  const { text } = plain
  const cells = cellNames(body, plain)
  const masked = masker(text)
  return (place) => {
    const cell = cells(place)
    const sentence = cell === undefined ? sentenceAround(text, place) : cell.sentence
    if (cell) {
      const { name, unit } = cell
      return { sentence, nameless: { name, place: cell.place }, ...(unit !== '' && { unit }) }
    }
    const { from, to } = clauseAround(text, place)
    const clause = text.slice(from, to)
    const blanks = clause.match(/□+/g)?.length ?? 0
    const own = `${text.slice(from, place.start)}【□】${text.slice(place.end, to)}`
    return { sentence, nameless: { name: (blanks > 1 ? own : clause).trim(), place: masked(place) } }
  }
}

/** Characters of a clause on either side of the □. */
const longestSide = 20

function clauseAround(text: string, { start, end }: Blank): { from: number; to: number } {
  const before = text.slice(Math.max(0, start - longestSide), start)
  const after = text.slice(end, end + longestSide)
  const from = Math.max(...Array.from('，,；;：:。！？!?\n', (sign) => before.lastIndexOf(sign)))
  const to = /[，,；;：:。！？!?\n]/.exec(after)?.index ?? after.length
  return { from: start - before.length + from + 1, to: end + to }
}

/** The sentence with its numbers and □ alike, which of them this one is, and how many sentences before read the same. */
function masker(text: string): (place: Blank) => string {
  const seen = new Map<string, number>()
  const sentences = new Map<number, string>()
  for (const { index, 0: sentence } of text.matchAll(/[^。！？\n]+/g)) {
    if (!/[□\d]/.test(sentence)) continue
    const words = mask(sentence).trim()
    const nth = seen.get(words) ?? 0
    seen.set(words, nth + 1)
    sentences.set(index, `${words}|${nth}`)
  }
  return ({ start }) => {
    const from = Math.max(...Array.from('。！？\n', (sign) => text.lastIndexOf(sign, start - 1))) + 1
    const before = mask(text.slice(from, start)).split('#').length - 1
    return `${sentences.get(from) ?? ''}|${before}`
  }
}

const mask = (words: string): string => words.replace(/□+|\d[\d,.]*/g, '#')

/** In a table the first cell of the row and the head of the column are the name. Undefined: in no table, or without either. */
function cellNames(
  body: readonly Block[],
  { lines, text }: PlainText,
): (place: Blank) => { name: string; sentence: string; place: string; unit: string } | undefined {
  const tables = new Map<number, ReturnType<typeof readTableCells>>()
  return ({ path: [index = 0], start, inCell }) => {
    const table = body[index]
    if (!inCell || table?.type !== 'table') return undefined
    const cells = tables.get(index) ?? readTableCells(table, index, lines, text)
    tables.set(index, cells)
    const own = cells.find((cell) => cell.start <= start && start <= cell.start + cell.text.length)
    if (!own) return undefined
    const row = cells.filter((cell) => cell.row === own.row)
    const head = row.find((cell) => cell !== own && !cell.serial && /[^\d\s.,□%]/.test(cell.text))?.text.trim() ?? ''
    const name = [head, own.title.trim()].filter((words) => words !== '').join(' ')
    const sentence = row.map((cell) => cell.text.trim()).join(' ')
    const nth = body.slice(0, index).filter(({ type }) => type === 'table').length
    // 里程（公里）: the head has the unit of what stands below.
    const unit = unitInBrackets(own.title)
    return name === '' ? undefined : { name, sentence, unit, place: `${nth}|${own.row}|${own.column}|${name}` }
  }
}
