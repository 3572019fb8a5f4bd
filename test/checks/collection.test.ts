import { describe, expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkFigures, checkReport } from '../../shared/checks/check-report.ts'
import { checkInput } from '../support/check-data.ts'
import { keyOf, ledgerOf } from '../support/ledgers.ts'

const early = [
  '青禾镇政府工作报告',
  '2006年2月10日在青禾镇第十二届人民代表大会第四次会议上',
  '各位代表：',
  '一、2005年工作回顾',
  '2005年，全镇上下团结一心，扎实工作，财政总收入完成1200万元，比上年增长15%，农民人均纯收入达到3480元，各项社会事业都有新的进步，城乡面貌有了新的变化。',
  '二、2006年工作安排',
  '2006年全镇经济社会发展的主要预期目标是：财政总收入1380万元，增长15%。',
].join('\n')

const late = [
  '柳溪镇政府工作报告',
  '2026年1月12日在柳溪镇第十九届人民代表大会第六次会议上',
  '各位代表：',
  '一、2025年工作回顾',
  '2025年，我们深入学习贯彻党的二十大精神，认真落实上级决策部署，财政总收入完成4100万元，比上年增长5%，各项社会事业全面进步，群众生活水平稳步提高。',
  '二、2026年工作安排',
  '2026年全镇经济社会发展的主要预期目标是：财政总收入4428万元，增长8%。',
].join('\n')

const shown = (text: string): string[] =>
  checkReport(checkInput(text)).findings.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`)

describe('several reports in one text', () => {
  test.each([
    ['two sound reports', [early, late], []],
    ['the later report first', [late, early], []],
    ['with line ends of Windows', [early, late].map((text) => text.replaceAll('\n', '\r\n')), []],
    [
      'a wrong figure in the second',
      [early, late.replace('4428万元', '5428万元')],
      ['growth-in-report: 5428万元，增长8%'],
    ],
    [
      'a congress that the first report cannot know',
      [early.replace('扎实工作', '贯彻党的十八大精神'), late],
      ['meeting-order: 党的十八大'],
    ],
  ])('%s', (_, reports, found) => {
    const feed = reports[0]?.includes('\r') ? '\r\n' : '\n'
    expect(shown(reports.join(feed))).toEqual(found)
    expect(reports.flatMap(shown)).toEqual(found)
  })

  test('a year given for the whole text is not that of each report', () => {
    expect(checkReport(checkInput([early, late].join('\n'), { year: 2006 })).findings).toEqual([])
  })

  test('a figure of the second report that is bound to a ledger', () => {
    const text = [early, late].join('\n')
    const start = text.indexOf('4100万元')
    const ledger = ledgerOf({ indicator: '财政总收入', value: '4000', unit: '万元' })
    const links = [{ start, end: start + 6, key: keyOf('财政总收入'), inCell: false }]
    const found = checkReport(checkInput(text, { ledger, links })).findings
    expect(found.filter(({ rule }) => rule === 'ledger-link').map((one) => [one.start, one.end])).toEqual([
      [start, start + 6],
    ])
  })

  test('a report pasted in under another title is said to repeat', () => {
    const again = late.replace('柳溪镇政府', '青禾镇政府')
    expect(shown([late, again].join('\n')).map((line) => line.split(':')[0])).toContain('repeated-sentence')
  })

  test('an edit in one report with the cache gives the result from scratch', () => {
    const cache = createCheckCache()
    checkReport(checkInput([early, late].join('\n')), cache)
    const edited = checkInput([early.replace('1380万元', '1980万元'), late].join('\n'))
    expect(checkReport(edited, cache)).toEqual(checkReport(edited))
    expect(checkReport(edited).findings).not.toEqual([])
  })

  test('figures of every report count', () => {
    const one = checkReport(checkInput(early)).coverage
    const other = checkReport(checkInput(late)).coverage
    expect(checkReport(checkInput([early, late].join('\n'))).coverage).toMatchObject({
      quantities: one.quantities + other.quantities,
      checkable: one.checkable + other.checkable,
    })
  })

  test('a figure of a later report stands where its digits are', () => {
    const text = [early, late].join('\n')
    const { figures } = checkFigures(checkInput(text))
    expect(figures.length).toBeGreaterThan(0)
    for (const { figure } of figures) {
      expect(text.slice(figure.start, figure.end)).toBe(figure.text)
      expect(figure.text).toContain(text.slice(figure.digitsStart, figure.digitsEnd))
      expect(figure.digitsStart).toBeGreaterThanOrEqual(figure.start)
    }
  })
})
