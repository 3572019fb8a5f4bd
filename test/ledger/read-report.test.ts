import { describe, expect, test } from 'vitest'
import { readLedgerReport } from '../../shared/ledger/read-report.ts'
import type { GivenReport, Proposal } from '../../shared/ledger/proposal.ts'
import { indicators, pastReport, shownFigure } from './past-report.ts'

const read = (report: GivenReport): Proposal[] => readLedgerReport(report, indicators).proposals
const shown = (report: GivenReport): string[] => read(report).map(({ cell, content }) => shownFigure(cell, content))
const known = (report: GivenReport): string[] =>
  read(report)
    .filter((proposal) => proposal.known)
    .map(({ cell, content }) => shownFigure(cell, content))

describe('a sentence of the review gives results of the year before', () => {
  test.each<[string, string[]]>([
    ['全县地区生产总值完成86.4亿元，增长6.1%。', ['地区生产总值 2025 86.4亿元 +6.1%']],
    ['一般公共预算收入8.30亿元，同比下降3.2%。', ['一般公共预算收入 2025 8.30亿元 -3.2%']],
    [
      '预计全年地区生产总值86.4亿元，增长6%；固定资产投资增长9.5%。',
      ['地区生产总值 2025 86.4亿元 +6% estimate', '固定资产投资 2025 +9.5% estimate'],
    ],
    ['据快报统计，社会消费品零售总额31.2亿元，增长7%。', ['社会消费品零售总额 2025 31.2亿元 +7% flash']],
    ['一般公共预算收入决算数为8.31亿元。', ['一般公共预算收入 2025 8.31亿元 final']],
    ['城镇化率达到58.3%，提高1.2个百分点。', ['城镇化率 2025 58.3% +1.2百分点']],
    ['规模以上工业企业达到64家，比上年增加6家。', ['规模以上工业企业数 2025 64家 +6家']],
    [
      '城乡居民人均可支配收入分别达到4.12万元、2.3万元，增长5%、6.5%。',
      ['城镇居民人均可支配收入 2025 4.12万元 +5%', '农村居民人均可支配收入 2025 2.3万元 +6.5%'],
    ],
    ['粮食总产量突破41万吨。', ['粮食产量 2025 41万吨 >=']],
    [
      '全部财政收入完成12.6亿元，增长9.8%，其中一般公共预算收入完成8.3亿元，增长7%。',
      ['财政总收入 2025 12.6亿元 +9.8%', '一般公共预算收入 2025 8.3亿元 +7%'],
    ],
    ['全部财政收入完成12.6亿元，其中县级4.1亿元、乡级2亿元。', ['财政总收入 2025 12.6亿元']],
    ['上半年，固定资产投资完成40亿元，增长11%。', ['固定资产投资 2025 half-year 40亿元 +11%']],
    ['一季度一般公共预算收入完成2.1亿元。', ['一般公共预算收入 2025 first-quarter 2.1亿元']],
    ['前三季度地区生产总值增长5.9%。', ['地区生产总值 2025 three-quarters +5.9%']],
    ['城镇新增就业3520人，城镇登记失业率控制在3.2%以内。', ['城镇新增就业 2025 3520人', '城镇登记失业率 2025 3.2% <=']],
    ['规上企业工业增加值增长8.8%。', ['规模以上工业增加值 2025 +8.8%']],
    [
      '一产、二产、三产增加值分别增长4%、5.2%、6.3%。',
      ['第一产业增加值 2025 +4%', '第二产业增加值 2025 +5.2%', '第三产业增加值 2025 +6.3%'],
    ],
    ['实施重点项目46个、完成投资52亿元。', ['重点项目数 2025 46个', '重点项目完成投资 2025 52亿元']],
    ['固定资产投资由2024年的120亿元增加到131亿元。', ['固定资产投资 2024 120亿元', '固定资产投资 2025 131亿元']],
    ['金融机构存款余额300亿元，上年为276亿元。', ['金融机构存款余额 2025 300亿元', '金融机构存款余额 2024 276亿元']],
    ['一般公共预算收入8.3亿元，是年初确定8亿元目标的103.8%。', ['一般公共预算收入 2025 8.3亿元']],
    [
      '地区生产总值86.4亿元，比2020年增长35%；财政总收入12.6亿元，同比增长6%。',
      ['地区生产总值 2025 86.4亿元', '财政总收入 2025 12.6亿元 +6%'],
    ],
    [
      '地区生产总值86.4亿元，比2020年增长35%；财政总收入12.6亿元，增长60%。',
      ['地区生产总值 2025 86.4亿元', '财政总收入 2025 12.6亿元'],
    ],
    ['地区生产总值突破86亿元，年均增长6.4%。', ['地区生产总值 2025 86亿元 >=', '地区生产总值 2025 term +6.4%']],
  ])('%s', (sentence, expected) => {
    expect(known(pastReport(2026, sentence))).toEqual(expected)
  })
})

describe('a stretch on several years', () => {
  test.each<[string, string[]]>([
    ['五年来，累计完成固定资产投资510亿元。', ['固定资产投资 2025 term 510亿元']],
    ['五年来，城镇新增就业1.8万人。', ['城镇新增就业 2025 term 1.8万人']],
    ['五年全县新增城镇就业1.8万人。', ['城镇新增就业 2025 term 1.8万人']],
    ['五年来，固定资产投资累计达到510亿元。', ['固定资产投资 2025 term 510亿元']],
    ['过去的四年，累计城镇新增就业1.8万人。', ['城镇新增就业 2025 term 1.8万人']],
    ['过去的三年，财政民生支出累计3.4亿元。', ['民生投入 2025 term 3.4亿元']],
    ['刚刚过去的五年，城镇新增就业1.8万人。', ['城镇新增就业 2025 term 1.8万人']],
    [
      '过去的五年，地区生产总值从9.1亿元增长到12.6亿元，年均增长6.8%。',
      ['地区生产总值 2025 12.6亿元', '地区生产总值 2025 term +6.8%'],
    ],
    ['过去的一年，城镇新增就业0.3万人。', ['城镇新增就业 2025 0.3万人']],
    ['五年来，城镇登记失业率3.1%。', ['城镇登记失业率 2025 3.1%']],
    ['五年来，城镇登记失业率年均3.4%。', []],
    ['五年来，一般公共预算收入达到8.3亿元，增长60%。', ['一般公共预算收入 2025 8.3亿元']],
    ['五年来，一般公共预算收入达到8.3亿元，比上年增长6%。', ['一般公共预算收入 2025 8.3亿元 +6%']],
    ['五年来，地区生产总值完成380亿元。', []],
    [
      '五年来，地区生产总值年均增长6.4%，一般公共预算收入由6亿元增加到8.3亿元。',
      ['地区生产总值 2025 term +6.4%', '一般公共预算收入 2025 8.3亿元'],
    ],
    ['五年来，城镇化率由51.2%提高到58.3%。', ['城镇化率 2025 58.3%']],
    ['五年来，财政总收入由2020年的9亿元增加到12.6亿元。', ['财政总收入 2020 9亿元', '财政总收入 2025 12.6亿元']],
    ['五年来，财政总收入由9亿元增加到12.6亿元。', ['财政总收入 2025 12.6亿元']],
    ['五年来，城镇居民人均可支配收入年均增长7.1%。', ['城镇居民人均可支配收入 2025 term +7.1%']],
  ])('%s', (sentence, expected) => {
    expect(known(pastReport(2026, sentence))).toEqual(expected)
  })

  test('gives way to what is said of the year alone', () => {
    const text = '五年来，粮食产量稳定在40万吨以上。2025年粮食产量达到43.2万吨。'
    expect(known(pastReport(2026, text))).toEqual(['粮食产量 2025 43.2万吨'])
  })
})

describe('a sentence of the plan gives targets of the report’s year', () => {
  test.each<[string, string[]]>([
    ['地区生产总值增长6%以上。', ['地区生产总值 2026 目标 +6% >=']],
    ['一般公共预算收入达到9亿元。', ['一般公共预算收入 2026 目标 9亿元']],
    ['固定资产投资增长9%左右。', ['固定资产投资 2026 目标 +9% ~']],
    ['城镇登记失业率控制在4%以内。', ['城镇登记失业率 2026 目标 4% <=']],
    ['规模以上工业增加值增长6%—7%。', ['规模以上工业增加值 2026 目标 +6% >=']],
    ['固定资产投资达到130—135亿元。', ['固定资产投资 2026 目标 130亿元 >=']],
    ['到2030年，固定资产投资累计达到700亿元。', ['固定资产投资 2030 term 目标 700亿元']],
    ['到2030年，地区生产总值达到120亿元。', ['地区生产总值 2030 目标 120亿元']],
  ])('%s', (sentence, expected) => {
    expect(known(pastReport(2026, '各项工作稳步推进。', sentence))).toEqual(expected)
  })
})

describe('nothing is offered', () => {
  test.each([
    ['of a village', '白杨村完成集体经济收入120万元。'],
    ['of a park', '城东产业园区加快建设，入园企业达62家，实现利税3.4亿元。'],
    ['of the firms of a park', '项目建设取得突破，到年底入园企业达62家，实现利税3.4亿元。'],
    ['of a part of something that the catalogue does not know', '教育支出5.2亿元，其中一般公共预算支出3.1亿元。'],
    ['that is a range', '固定资产投资完成130—135亿元。'],
    ['that grows by a range', '固定资产投资增长6%—7%。'],
    ['in a unit that the indicator has not', '森林覆盖率达到42万亩。'],
    ['of the country', '全国城镇调查失业率平均为5.1%。'],
    ['of eleven months', '1—11月，一般公共预算收入完成7.6亿元。'],
    ['until a month that is none of a quarter', '截至10月底，固定资产投资完成90亿元。'],
    ['of the second half-year', '下半年，固定资产投资完成50亿元。'],
    ['of a standard', '将人均纯收入4200元作为扶贫标准。'],
    ['of people who left poverty', '脱贫人口人均纯收入增长13%。'],
    ['of a part whose total is not said', '全面增加教育投入，其中一般公共预算支出3.1亿元。'],
    ['of a rate that grows by a rate', '单位地区生产总值能耗4.66%，增长3.14%。'],
  ])('%s', (_, sentence) => {
    expect(known(pastReport(2026, sentence))).toEqual([])
  })

  test('of a year that is not over', () => {
    expect(known(pastReport(2026, '各项工作稳步推进。', '固定资产投资增长9%。今年已完成固定资产投资5亿元。'))).toEqual([
      '固定资产投资 2026 目标 +9%',
    ])
  })

  test('of a report whose year nobody says, until somebody does', () => {
    const report = { file: '旧报告.txt', text: '各位代表：\n地区生产总值完成86.4亿元。', year: null, place: null }
    expect(readLedgerReport(report, indicators)).toMatchObject({ year: null, proposals: [] })
    const text = '一、工作回顾\n地区生产总值完成86.4亿元。'
    expect(known({ ...report, text, year: 2026 })).toEqual(['地区生产总值 2025 86.4亿元'])
    expect(known({ ...report, text, file: '青禾县2024年报告.txt' })).toEqual(['地区生产总值 2023 86.4亿元'])
  })
})

describe('one cell of one report', () => {
  test('keeps the sharpest of values that agree', () => {
    const text = '一般公共预算收入突破8亿元。一般公共预算收入完成8.30亿元，增长6%。'
    const [proposal] = read(pastReport(2026, text))
    expect(proposal && shownFigure(proposal.cell, proposal.content)).toBe('一般公共预算收入 2025 8.30亿元 +6%')
    expect(proposal?.others).toEqual([])
  })

  test('takes the growth from another sentence, and shows where it stands', () => {
    const report = pastReport(2026, '固定资产投资增长9.5%。全年固定资产投资完成131亿元。')
    const [proposal] = read(report)
    expect(proposal && shownFigure(proposal.cell, proposal.content)).toBe('固定资产投资 2025 131亿元 +9.5%')
    expect(report.text.slice(proposal?.growth?.start, proposal?.growth?.end)).toBe('9.5%')
    expect(report.text.slice(proposal?.sentence.start, proposal?.sentence.end)).toBe('全年固定资产投资完成131亿元。')
  })

  test('lists what contradicts it', () => {
    const [proposal] = read(pastReport(2026, '固定资产投资完成131亿元。全县固定资产投资完成118亿元，增长9%。'))
    expect(proposal?.content).toMatchObject({ value: '131', growth: null })
    expect(proposal?.others.map(({ content }) => content.value)).toEqual(['118'])
  })

  test('of two targets takes the one of the whole place', () => {
    const plan = '固定资产投资增长9%。\n三、重点任务\n力争固定资产投资增长12%。'
    const [proposal] = read(pastReport(2026, '各项工作稳步推进。', plan)).filter(({ known }) => known)
    expect(proposal?.content.growth).toBe('9')
    expect(proposal?.others.map(({ content }) => content.growth)).toEqual(['12'])
  })
})

test('a proposal names file, sentence and spans, and what the row begins with', () => {
  const report = pastReport(2026, '一年来稳中有进。\n全部财政收入完成12.6亿元，增长9.8%。各项事业全面发展。')
  const [proposal] = read(report)
  expect(proposal?.content.source).toEqual({
    file: '青禾县2026.txt',
    sentence: '全部财政收入完成12.6亿元，增长9.8%。',
    department: '',
    person: '',
  })
  expect(proposal?.content.state).toBe('reported')
  const at = (span: { start: number; end: number } | null | undefined): string =>
    span ? report.text.slice(span.start, span.end) : ''
  expect([at(proposal?.sentence), at(proposal?.value), at(proposal?.growth)]).toEqual([
    '全部财政收入完成12.6亿元，增长9.8%。',
    '12.6亿元',
    '9.8%',
  ])
  expect(proposal).toMatchObject({
    row: { unit: '亿元', group: '财政金融', department: '财政局', basis: { prices: 'nominal', scope: '全部' } },
    reportYear: 2026,
    known: true,
    headline: true,
    surface: '全部财政收入',
  })
})

test('what the catalogue does not know is offered under the report’s own words', () => {
  const report = pastReport(2026, '脐橙种植面积达2100亩。全县地区生产总值86.4亿元。')
  expect(shown(report)).toEqual(['脐橙种植面积 2025 2100亩', '地区生产总值 2025 86.4亿元'])
  expect(read(report).map(({ known, headline }) => [known, headline])).toEqual([
    [false, false],
    [true, true],
  ])
})

test('every entry of the catalogue has a group, and no report makes a figure that a ledger may not hold', () => {
  expect(indicators.filter(({ group }) => group === undefined || group === '')).toEqual([])
  const endless = `地区生产总值完成${'9'.repeat(60)}亿元，增长6%。${'固'.repeat(50)}收入达到3亿元`
  for (const { content, cell } of read(pastReport(2026, endless))) {
    expect((content.value ?? '').length).toBeLessThanOrEqual(40)
    expect(cell.indicator.length).toBeLessThanOrEqual(60)
  }
})
