import { describe, expect, test } from 'vitest'
import { readTemplates } from '../../electron/services/templates.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { rules } from '../../shared/checks/rules/index.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { PlaceLevel } from '../../shared/report/schema.ts'
import { newReport } from '../../shared/templates/new-report.ts'
import { usualOffice } from '../../shared/templates/offices.ts'
import { checkInput } from '../support/check-data.ts'
import { reportMeta } from '../support/report-meta.ts'

const templates = await readTemplates()
const rulesOff = rules.filter(({ id }) => id !== 'place-name').map(({ id }) => id)
const levelWords: Partial<Record<PlaceLevel, string>> = {
  township: '乡',
  town: '镇',
  subdistrict: '街道',
  county: '县',
  district: '区',
  city: '市',
}
/** Characters that begin the names of many places and many of the words a report is made of. */
const firsts = Array.from('高新大文安平长和兴永德民开中东南西北建合共')
const seconds = Array.from('阳邑安平')

/** The words that a new report of the place is blamed for. */
function blamed(name: string): string[] {
  return templates.structures.flatMap((structure) =>
    structure.levels.flatMap((level) => {
      const place = name + (levelWords[level] ?? '')
      const speaker = { office: usualOffice(level), name: '程远山' }
      const meta = reportMeta({ level, place, speaker, kind: structure.kind })
      const { text } = plainText(newReport({ id: 'r1', kind: structure.kind, structure, meta, templates }).body)
      const { findings } = checkReport(checkInput(text, { place, year: 2026, rulesOff }))
      return findings.map(({ start, end }) => `${structure.id} ${place}: ${text.slice(start - 4, end + 4)}`)
    }),
  )
}

describe('a new report never has its own words taken for its place, misspelled', () => {
  test.each(firsts.flatMap((first) => seconds.filter((second) => second !== first).map((second) => first + second)))(
    '%s',
    (name) => {
      expect(blamed(name)).toEqual([])
    },
  )
})
