import { describe, expect, test } from 'vitest'
import { readLinks } from '../../shared/ledger/links.ts'
import { phrasingsOf, phrasingText, unitChoices, type PhrasingContext } from '../../shared/ledger/phrasing.ts'
import { ledgerOf, readerOf, type Cell } from '../support/ledgers.ts'

const context: PhrasingContext = { resultYear: 2025, targetYear: 2026, period: 'year', targetsFirst: false }
const target = { year: 2026, kind: 'target' } as const

function phrasings(cells: Cell[], more: Partial<PhrasingContext> = {}): string[] {
  const reader = readerOf(ledgerOf(...cells))
  const [row] = reader.ledger.rows
  const made = row ? phrasingsOf(row, reader, { ...context, ...more }) : []
  for (const { leaves } of made) {
    const links = readLinks([{ type: 'paragraph', children: leaves }], reader)
    expect(links.map(({ state }) => state)).toEqual(links.map(() => 'same'))
    expect(links).toHaveLength(leaves.filter(({ indicator }) => indicator).length)
    expect(links.length).toBeGreaterThan(0)
  }
  return made.map((one) => `${one.id} ${phrasingText(one)}`)
}

describe('each phrasing is bound and says what the ledger has', () => {
  test.each<[string, Cell[], Partial<PhrasingContext>, string[]]>([
    [
      'a result with published growth, its target and the next one',
      [
        { indicator: '一般公共预算收入', value: '4126', unit: '万元', growth: '12.1' },
        { indicator: '一般公共预算收入', kind: 'target', value: '4000', unit: '万元' },
        { indicator: '一般公共预算收入', ...target, value: '4456', unit: '万元', growth: '8', bound: '>=' },
      ],
      {},
      [
        'valueGrowth 一般公共预算收入完成4126万元，增长12.1%',
        'brief 一般公共预算收入4126万元、增长12.1%',
        'value 一般公共预算收入完成4126万元',
        'growth 一般公共预算收入增长12.1%',
        'share 一般公共预算收入完成4126万元，占年度目标的103.2%',
        'targetGrowth 一般公共预算收入增长8%以上',
        'targetValue 一般公共预算收入达到4456万元以上',
        'targetBoth 一般公共预算收入达到4456万元，增长8%以上',
      ],
    ],
    [
      'a sentence of targets',
      [
        { indicator: '固定资产投资', value: '2.15', unit: '亿元' },
        { indicator: '固定资产投资', ...target, unit: '亿元', growth: '9', bound: '~' },
      ],
      { targetsFirst: true },
      ['targetGrowth 固定资产投资增长9%左右', 'value 固定资产投资完成2.15亿元'],
    ],
    [
      'growth that nobody published',
      [
        { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
        { indicator: '税收收入', value: '4126', unit: '万元' },
      ],
      {},
      [
        'valueGrowth 税收收入完成4126万元，增长12.1%',
        'brief 税收收入4126万元、增长12.1%',
        'value 税收收入完成4126万元',
        'growth 税收收入增长12.1%',
      ],
    ],
    [
      'real prices: no growth from the values',
      [
        { indicator: '地区生产总值', year: 2024, value: '57500', unit: '万元' },
        { indicator: '地区生产总值', value: '61260', unit: '万元' },
      ],
      {},
      ['value 地区生产总值完成61260万元'],
    ],
    [
      'an estimate that falls',
      [{ indicator: '出口总额', value: '830', unit: '万元', growth: '-3.2', settlement: 'estimate' }],
      {},
      [
        'valueGrowth 出口总额预计完成830万元，下降3.2%',
        'brief 出口总额预计830万元、下降3.2%',
        'value 出口总额预计完成830万元',
        'growth 出口总额预计下降3.2%',
      ],
    ],
    [
      'a share and its points',
      [{ indicator: '城镇化率', value: '62.5', unit: '%', growth: '1.2', growthUnit: '百分点' }],
      {},
      [
        'valueGrowth 城镇化率达到62.5%，提高1.2个百分点',
        'brief 城镇化率62.5%、提高1.2个百分点',
        'value 城镇化率达到62.5%',
        'growth 城镇化率提高1.2个百分点',
      ],
    ],
    [
      'incomes and differences',
      [{ indicator: '农村居民人均可支配收入', value: '24860', unit: '元', growth: '-120', growthUnit: 'value' }],
      {},
      [
        'valueGrowth 农村居民人均可支配收入达到24860元，减少120元',
        'brief 农村居民人均可支配收入24860元、减少120元',
        'value 农村居民人均可支配收入达到24860元',
        'growth 农村居民人均可支配收入减少120元',
      ],
    ],
    [
      'a balance',
      [{ indicator: '村集体账户余额', value: '310', unit: '万元' }],
      {},
      ['value 村集体账户余额达到310万元'],
    ],
    ['an own amount', [{ indicator: '镇办产值', value: '310', unit: '万元' }], {}, ['value 镇办产值完成310万元']],
    [
      'in 亿元',
      [{ indicator: '税收收入', value: '12345', unit: '万元' }],
      { unit: '亿元' },
      ['value 税收收入完成1.23亿元'],
    ],
    [
      'in 万元',
      [{ indicator: '税收收入', value: '1.23', unit: '亿元' }],
      { unit: '万元' },
      ['value 税收收入完成12300万元'],
    ],
    [
      'a unit of another measure is not taken',
      [{ indicator: '粮食产量', value: '5.2', unit: '万吨' }],
      { unit: '亿元' },
      ['value 粮食产量达到5.2万吨'],
    ],
    [
      'a target in another unit is not rounded',
      [{ indicator: '税收收入', ...target, value: '12345', unit: '万元', bound: '>=' }],
      { unit: '亿元' },
      ['targetValue 税收收入达到12345万元以上'],
    ],
    [
      'the half-year',
      [
        { indicator: '税收收入', value: '12345', unit: '万元' },
        { indicator: '税收收入', year: 2026, period: 'half-year', value: '6210', unit: '万元' },
      ],
      { period: 'half-year', resultYear: 2026 },
      ['value 税收收入完成6210万元'],
    ],
    [
      'a fall as a target leaves open which way its bound goes',
      [{ indicator: '万元地区生产总值能耗', ...target, unit: '%', growth: '-3', bound: '>=' }],
      {},
      [],
    ],
    [
      'a fall as a target',
      [{ indicator: '万元地区生产总值能耗', ...target, unit: '%', growth: '-3', bound: '~' }],
      {},
      ['targetGrowth 万元地区生产总值能耗下降3%左右'],
    ],
    ['no growth is left to the writer', [{ indicator: '税收收入', unit: '万元', growth: '0.0' }], {}, []],
    [
      'too few digits for a share',
      [
        { indicator: '税收收入', value: '1.2', unit: '亿元' },
        { indicator: '税收收入', kind: 'target', value: '1.1', unit: '亿元' },
      ],
      {},
      ['value 税收收入完成1.2亿元'],
    ],
  ])('%s', (_, cells, more, expected) => {
    expect(phrasings(cells, more)).toEqual(expected)
  })
})

test.each<[string, string, string[]]>([
  ['4126', '万元', ['万元', '亿元']],
  ['310', '万元', ['万元']],
  ['2.15', '亿元', ['亿元', '万元']],
  ['12.345678', '亿元', ['亿元']],
  ['5.2', '万吨', ['万吨']],
])('%s%s can be said in %j', (value, unit, expected) => {
  const [row] = ledgerOf({ indicator: '税收收入', value, unit }).rows
  expect(row && unitChoices(row)).toEqual(expected)
})
