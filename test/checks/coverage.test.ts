import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { readFigures } from '../../shared/checks/coverage.ts'
import { checkFigures, checkReport } from '../../shared/checks/check-report.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
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
})

describe('what became of a figure', () => {
  const results = (text: string, prior: string[] = []): string[] => {
    const reports = prior.map((words) => ({ name: '去年', text: report(words, 2025) }))
    const input = checkInput(report(text), { year: 2026, prior: reports })
    return checkFigures(input).figures.map(({ figure, state }) => `${figure.text} ${state}`)
  }

  test.each<[text: string, states: string[], prior?: string[]]>([
    ['受理来信318件，办结312件，办结率98.1%', ['318件 agreeing', '312件 agreeing', '98.1% agreeing']],
    ['受理来信318件，办结312件，办结率91.8%', ['318件 doubtful', '312件 doubtful', '91.8% doubtful']],
    ['财政总收入由4亿元增加到5亿元，增长25%', ['4亿元 undecidable', '5亿元 undecidable', '25% undecidable']],
    ['硬化村道18.6公里，改造危桥4座', ['18.6公里 alone', '4座 alone']],
    ['财政总收入完成3618万元，其中税收收入2718万元', ['3618万元 undecidable', '2718万元 undecidable']],
    ['实施项目8个，其中新建5个，续建3个', ['8个 undecidable', '5个 undecidable', '3个 undecidable']], // by chance, perhaps
    ['扎实办好十件民生实事，改造危桥4座', ['4座 alone']], // the count of a list is no figure
    // A finding about a unit says nothing of the size; one about two values does.
    ['完成产值41266.08千元', ['41266.08千元 alone']],
    ['财政总收入完成3618万元；全年财政总收入完成3681万元', ['3618万元 doubtful', '3681万元 doubtful']],
    // The earlier value stands in its own report, not where 16座 is here.
    [
      '今年改造危桥16座，财政总收入完成3618万元，增长36.5%',
      ['16座 alone', '3618万元 doubtful', '36.5% doubtful'],
      ['财政总收入完成3106万元'],
    ],
    // What a part was before it grew is no part.
    ['公路里程达到176公里，其中硬化路由48公里增加到75公里', ['176公里 alone', '48公里 alone', '75公里 alone']],
    ['财政总收入完成3618万元，增长16.5%', ['3618万元 agreeing', '16.5% agreeing'], ['财政总收入完成3106万元']],
  ])('%s', (text, states, prior) => {
    expect(results(text, prior)).toEqual(states)
  })

  test('what stands beside a figure is not of it', () => {
    const quantities = findQuantities('6座8口')
    const states = (at: number): string[] =>
      readFigures([{ holds: 'yes', figures: quantities.slice(at, at + 1) }], quantities).map(({ state }) => state)
    expect(states(0)).toEqual(['agreeing', 'alone'])
    expect(states(1)).toEqual(['alone', 'agreeing'])
  })

  test('reasons are given for every figure that stands alone', () => {
    const { coverage } = checkReport(
      checkInput(
        report(
          '财政总收入完成3618万元，增长16.5%；实现地区生产总值8.6亿元，增长6.2%；服务业增加值2.8亿元；' +
            '发放补贴约300万元；储备项目3—5个；硬化村道18.6公里',
        ).replace('抓产业', '力争完成招商引资9800万元'),
      ),
    )
    expect(coverage.reasons).toEqual([
      { reason: 'withoutBase', count: 2 },
      { reason: 'realPrices', count: 2 },
      { reason: 'approximate', count: 3 },
      { reason: 'target', count: 1 },
      { reason: 'single', count: 2 },
    ])
    const alone = coverage.reasons.reduce((sum, { count }) => sum + count, 0)
    expect(coverage).toMatchObject({ quantities: alone, checkable: 0, agreeing: 0, doubtful: 0, undecidable: 0 })
  })

  /** Sound sentences of every kind that can agree. */
  const sound = rows.map(([text, , prior]) => ({ text, priors: prior === undefined ? [] : [prior] }))

  test('a figure that agrees is found when one of its digits is another and leaves its interval', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (row, which, at, by) => {
          const text = report(row.text)
          const prior = row.priors.map((words) => ({ name: '去年', text: report(words, 2025) }))
          const input = checkInput(text, { year: 2026, prior })
          const cache = createCheckCache()
          const agreeing = checkFigures(input, cache).figures.filter(({ state }) => state === 'agreeing')
          const figure = agreeing[which % Math.max(1, agreeing.length)]?.figure
          if (!figure) return
          const digits = text.slice(figure.digitsStart, figure.digitsEnd)
          const place = at % digits.length
          if (!/\d/.test(digits.charAt(place))) return
          const other = String((Number(digits.charAt(place)) + by) % 10)
          const changed = digits.slice(0, place) + other + digits.slice(place + 1)
          if (/^0(?:\d|$)/.test(changed)) return
          const wrong = text.slice(0, figure.digitsStart) + changed + text.slice(figure.digitsEnd)
          const after = checkFigures({ ...input, text: wrong }, cache)
          const now = after.figures.find((one) => one.figure.start === figure.start)
          // Inside its interval it still agrees; outside nobody may stay silent.
          if (now?.state === 'agreeing') return
          expect(checkReport({ ...input, text: wrong }, cache).findings, `${row.text}: ${changed}`).not.toEqual([])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
