import { describe, expect, test } from 'vitest'
import { readLinks, type FigureLink } from '../../shared/ledger/links.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { table } from '../support/slate.ts'
import { boundLeaves, boundParagraph, keyOf, ledgerOf, readerOf } from '../support/ledgers.ts'

const reader = readerOf(
  ledgerOf(
    { indicator: '税收收入', value: '12345', unit: '万元', growth: '-3.2' },
    { indicator: '粮食产量', value: '5.20', unit: '万吨', growth: '6.1' },
    { indicator: '粮食产量', year: 2026, kind: 'target', growth: '8.5', bound: '>=', unit: '万吨' },
    { indicator: '城镇化率', value: '62.5', unit: '%', growth: '1.2', growthUnit: '百分点' },
    { indicator: '规模以上工业企业数', value: '48', unit: '家', growth: '6', growthUnit: 'value' },
    { indicator: '规模以上工业企业数', year: 2024, value: '42', unit: '家' },
    { indicator: '人口自然增长率', value: '-1.16', unit: '‰' },
    { indicator: '招商引资到位资金', value: '0.04', unit: '亿元' },
    { indicator: '出口总额', unit: '万元', growth: '0.0' },
    { indicator: '入户产业', value: '4000', unit: '万元' },
    { indicator: '待报指标', unit: '万元' },
    { indicator: '利润总额', value: '-1.2', unit: '亿元' },
    { indicator: '企业亏损额', value: '0.8', unit: '亿元' },
    { indicator: '城镇新增就业', value: '1200', unit: '人' },
    { indicator: '压减粗钢产能', value: '30', unit: '万吨' },
    { indicator: '单位能耗下降率', value: '3.5', unit: '%' },
    { indicator: '脱贫人数', value: '2349', unit: '人' },
    { indicator: '失业率', value: '3.1', unit: '%' },
    { indicator: '减负金额', value: '1.5', unit: '亿元' },
  ),
)

function only(text: string, ...keys: string[]): FigureLink | undefined {
  return readLinks([boundParagraph(text, ...keys)], reader)[0]
}

function edited(text: string, link: FigureLink | undefined): string | undefined {
  const plain = text.replace(/[[\]]/g, '')
  const { edit } = link ?? {}
  return edit && plain.slice(0, edit.start) + edit.text + plain.slice(edit.end)
}

const tax = keyOf('税收收入')
const taxGrowth = keyOf('税收收入', 'growth')
const grain = keyOf('粮食产量')
const grainGrowth = keyOf('粮食产量', 'growth')
const grainTarget = keyOf('粮食产量', 'growth', { year: 2026, kind: 'target' })
const urban = keyOf('城镇化率', 'growth')
const profit = keyOf('利润总额')
const firms = keyOf('规模以上工业企业数', 'growth')

describe('the same at the precision of the place', () => {
  test.each([
    ['税收收入[12345万元]', tax],
    ['税收收入[1.23亿元]', tax],
    ['税收收入[1.2亿元]', tax],
    ['税收收入[12,345万元]', tax],
    ['税收收入[12345]万元', tax], // the unit stands outside the mark
    ['税收收入突破[1亿元]', tax], // may be said of it
    ['税收收入[近13000万元]', tax],
    ['税收收入[下降3.2%]', taxGrowth],
    ['税收收入下降[3.2%]', taxGrowth],
    ['税收收入下降了[3.2%]', taxGrowth],
    ['税收收入增速为[-3.2%]', taxGrowth],
    ['税收收入下滑[3.2%]', taxGrowth],
    ['税收收入降[3.2%]', taxGrowth],
    ['税收收入降幅为[3.2%]', taxGrowth],
    ['税收收入增速为-[3.2%]', taxGrowth], // the sign stands outside the mark
    ['税收收入[增长-3%]', taxGrowth],
    ['粮食产量[5.2万吨]', grain],
    ['粮食产量增长[6%]', grainGrowth],
    ['粮食产量增长[8.5%以上]', grainTarget],
    ['城镇化率[提高1.2个百分点]', urban],
    ['企业[增加6家]', firms],
    ['人口自然增长率为[-1.16‰]', keyOf('人口自然增长率')],
    ['利润总额亏损[1.2亿元]', profit],
    ['利润总额为[-1.2亿元]', profit],
    ['利润总额为负[1.2亿元]', profit],
    ['工业企业净亏损达[12000万元]', profit],
    ['企业亏损额[0.8亿元]', keyOf('企业亏损额')], // the row counts losses
    ['城镇新增就业新增[1200人]', keyOf('城镇新增就业')],
    ['压减粗钢产能[30万吨]', keyOf('压减粗钢产能')],
    ['单位能耗下降[3.5%]', keyOf('单位能耗下降率')],
    ['失业率下降到[3.1%]', keyOf('失业率')],
    ['失业率降为[3.1%]', keyOf('失业率')],
    ['贫困人口减少[2349人]', keyOf('脱贫人数')],
    ['税收收入下降 [3.2%]', taxGrowth],
    ['税收收入增加到[12345万元]', tax],
    ['为企业减负[1.5亿元]', keyOf('减负金额')],
    ['减税降费[1.5亿元]', keyOf('减负金额')],
    ['负债[1.5亿元]', keyOf('减负金额')],
    ['税收收入减收[3.2%]', taxGrowth],
    ['粮食产量至少增长[6.1%]', grainGrowth],
    ['减排增速[6.1%]', grainGrowth],
    ['负面清单外[6.1%]', grainGrowth],
    ['减税降费额[6.1%]', grainGrowth],
    ['少年入学率[6.1%]', grainGrowth],
  ])('%s', (text, key) => {
    expect(only(text, key)).toMatchObject({ state: 'same' })
    expect(only(text, key)).not.toHaveProperty('edit')
  })
})

describe('stale: what the words must read', () => {
  test.each([
    ['税收收入[12435万元]', tax, '税收收入12345万元'],
    ['利润总额[1.2亿元]', profit, undefined], // it was a loss
    ['利润总额亏损[1.3亿元]', profit, '利润总额亏损1.2亿元'],
    ['税收收入亏损[12345万元]', tax, undefined],
    ['税收收入减少[12345万元]', tax, undefined], // so much less is not so much
    ['税收收入下降了[12345万元]', tax, undefined],
    ['税收收入负[12345万元]', tax, undefined],
    ['税收收入增加[12345万元]', tax, undefined],
    ['企业减亏[0.8亿元]', profit, undefined],
    ['城镇新增就业减少[1200人]', keyOf('城镇新增就业'), undefined],
    ['粮食产量减产[6.1%]', grainGrowth, '粮食产量增产6.1%'],
    ['粮食产量压减[6.1%]', grainGrowth, undefined],
    ['税收收入缩减后[3.2%]', taxGrowth, undefined], // nobody knows
    ['税收收入[1.32亿元]', tax, '税收收入1.23亿元'],
    ['税收收入[12,435万元]', tax, '税收收入12,345万元'],
    ['税收收入5[12345万元]', tax, '税收收入12345万元'], // a digit typed before the mark
    ['税收收入[12345]0万元', tax, '税收收入12345万元'],
    ['税收收入-[12345万元]', tax, undefined], // nobody writes 收入-12345万元
    ['税收收入[突破2亿元]', tax, undefined],
    ['税收收入[近12000万元]', tax, undefined],
    ['税收收入[一万元]', tax, undefined],
    ['税收收入增长[近3.3%]', taxGrowth, undefined], // it fell
    ['税收收入[12340万元]', tax, '税收收入12345万元'],
    ['税收收入[下降2.3%]', taxGrowth, '税收收入下降3.2%'],
    ['税收收入[增长3.2%]', taxGrowth, '税收收入下降3.2%'],
    ['税收收入增长[3.2%]', taxGrowth, '税收收入下降3.2%'],
    ['税收收入增长了[3.2%]', taxGrowth, '税收收入下降了3.2%'],
    ['税收收入提高[3.2%]', taxGrowth, '税收收入下降3.2%'],
    ['税收收入比增[3.2%]', taxGrowth, undefined],
    ['税收收入[约增3.2%]', taxGrowth, undefined],
    ['税收收入增速[3.2%]', taxGrowth, '税收收入增速-3.2%'],
    ['税收收入同比[3.2%]', taxGrowth, undefined],
    ['税收收入增速为[-2.3%]', taxGrowth, '税收收入增速为-3.2%'],
    ['粮食产量下滑[6.1%]', grainGrowth, '粮食产量增长6.1%'],
    ['粮食产量未增长[6.1%]', grainGrowth, undefined],
    ['粮食产量少收[6.1%]', grainGrowth, undefined],
    ['粮食产量[5.1万吨]', grain, '粮食产量5.2万吨'],
    ['粮食产量减少[6.1%]', grainGrowth, '粮食产量增加6.1%'],
    ['粮食产量降低[6%]', grainGrowth, '粮食产量提高6%'],
    ['粮食产量增速为[-6.1%]', grainGrowth, '粮食产量增速为6.1%'],
    ['粮食产量[增长9%以上]', grainTarget, '粮食产量增长8.5%以上'], // a target is not rounded
    ['粮食产量[增长8%以上]', grainTarget, '粮食产量增长8.5%以上'],
    ['城镇化率[提高2个百分点]', urban, '城镇化率提高1个百分点'],
    ['到位资金[0.1亿元]', keyOf('招商引资到位资金'), '到位资金0.04亿元'], // not 0.0
    ['到位资金[0.0亿元]', keyOf('招商引资到位资金'), '到位资金0.04亿元'],
    ['出口总额[增长1.0%]', keyOf('出口总额', 'growth'), undefined], // 持平
    ['入户产业[5000万元]', keyOf('入户产业'), '入户产业4000万元'],
  ])('%s', (text, key, after) => {
    const link = only(text, key)
    expect(link).toMatchObject({ state: 'stale' })
    expect(edited(text, link)).toBe(after)
  })
})

describe('broken', () => {
  test.each([
    ['税收收入[12345吨]', tax, 'otherMeasure'],
    ['税收收入[12345]', tax, 'noNumber'],
    ['税收收入[若干]', tax, 'noNumber'],
    ['税收收入[1.2.12345万元]', tax, 'noNumber'],
    ['税收收入[12 12345万元]', tax, 'noNumber'],
    ['税收收入4\u200b[12345万元]', tax, 'noNumber'],
    ['税收收入四[12345万元]', tax, 'noNumber'],
    ['税收收入Ⅳ[12345万元]', tax, 'noNumber'],
    ["税收收入4'[12345万元]", tax, 'noNumber'],
    ['税收收入—[12345万元]', tax, 'noNumber'],
    ['税收收入不到[12345万元]的3倍', tax, 'severalNumbers'],
    ['税收收入[12345万元、12345万元]', tax, 'severalNumbers'],
    ['税收收入[12345—12400万元]', tax, 'severalNumbers'],
    ['税收收入12300—[12345万元]', tax, 'severalNumbers'],
    ['税收收入[5，12345万元]', tax, 'severalNumbers'],
    ['税收收入[下降3.2%。5]', taxGrowth, 'severalNumbers'],
    ['税收收入[下降3.2%]5', taxGrowth, 'severalNumbers'],
    ['税收收入[下降3.2个百分点]', taxGrowth, 'otherMeasure'],
    ['房产税[12345万元]', keyOf('房产税'), 'noRow'],
    ['税收收入[12345万元]', keyOf('税收收入', 'value', { year: 2020 }), 'noFigure'],
    ['税收收入[12345万元]', keyOf('待报指标'), 'noFigure'],
    ['税收收入[12345万元]', '税收收入|去年', 'noReference'],
  ])('%s', (text, key, why) => {
    expect(only(text, key)).toMatchObject({ state: 'broken', why })
  })
})

test('adjacent leaves of one key are one place, and words typed into it without the mark belong to it', () => {
  const bound = (text: string, more = {}): object => ({ text, indicator: tax, ...more })
  const body = [
    { type: 'paragraph', children: [{ text: '税收收入' }, bound('123', { bold: true }), bound('45万元')] },
    { type: 'paragraph', children: [{ text: '税收收入' }, bound('12'), { text: '9' }, bound('345万元')] },
    { type: 'paragraph', children: [bound('12345万元'), { text: '、' }, bound('12345万元')] },
  ] as Block[]
  const links = readLinks(body, reader)
  expect(links.map(({ state }) => state)).toEqual(['same', 'stale', 'same', 'same'])
  const { text } = plainText(body)
  expect(links.map(({ start, end }) => text.slice(start, end))).toEqual([
    '12345万元',
    '129345万元',
    '12345万元',
    '12345万元',
  ])
})

test('words that are marked as deleted say nothing', () => {
  const revision = { id: '1', author: '周某', date: '2026-01-04T09:00:00' }
  const body: Block[] = [
    {
      type: 'paragraph',
      children: [
        { text: '税收收入' },
        { text: '999', indicator: tax, del: revision },
        { text: '12345万元', indicator: tax, ins: revision },
      ],
    },
  ]
  expect(readLinks(body, reader)).toMatchObject([{ state: 'same', start: 4, end: 11 }])
})

test('words without a number that carry one key in two leaves are one place', () => {
  const children = [
    { text: '若', indicator: tax, bold: true as const },
    { text: '干', indicator: tax },
  ]
  expect(readLinks([{ type: 'paragraph', children }], reader)).toMatchObject([{ state: 'broken', start: 0, end: 2 }])
})

describe('in a table', () => {
  const cells = (text: string, key: string): Block => {
    const made = table(['指标', '万元'], ['税收收入', ''])
    const cell = made.children[1]?.children[1]?.children[0]
    if (cell) cell.children = boundLeaves(text, key)
    return made
  }
  test.each([
    ['[12345]', tax, 'same', undefined],
    ['[12,345]', tax, 'same', undefined],
    ['[12435]', tax, 'stale', '12345'],
    ['[12,435]', tax, 'stale', '12,345'],
    ['[1.23亿元]', tax, 'same', undefined],
    ['[-3.2]', taxGrowth, 'same', undefined],
    ['[3.2]', taxGrowth, 'stale', '-3.2'],
    ['[-3.2%]', taxGrowth, 'same', undefined],
    ['约[12345]', tax, 'broken', undefined], // not a number alone
    ['[12345]、[99]', tax, 'broken', undefined],
  ])('%s', (text, key, state, after) => {
    const [link] = readLinks([cells(text, key)], reader)
    expect(link?.state).toBe(state)
    expect(link?.edit?.text).toBe(after)
  })
})

test('growth that nobody published follows from the two values, whatever digits are printed', () => {
  const computed = readerOf(
    ledgerOf(
      { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
      { indicator: '税收收入', value: '4126', unit: '万元' },
    ),
  )
  const stateOf = (text: string): unknown => {
    const [link] = readLinks([boundParagraph(text, taxGrowth)], computed)
    return [link?.state, edited(text, link)]
  }
  expect(stateOf('[增长12.1%]')).toEqual(['same', undefined])
  expect(stateOf('[增长12%]')).toEqual(['same', undefined])
  expect(stateOf('[增长12.05%]')).toEqual(['stale', '增长12.1%'])
  expect(stateOf('[增长11.2%]')).toEqual(['stale', '增长12.1%'])
  expect(stateOf('[增长11.20%]')).toEqual(['stale', '增长12.1%'])
  expect(stateOf('[下降12.1%]')).toEqual(['stale', '增长12.1%'])
})

test('growth that the values leave open may be any of what they can mean', () => {
  const coarse = readerOf(
    ledgerOf(
      { indicator: '税收收入', year: 2024, value: '3.68', unit: '亿元' },
      { indicator: '税收收入', value: '4.13', unit: '亿元' },
    ),
  )
  const stateOf = (text: string): unknown => readLinks([boundParagraph(text, taxGrowth)], coarse)[0]?.state
  expect(['[增长12%]', '[增长12.4%]', '[增长14%]'].map(stateOf)).toEqual(['same', 'same', 'stale'])
})

test('a row that was renamed is still found', () => {
  const ledger = ledgerOf({ indicator: '税收收入', value: '12345', unit: '万元' })
  const [row] = ledger.rows
  const renamed = readerOf({ ...ledger, rows: row ? [{ ...row, indicator: '税收总额', formerly: ['税收收入'] }] : [] })
  expect(readLinks([boundParagraph('[12345万元]', tax)], renamed)).toMatchObject([{ state: 'same' }])
})
