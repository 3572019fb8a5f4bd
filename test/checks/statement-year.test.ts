import { expect, test } from 'vitest'
import { relativeYear } from '../../shared/checks/statement-year.ts'
import type { Statement } from '../../shared/indicators/statement.ts'

type Row = [
  name: string,
  said: Pick<Statement, 'year' | 'role' | 'section'>,
  reportYear: number | null,
  relative: number | null,
]

const rows: Row[] = [
  ['a result of the review', { year: 2025, role: 'achieved', section: 'review' }, 2026, -1],
  ['a value of the year before it', { year: 2024, role: 'prior', section: 'review' }, 2026, -2],
  ['a target of the plan', { year: 2026, role: 'target', section: 'targets' }, 2026, 0],
  ['a target under the year before: a slip', { year: 2025, role: 'target', section: 'targets' }, 2026, 0],
  ['the same among the tasks', { year: 2025, role: 'target', section: 'tasks' }, 2026, 0],
  ['and in the guidance', { year: 2025, role: 'target', section: 'guidance' }, 2026, 0],
  ['a target of years ahead', { year: 2030, role: 'target', section: 'targets' }, 2026, 4],
  ['a result that the plan recalls', { year: 2025, role: 'achieved', section: 'targets' }, 2026, -1],
  ['a target that the review recalls', { year: 2025, role: 'target', section: 'review' }, 2026, -1],
  ['a target of no section', { year: 2025, role: 'target', section: null }, 2026, -1],
  ['no year at all: a target', { year: null, role: 'target', section: 'targets' }, null, 0],
  ['no year at all: a result', { year: null, role: 'achieved', section: 'review' }, null, -1],
  ['no year at all: a part', { year: null, role: 'part', section: 'review' }, null, -1],
  ['no year at all: what was before', { year: null, role: 'prior', section: 'review' }, null, null],
  ['no year at all: a target that the review recalls', { year: null, role: 'target', section: 'review' }, null, null],
  ['no year at all: a result among the tasks', { year: null, role: 'achieved', section: 'tasks' }, null, null],
  ['no year at all: a result of no section', { year: null, role: 'achieved', section: null }, null, null],
  ['the year of the report is not known', { year: 2025, role: 'achieved', section: 'review' }, null, null],
]

test.each(rows)('%s', (_, said, reportYear, relative) => {
  expect(relativeYear(said, reportYear)).toBe(relative)
})
