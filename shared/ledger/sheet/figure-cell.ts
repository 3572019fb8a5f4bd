import { halfWidth } from '../../numbers/half-width.ts'
import { numberIn, type SheetCell } from '../../sheets/sheet-table.ts'
import type { CellValue } from '../../sheets/write-workbook.ts'
import type { Translate } from '../../checks/finding-sentence.ts'
import { inUnit } from '../figure-value.ts'
import type { FigureContent, GrowthUnit, LedgerBound } from '../ledger.ts'
import { folded, isBlank } from './sheet-words.ts'

/** What a cell says: 9000万元以上. `unit` undefined: the cell names none. */
export interface CellFigure {
  number: string
  unit: string | undefined
  bound: LedgerBound
  /** A word of direction says that it is growth: 增长8%以上. */
  grows?: true
}

/** Null: the cell says nothing; undefined: it cannot be read. */
export function readFigureCell({ text, number }: SheetCell): CellFigure | null | undefined {
  if (number !== null) return { number, unit: /[%％]$/.test(text) ? '%' : undefined, bound: '' }
  if (isBlank(text)) return null
  const match = /^(\D*?)(-?\d+(?:\.\d+)?)\s*(.*?)$/s.exec(
    halfWidth(text)
      .replace(/[－−–](?=\d)/g, '-')
      .replace(/(?<=\d)[,，](?=\d{3})/g, ''),
  )
  const [, before = '', digits = '', after = ''] = match ?? []
  const lead = leadOf(folded(before))
  const plain = numberIn(digits)
  if (!match || !lead || plain === null) return undefined
  const tail = boundAfter(after.trim())
  const unit = tail.rest.replace(/^个(?=百分点)/, '')
  if (/[\d；;，,。]/.test(unit) || unit.length > 20 || (lead.bound !== '' && tail.bound !== '')) return undefined
  return {
    number: lead.falls ? negated(plain) : plain,
    unit: unit === '' ? undefined : noUnitWords.test(folded(unit)) ? '' : unit,
    bound: lead.bound || tail.bound,
    ...(lead.grows ? { grows: true } : {}),
  }
}

/** Words before a number; undefined: others than these. */
function leadOf(words: string): { bound: LedgerBound; grows: boolean; falls: boolean } | undefined {
  const match = /^(增长|增加|提高|\+|下降|减少|降低)?(≥|>=|>|超过?|不低于|≤|<=|<|不超过|约|近|≈)?$/.exec(words)
  if (!match) return undefined
  const [, direction = '', sign = ''] = match
  const bound = sign === '' ? '' : /^(?:≥|>|超|不低于)/.test(sign) ? '>=' : /^(?:≤|<|不超过)/.test(sign) ? '<=' : '~'
  return { bound, grows: direction !== '' && direction !== '+', falls: /^(?:下降|减少|降低)/.test(direction) }
}

function boundAfter(words: string): { bound: LedgerBound; rest: string } {
  const match = /^(.*?)(以上|以内|以內|以下|左右)$/s.exec(words)
  if (!match) return { bound: '', rest: words }
  const [, rest = '', word = ''] = match
  return { bound: word === '以上' ? '>=' : word === '左右' ? '~' : '<=', rest: rest.trim() }
}

const noUnitWords = /^\((?:无单位|nounit)\)$|^（(?:无单位)）$/

function negated(number: string): string {
  return number.startsWith('-') ? number.slice(1) : `-${number}`
}

/** A number alone where the row says the unit already; otherwise the words that say it. */
export function valueCell({ value, unit, bound }: FigureContent, rowUnit: string, t: Translate): CellValue {
  if (value === null) return ''
  return printed(value, unit === rowUnit ? '' : unit || t('ledger-sheets:noUnit'), bound, t)
}

export function growthCell(figure: FigureContent, t: Translate): CellValue {
  const { value, growth, growthUnit, unit } = figure
  if (growth === null) return ''
  const words = growthUnit === '%' ? '' : growthUnit === '百分点' ? growthUnit : unit || t('ledger-sheets:noUnit')
  return printed(growth, words, value === null ? figure.bound : '', t)
}

function printed(number: string, unit: string, bound: LedgerBound, t: Translate): CellValue {
  if (unit === '' && bound === '') return { decimal: number }
  return bound === '' ? number + unit : t(`ledger-sheets:bound.${boundWords[bound]}`, { value: number + unit })
}

const boundWords = { '>=': 'atLeast', '<=': 'atMost', '~': 'about' } as const

/** Growth as the ledger has it; an increase in another unit than that of the value is moved into it. Undefined: it cannot be. */
export function growthOf(cell: CellFigure, unit: string): { growth: string; growthUnit: GrowthUnit } | undefined {
  if (cell.unit === undefined || cell.unit === '%') return { growth: cell.number, growthUnit: '%' }
  if (cell.unit === '百分点') return { growth: cell.number, growthUnit: '百分点' }
  const moved = inUnit(cell.number, cell.unit, unit)
  return moved === undefined ? undefined : { growth: moved, growthUnit: 'value' }
}
