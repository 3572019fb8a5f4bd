import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import type { Severity } from '../../shared/checks/finding.ts'
import { checkInput } from '../support/check-data.ts'
import { expectProportional } from '../support/cost.ts'

const report = [
  '青禾镇政府工作报告',
  '2026年1月12日在青禾镇第十九届人民代表大会第六次会议上',
  '各位代表：',
  '一、2025年工作回顾',
  '2025年，全镇经济平稳增长。固定资产投资完成6.1亿元，同比增长8%。查处各类案件318件，其中违法占地126件，违规建房183件，占道经营9件。',
  '（一）产业发展。受理群众来信318件，办结312件，办结率98.1%。',
  '（二）民生改善。一是修路，二是架桥。',
  '二、2026年工作安排',
  '2026年全镇经济社会发展的主要预期目标是：固定资产投资6.6亿元，增长8%。',
  '重点抓好以下两个方面工作：',
  '（一）强基础',
  '（二）惠民生',
].join('\n')

describe('the checks', () => {
  test('a sound report has no finding, and its related figures count as checkable', () => {
    const { findings, coverage } = checkReport(checkInput(report))
    expect(findings).toEqual([])
    expect(coverage.quantities).toBeGreaterThan(8)
    expect(coverage.checkable).toBeGreaterThan(6)
    expect(coverage.checkable).toBeLessThan(coverage.quantities)
  })

  test('every checkable figure of a closed relation is found when it is wrong', () => {
    for (const [printed, wrong] of [
      ['126件', '136件'],
      ['办结312件', '办结302件'],
      ['办结率98.1%', '办结率91.8%'],
      ['6.6亿元，增长8%', '7.6亿元，增长8%'],
    ] as const) {
      const text = report.replace(printed, wrong)
      expect(checkReport(checkInput(text)).findings, wrong).not.toEqual([])
    }
  })

  test('a rule that is switched off reports nothing', () => {
    const text = report.replace('（二）民生', '（三）民生')
    expect(checkReport(checkInput(text)).findings.map(({ rule }) => rule)).toEqual(['numbering'])
    expect(checkReport(checkInput(text, { rulesOff: ['numbering'] })).findings).toEqual([])
  })

  test('a chosen weight replaces the rule’s own, and never makes a doubtful finding heavier', () => {
    const wrong = report.replace('（二）民生', '（三）民生')
    const weigh = (text: string, severity: Severity) =>
      checkReport(checkInput(text, { severities: { numbering: severity }, rulesOff: ['stray-marks'] })).findings.map(
        (one) => one.severity,
      )
    expect(weigh(wrong, 'error')).toEqual(['error'])
    expect(weigh(wrong, 'warning')).toEqual(['warning'])
    expect(weigh(wrong, 'note')).toEqual(['note'])
    const mixed = report.replace('（二）民生', '(二)民生')
    const usual = checkReport(checkInput(mixed, { rulesOff: ['stray-marks'] })).findings
    expect(usual.map((one) => one.severity)).toEqual(['note'])
    expect(weigh(mixed, 'error')).toEqual(['note'])
  })

  test('an allowed wording is not questioned, alone or inside a longer one, whatever its quotation marks', () => {
    const text = '坚持把保障民计民生作为头等大事。'
    const rulesOf = (...wordings: string[]) =>
      checkReport(checkInput(text, { wordings })).findings.map(({ rule }) => rule)
    expect(rulesOf()).toEqual(['formulation'])
    expect(rulesOf('“民计民生”')).toEqual([])
    expect(rulesOf('保障民计民生')).toEqual([])
    expect(rulesOf('改善民计民生')).toEqual(['formulation']) // another phrase
    expect(rulesOf('民计')).toEqual(['formulation']) // less than the flagged words
    expect(rulesOf(' ')).toEqual(['formulation'])
  })

  test('line ends of Windows count two and change no finding', () => {
    const text = report.replace('（二）民生', '（三）民生')
    const windows = text.replaceAll('\n', '\r\n')
    const [finding] = checkReport(checkInput(windows)).findings
    expect(windows.slice(finding?.start, finding?.end)).toBe('（三）')
  })

  test('traditional characters are read like simplified ones', () => {
    const text = '查處各類案件318件，其中違法佔地126件，違規建房183件，其他29件。'
    expect(checkReport(checkInput(text)).findings.map(({ messageId }) => messageId)).toEqual(['partsExceedTotal'])
  })

  test('a fingerprint stays when text above changes and leaves when a figure changes', () => {
    const wrong = report.replace('126件', '136件')
    const print = (text: string): string | undefined => checkReport(checkInput(text)).findings[0]?.fingerprint
    expect(print(`一段新的文字。\n${wrong}`)).toBe(print(wrong))
    expect(print(report.replace('126件', '146件'))).not.toBe(print(wrong))
  })

  test('ids are unique where the same words are flagged twice', () => {
    const { findings } = checkReport(checkInput('走访群众户，座谈。\n走访群众户，座谈。'))
    expect(findings).toHaveLength(2)
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2)
  })

  test.each([
    ['figures without a mark between them', '完成财政收入3260万元增长12.4%新建水渠36公里硬化道路12条其中村道8条'],
    ['figures with commas alone', '完成财政收入3260万元，增长12.4%，其中地方收入815万元，'],
    ['prose without a mark', '坚持把群众的急难愁盼放在心上镇村干部分片包干'],
    ['nothing but names', '东关屯村东关囤村青禾县人民政府青和县人民政府'],
    ['nothing but slips', '%人均'],
    ['numerals', '一十百'],
  ])('a paragraph of 59,000 characters takes time in proportion: %s', (_, words) =>
    expectProportional(
      (length) => checkReport(checkInput(words.repeat(length).slice(0, length), { year: 2026, place: '青禾县' })),
      14_750,
    ),
  )

  test('after any edits the result with the cache is the result from scratch', () => {
    const pieces = [
      '（三）',
      '一是',
      '20xx年',
      '增长%',
      '其中',
      '99件',
      '，',
      '。',
      '\n',
      '二、2025年工作安排\n',
      '十九届九中全会',
      '各位代表：',
    ]
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(30),
      text: fc.constantFrom(...pieces),
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const cache = createCheckCache()
        let text = report
        checkReport(checkInput(text), cache)
        for (const { at, cut, text: piece } of edits) {
          const start = Math.floor(at * text.length)
          text = text.slice(0, start) + piece + text.slice(start + cut)
          expect(checkReport(checkInput(text), cache)).toEqual(checkReport(checkInput(text)))
        }
      }),
      { numRuns: 15, seed: 7 },
    )
  }, 60_000)
})
