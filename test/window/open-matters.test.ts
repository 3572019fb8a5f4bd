import { expect, test } from 'vitest'
import type { Finding, Severity } from '../../shared/checks/finding.ts'
import { openMatters } from '../../renderer/dialogs/ledger/open-matters.ts'

const finding = (rule: string, severity: Severity, more: Partial<Finding> = {}): Finding => ({
  id: `${rule}-${severity}`,
  rule,
  kind: rule,
  severity,
  messageId: rule,
  values: {},
  start: 0,
  end: 1,
  evidence: [],
  repairs: [],
  fingerprint: rule,
  ...more,
})
const blank = finding('leftover', 'error', { messageId: 'leftoverBlank', values: { words: '□' } })

test('what stands before a final copy is counted once each, in the order of its weight', () => {
  const matters = openMatters([
    finding('carried-over', 'warning'),
    finding('ledger-link', 'error'),
    blank,
    finding('growth-in-report', 'error'),
    blank,
    finding('usage', 'warning'),
    finding('leftover-in-note', 'error'),
    finding('ledger-link', 'warning'),
  ])
  expect(matters.map(({ name, count, first }) => [name, count, first.rule])).toEqual([
    ['blanks', 3, 'leftover'],
    ['errors', 1, 'growth-in-report'],
    ['links', 2, 'ledger-link'],
    ['carried', 1, 'carried-over'],
  ])
})

test('doubts about words alone stand before none', () => {
  expect(openMatters([finding('usage', 'warning'), finding('same-fact-twice', 'note')])).toEqual([])
})
