import * as v from 'valibot'
import { isDecimal } from '../numbers/decimal.ts'
import type { Ledger } from './ledger.ts'

/** Rows and figures of one ledger; more is no ledger that people keep, and each is looked at in every check. */
export const mostRows = 2000
export const mostFigures = 50_000
/** Earlier contents that one figure keeps. */
export const longestHistory = 20

/** Years that were added by hand. */
export const mostColumns = 200

const words = (length: number) => v.pipe(v.string(), v.maxLength(length))
const decimal = v.pipe(v.string(), v.maxLength(40), v.check(isDecimal, 'decimal'))
const time = v.pipe(v.string(), v.maxLength(30))
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))
const kind = v.picklist(['result', 'target'])

const content = {
  value: v.nullable(decimal),
  unit: words(20),
  growth: v.nullable(decimal),
  growthUnit: v.picklist(['%', '百分点', 'value']),
  bound: v.picklist(['', '>=', '<=', '~']),
  settlement: v.picklist(['', 'estimate', 'flash', 'final']),
  source: v.object({ file: words(255), sentence: words(2000), department: words(100), person: words(100) }),
  state: v.picklist(['awaited', 'reported', 'checked', 'confirmed']),
}

export const figureSchema = v.object({
  ...content,
  year,
  period: v.picklist(['year', 'half-year', 'first-quarter', 'three-quarters', 'term']),
  kind,
  history: v.pipe(v.array(v.object({ at: time, by: words(100), content: v.object(content) })), v.maxLength(100)),
  changedAt: time,
  changedBy: words(100),
})

/** Without the sign that parts the words of a link. */
export const rowNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60), v.regex(/^[^|\r\n]+$/))

export const placeNameSchema = words(100)

export const rowSchema = v.object({
  indicator: rowNameSchema,
  formerly: v.pipe(v.array(rowNameSchema), v.maxLength(50)),
  unit: words(20),
  group: words(40),
  department: words(100),
  basis: v.object({ prices: v.picklist(['', 'nominal', 'real']), scope: words(60) }),
  figures: v.pipe(
    v.array(figureSchema),
    v.maxLength(2000),
    v.check((figures) => areDifferent(figures.map(({ year, period, kind }) => `${year}|${period}|${kind}`)), 'twice'),
  ),
})

export const columnsSchema = v.pipe(v.array(v.object({ year, kind })), v.maxLength(mostColumns))

export const ledgerSchema = v.pipe(
  v.object({
    place: placeNameSchema,
    rows: v.pipe(v.array(rowSchema), v.maxLength(mostRows)),
    columns: v.exactOptional(columnsSchema),
  }),
  v.check(({ rows }) => areDifferent(rows.map(({ indicator }) => indicator)), 'twice'),
  v.check(({ rows }) => rows.reduce((sum, { figures }) => sum + figures.length, 0) <= mostFigures, 'too many'),
) satisfies v.GenericSchema<unknown, Ledger>

/** May `after` be kept? Rows that it has in common with `before` were looked at already. */
export function isWithinLimits(after: Ledger, before: Ledger): boolean {
  if (after.rows === before.rows) return true
  const known = new Set(before.rows)
  const figures = after.rows.reduce((sum, row) => sum + row.figures.length, 0)
  return (
    after.rows.length <= mostRows &&
    figures <= mostFigures &&
    after.rows.every((row) => known.has(row) || v.is(rowSchema, row))
  )
}

/** Undefined: not what this program writes. */
export function readLedger(raw: unknown): Ledger | undefined {
  const result = v.safeParse(ledgerSchema, raw)
  return result.success ? result.output : undefined
}

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
