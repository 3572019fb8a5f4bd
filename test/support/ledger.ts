import fc from 'fast-check'
import {
  emptyContent,
  noSource,
  type FigureContent,
  type Ledger,
  type LedgerFigure,
  type LedgerRow,
} from '../../shared/ledger/ledger.ts'

/** A figure of a year as tests write it; everything else is what a new figure has. */
export function figure(
  year: number,
  unit: string,
  content: Partial<FigureContent & Pick<LedgerFigure, 'period' | 'kind'>> = {},
): LedgerFigure {
  const { period = 'year', kind = 'result', ...rest } = content
  return { ...emptyContent(unit), year, period, kind, ...rest, history: [], changedAt: '', changedBy: '' }
}

export function row(
  indicator: string,
  unit: string,
  figures: LedgerFigure[],
  rest: Partial<LedgerRow> = {},
): LedgerRow {
  return {
    indicator,
    unit,
    figures,
    formerly: [],
    group: '',
    department: '',
    basis: { prices: '', scope: '' },
    ...rest,
  }
}

/** Three years of a made-up town, with every state, bound and unit that a ledger may hold. */
export function sampleLedger(): Ledger {
  const source = {
    ...noSource,
    file: '青禾镇2025年政府工作报告.docx',
    sentence: '全年完成财政总收入4200万元，增长5.0%。',
  }
  return {
    place: '青禾镇',
    rows: [
      row(
        '财政总收入',
        '万元',
        [
          figure(2023, '万元', { value: '4000', growth: '3.1', state: 'confirmed', settlement: 'final' }),
          figure(2024, '万元', { value: '4200', growth: '5.0', state: 'confirmed', source }),
          figure(2025, '亿元', { value: '0.46', growth: '9.5', state: 'checked', settlement: 'estimate' }),
          figure(2025, '万元', { value: '4500', growth: '7', bound: '>=', kind: 'target', state: 'reported' }),
          figure(2026, '万元', { growth: '8', bound: '>=', kind: 'target', state: 'awaited' }),
        ],
        { group: '经济运行', department: '财政所', basis: { prices: 'nominal', scope: '全口径' } },
      ),
      row(
        '地区生产总值',
        '亿元',
        [
          figure(2024, '亿元', { value: '8.30', growth: '-3.2', state: 'reported' }),
          figure(2025, '亿元', { value: '8.72', growth: '4.9', state: 'confirmed' }),
        ],
        {
          group: '经济运行',
          department: '经发办',
          basis: { prices: 'real', scope: '' },
        },
      ),
      row('城镇化率', '%', [
        figure(2024, '%', { value: '61.3', growth: '0.8', growthUnit: '百分点', state: 'confirmed' }),
        figure(2025, '%', { value: '62.5', growth: '1.2', growthUnit: '百分点', state: 'reported' }),
      ]),
      row('粮食总产量', '吨', [
        figure(2024, '吨', { value: '12000', growth: '-350', growthUnit: 'value', bound: '~' }),
        figure(2025, '吨', { period: 'half-year', value: '5100.0' }),
        figure(2025, '吨', { state: 'awaited' }),
      ]),
      row('新建公厕', '座', [], { department: '=规建办' }),
    ],
  }
}

/** What a table of the ledger keeps: everything but history, former names and the time of changes. */
export function kept({ rows }: Ledger): unknown {
  return rows.map(({ formerly: _, figures, ...rest }) => ({
    ...rest,
    figures: figures.map(({ history: _history, changedAt: _at, changedBy: _by, ...content }) => content),
  }))
}

const word = (length: number) =>
  fc
    .string({ unit: fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛 =+-@\'"，“1')), minLength: 1, maxLength: length })
    .map((text) => text.trim())
const decimal = fc
  .tuple(fc.boolean(), fc.nat({ max: 99_999_999 }), fc.option(fc.stringMatching(/^\d{1,4}$/)))
  .map(([negative, whole, decimals]) => {
    const plain = decimals === null ? `${whole}` : `${whole}.${decimals}`
    return negative && /[1-9]/.test(plain) ? `-${plain}` : plain
  })
const units = ['亿元', '万元', '%', '万亩', '户', '个', '']

const content = (unit: string): fc.Arbitrary<FigureContent> =>
  fc
    .record<FigureContent>({
      value: fc.option(decimal),
      // A rate in a row of amounts would be read as its growth.
      unit: fc.constantFrom(...units.filter((one) => one !== '%' || unit === '%' || unit === '')),
      growth: fc.option(decimal),
      growthUnit: fc.constantFrom('%', '百分点', 'value'),
      bound: fc.constantFrom('', '>=', '<=', '~'),
      settlement: fc.constantFrom('', 'estimate', 'flash', 'final'),
      source: fc.record({ file: word(8), sentence: word(20), department: word(5), person: word(4) }),
      state: fc.constantFrom('awaited', 'reported', 'checked', 'confirmed'),
    })
    .map((made) => {
      // Without a number a unit or a bound says nothing; an increase of so many per cent is a growth rate.
      const own = made.value === null ? unit : made.unit
      const rate = made.growth === null || (made.growthUnit === 'value' && own === '%')
      const bound = made.value === null && made.growth === null ? '' : made.bound
      return { ...made, unit: own, growthUnit: rate ? '%' : made.growthUnit, bound }
    })

const place = fc.record({
  year: fc.integer({ min: 2015, max: 2026 }),
  period: fc.constantFrom('year', 'half-year', 'first-quarter', 'three-quarters', 'term'),
  kind: fc.constantFrom('result', 'target'),
})

const rowWith = fc
  .record({
    name: word(12).filter((name) => name !== ''),
    unit: fc.constantFrom(...units),
    group: word(4),
    department: word(6),
    scope: word(4),
    prices: fc.constantFrom('', 'nominal', 'real'),
  })
  .chain(({ name, unit, group, department, scope, prices }) =>
    fc
      .uniqueArray(fc.tuple(place, content(unit)), { maxLength: 6, selector: ([at]) => JSON.stringify(at) })
      .map((figures) =>
        row(
          `指${name}`,
          unit,
          figures.map(([at, made]) => figure(at.year, made.unit, { ...made, ...at })).sort(inOrder),
          { group, department, basis: { prices, scope } },
        ),
      ),
  )

function inOrder(a: LedgerFigure, b: LedgerFigure): number {
  return a.year - b.year || (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) || (a.kind < b.kind ? -1 : 1)
}

/** Any ledger as a table can hold it: names with blanks at their ends or doubled inside do not survive a sheet. */
export const anyLedger: fc.Arbitrary<Ledger> = fc
  .uniqueArray(rowWith, { maxLength: 6, selector: ({ indicator }) => indicator })
  .map((rows) => ({ place: '青禾镇', rows }))
