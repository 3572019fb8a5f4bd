import { describe, expect, test } from 'vitest'
import { offsetAfter } from '../../renderer/app/checking.ts'
import { isArithmetic, isOpenBlank } from '../../renderer/panels/finding-kinds.ts'
import { impliedComesFirst, resultOf } from '../../renderer/panels/formula-words.ts'
import type { Finding } from '../../shared/checks/finding.ts'

describe('the result of a formula', () => {
  test.each([
    ['705 ÷ 612 − 1', '18.2%', '15.0%～15.4%', ' ≈ 15.2%'],
    ['820万元 + 260万元 + 210万元', '1350万元', '1285～1295万元', ' = 1290万元'],
    ['1.2亿元 ÷ 9600万元 − 1', '20%', '19.4%～30.8%', ' = 25.0%'],
    ['30 ÷ (90 − 30)', '45%', '50%', ' = 50%'],
    ['45% + 30% + 20%', '95%', '100%', ' = 95%'],
    ['8.2 − 9.5', '1.3‰', '−1.4～−1.2‰', ' = −1.3‰'],
    ['若干 ÷ 3', '5%', '6%', ''],
    ['3 ÷ 0', '5%', '6%', ''],
  ])('%s', (expression, printed, implied, result) => {
    expect(resultOf({ expression, printed, implied })).toBe(result)
  })
})

describe('the scale', () => {
  const reversed = (printed: string, implied: string): boolean =>
    impliedComesFirst({ expression: '', printed, implied })
  test('the larger number stands at the right', () => {
    expect(reversed('18.2%', '15.0%～15.4%')).toBe(true)
    expect(reversed('12.5%', '15.0%～15.4%')).toBe(false)
    expect(reversed('−3.1%', '−5.2%')).toBe(true)
    expect(reversed('9800万元', '1.2亿元')).toBe(false)
    expect(reversed('1.2亿元', '≤ 9800万元')).toBe(true)
  })
})

const finding = (more: Partial<Finding>): Finding => ({
  id: 'f',
  rule: 'leftover',
  kind: 'placeholder',
  severity: 'error',
  messageId: 'leftoverBlank',
  values: { words: '□' },
  start: 0,
  end: 1,
  evidence: [],
  repairs: [],
  fingerprint: 'f',
  ...more,
})

test('only blanks of a template are listed together', () => {
  expect(isOpenBlank(finding({}))).toBe(true)
  expect(isOpenBlank(finding({ values: { words: 'XX' } }))).toBe(false)
  expect(isOpenBlank(finding({ messageId: 'leftoverYear', values: { words: '20□□' } }))).toBe(false)
})

test('another basis is asked for where figures stand against figures', () => {
  expect(isArithmetic(finding({}))).toBe(false)
  expect(isArithmetic(finding({ kind: 'numbering', evidence: [{ sentence: { start: 0, end: 1 }, marks: [] }] }))).toBe(
    false,
  )
  expect(isArithmetic(finding({ kind: 'sum-of-parts' }))).toBe(true)
  expect(isArithmetic(finding({ formula: { expression: '1 + 1', implied: '2', printed: '3' } }))).toBe(true)
})

test('a place moves with the edits before it', () => {
  const edits = [
    { start: 2, end: 4, text: '十二三' },
    { start: 30, end: 31, text: '' },
  ]
  expect(offsetAfter(edits, 1)).toBe(1)
  expect(offsetAfter(edits, 20)).toBe(21)
  expect(offsetAfter(edits, 40)).toBe(40)
})
