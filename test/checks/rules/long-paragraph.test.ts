import { expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { checkInput } from '../../support/check-data.ts'
import { describeRule, registered } from '../../support/describe-rule.ts'

const sentence = '全镇上下同心协力，把群众的事情一件一件办好。'
const paragraph = (length: number): string => sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)

describeRule(registered('long-paragraph'), {
  passes: [sentence, paragraph(60_000), `${paragraph(40_000)}。\n${paragraph(40_000)}。`],
  flags: [
    {
      text: `前言。\n【${paragraph(40)}】${paragraph(60_001).slice(40)}`,
      messageId: 'paragraphTooLong',
      severity: 'warning',
    },
  ],
})

test('no other rule reads such a paragraph, and its figures are not counted', () => {
  const text = `${paragraph(60_001)}查处案件318件，其中违法占地126件，违规建房293件。一是抓产业，三是惠民生。□`
  const { findings, coverage } = checkReport(checkInput(text))
  expect(findings.map(({ rule }) => rule)).toEqual(['long-paragraph'])
  expect(coverage.quantities).toBe(0)
})
