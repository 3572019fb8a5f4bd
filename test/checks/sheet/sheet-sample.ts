import type { Evidence, Finding } from '../../../shared/checks/finding.ts'
import { checkSheet, type CheckSheet, type CheckSheetInput } from '../../../shared/checks/sheet/check-sheet.ts'
import { sectionsOfOutline } from '../../../shared/checks/sheet/section-places.ts'
import { readOutline } from '../../../shared/report/outline.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import type { IgnoredFinding, Report } from '../../../shared/report/schema.ts'
import { heading, item, line, paragraph, reportOf } from '../../support/blocks.ts'
import { translator } from '../../support/check-data.ts'

export const t = translator('zh-CN')

export const priorReport = {
  name: '云溪镇2025年政府工作报告',
  text: '云溪镇2025年政府工作报告\n一、2024年工作回顾\n全年完成财政总收入4000万元，同比增长5%。\n',
}

/** A report with defects of several sorts: growth against last year, a sum, a number, a count, a blank. */
export function checkedReport(): Report {
  return reportOf([
    line('title', '云溪镇2026年政府工作报告'),
    line('salutation', '各位代表：'),
    heading(1, '2025年工作回顾', { section: 'review' }),
    heading(2, '财税'),
    paragraph('全年完成财政总收入4200万元，同比增长8%。'),
    paragraph('筹集建设资金1260万元，其中上级补助820万元、镇级自筹260万元、商户出资210万元。'),
    heading(1, '2026年工作安排', { section: 'tasks' }),
    paragraph('今年重点办好三件实事：'),
    item('ordinal', '修缮敬老院。'),
    item('ordinal', '改造旱厕。'),
    paragraph('力争引进资金□万元。'),
  ])
}

const plain = plainText(checkedReport().body)

/** Findings as the rules report them, made by hand so that the sheet is tested apart from the rules. */
function finding(words: string, own: Pick<Finding, 'rule' | 'severity' | 'messageId'> & Partial<Finding>): Finding {
  const start = plain.text.indexOf(words)
  return {
    id: own.rule,
    kind: '',
    values: {},
    start,
    end: start + words.length,
    evidence: [],
    repairs: [],
    fingerprint: own.rule,
    ...own,
  }
}

/** The sentence with the marked words in 【】. */
function evidence(marked: string, file?: string): Evidence {
  const text = file === undefined ? plain.text : priorReport.text
  const of = file === undefined ? {} : { file }
  const sentence = marked.replace(/[【】]/g, '')
  const start = text.indexOf(sentence)
  const marks = [...marked.matchAll(/【(.*?)】/g)].map(([whole, words = ''], index) => {
    const from = start + marked.indexOf(whole) - 2 * index
    return { start: from, end: from + words.length, ...of }
  })
  return { sentence: { start, end: start + sentence.length, ...of }, marks }
}

const findings: Finding[] = [
  finding('4200万元，同比增长8%', {
    rule: 'growth-on-last-year',
    severity: 'warning',
    messageId: 'growthOnLastYear',
    formula: { expression: '4200 ÷ 4000 − 1', implied: '4.9%～5.1%', printed: '8%' },
    evidence: [
      evidence('全年完成财政总收入【4200万元】，同比增长【8%】'),
      evidence('全年完成财政总收入【4000万元】，同比增长5%', priorReport.name),
    ],
    repairs: [
      { messageId: 'changeGrowth', values: { value: '5%' }, edits: [] },
      { messageId: 'changeValue', values: { value: '4320万元' }, edits: [] },
    ],
  }),
  finding('1260万元，其中上级补助820万元、镇级自筹260万元、商户出资210万元', {
    rule: 'parts-within-total',
    severity: 'error',
    messageId: 'partsExceedTotal',
    values: { sum: '1290万元', total: '1260万元' },
    formula: { expression: '820 + 260 + 210', implied: '1290万元', printed: '1260万元' },
    evidence: [evidence('筹集建设资金【1260万元】，其中上级补助【820万元】、镇级自筹【260万元】、商户出资【210万元】')],
  }),
  finding('二、', {
    rule: 'numbering',
    severity: 'note',
    messageId: 'numberForms',
    values: { found: '二、', expected: '（二）' },
  }),
  finding('三件实事', {
    rule: 'count-and-items',
    severity: 'warning',
    messageId: 'countMismatch',
    values: { count: 3, found: 2 },
    evidence: [
      evidence('今年重点办好【三件实事】：'),
      evidence('【一是】修缮敬老院。'),
      evidence('【二是】改造旱厕。'),
    ],
  }),
  finding('□', { rule: 'leftover', severity: 'error', messageId: 'leftoverBlank', values: { words: '□' } }),
]

export function sampleInput(given: Partial<CheckSheetInput> = {}): CheckSheetInput {
  return {
    report: '政府工作报告',
    place: '云溪镇',
    year: 2026,
    text: plain.text,
    sections: sectionsOfOutline(readOutline(checkedReport().body), plain, t),
    findings,
    coverage: { quantities: 9, checkable: 6 },
    ignored: [],
    prior: [priorReport],
    at: '2026-01-08T09:30:00',
    ...given,
  }
}

export function ignoring(
  finding: Pick<Finding, 'fingerprint' | 'rule'>,
  quote: string,
  reason = '口径不同',
): IgnoredFinding {
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    reason,
    by: '程远山',
    at: '2026-01-07T16:20:00',
    quote,
  }
}

/** The sample with one finding set aside, and one that was set aside for words that are gone. */
export function sampleSheet(): CheckSheet {
  const input = sampleInput()
  const sum = input.findings.find(({ rule }) => rule === 'parts-within-total')
  if (!sum) throw new Error('the sample has no sum')
  const gone = ignoring({ fingerprint: 'gone', rule: 'same-fact-twice' }, '水稻1200亩', '约数')
  return checkSheet({ ...input, ignored: [ignoring(sum, '1260万元'), gone] }, t)
}
