import { describe, expect, test } from 'vitest'
import { checkReport } from '../../shared/checks/check-report.ts'
import { checkInput } from '../support/check-data.ts'

/** A report of a town for 2026 with these results. */
const report = (results: string, year = 2026): string =>
  `一、${year - 1}年工作回顾\n${year - 1}年，全镇经济平稳增长。${results}。\n二、${year}年工作安排\n抓产业。`

/** How many figures of a sound sentence stand in a relation that was evaluated; every other figure says nothing. */
const rows: [results: string, checkable: number, prior?: string][] = [
  ['财政总收入完成3618万元', 0],
  ['财政总收入完成3618万元，增长16.5%', 0],
  ['财政总收入完成3618万元，增长16.5%', 2, '财政总收入完成3106万元'],
  ['财政总收入完成3618万元，比上年增加512万元', 2, '财政总收入完成3106万元'],
  ['森林覆盖率达到62.5%，比上年提高1.2个百分点', 2, '森林覆盖率达到61.3%'],
  ['高新技术企业达到46家，新增9家', 0, '高新技术企业达到41家'],
  ['财政总收入完成3618万元，比上年增加512万元，增长16.5%', 3],
  ['财政总收入由3106万元增加到3618万元，增长16.5%', 3],
  ['城镇化率从41.2%提高到46.5%，提高5.3个百分点', 3],
  ['财政总收入完成3618万元，其中税收收入2718万元，非税收入900万元', 3],
  ['财政总收入完成3618万元，其中税收收入2718万元', 2], // a part is no more than the whole
  ['种植水稻12400亩、玉米3600亩，合计16000亩', 3],
  ['查处各类案件共220件，违法占地、违规建房、占道经营分别为126件、85件、9件', 4],
  ['储备项目64个，总投资28.5亿元，其中签约项目42个、总投资20.5亿元；落地项目22个、总投资8亿元', 3],
  ['受理群众来信318件，办结312件，办结率98.1%', 3],
  ['完成固定资产投资4.2亿元，占年度计划3.5亿元的120%', 3],
  ['三次产业结构调整为10.6:45.1:44.3', 3],
]

describe('figures that can be checked', () => {
  test.each(rows)('%s: %i', (results, checkable, prior) => {
    const reports = prior === undefined ? [] : [{ name: '去年', text: report(prior, 2025) }]
    const result = checkReport(checkInput(report(results), { year: 2026, prior: reports }))
    expect(result.findings).toEqual([])
    expect(result.coverage.checkable).toBe(checkable)
  })

  test('this year’s plan is held against last year’s, and speaks only where they agree', () => {
    const plan = (year: number, words: string): string => `${report('抓改革', year)}${words}`
    const own = plan(2026, '今年安排道路养护资金600万元，比上年增加100万元。')
    const check = (before: string): number =>
      checkReport(checkInput(own, { year: 2026, prior: [{ name: '去年', text: plan(2025, before) }] })).coverage
        .checkable
    expect(check('今年安排道路养护资金500万元。')).toBe(2)
    expect(check('今年安排道路养护资金550万元。')).toBe(0)
  })
})
