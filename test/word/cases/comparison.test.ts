import { describe, expect, test } from 'vitest'
import type { Block, Report } from '../../../shared/report/schema.ts'
import { compareBodies } from '../../../shared/revisions/compare/compare-bodies.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import type { Decision } from '../../../shared/revisions/decide.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { reportOf } from '../../support/blocks.ts'
import { paragraphTexts } from '../../support/package-texts.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParts } from '../../support/read-docx.ts'
import { bytesOf } from '../../support/word-xml.ts'

describe('24 two yearly reports compared, as a Word file', () => {
  const older = ['政府工作报告', '2024年，全镇栽植黄桃3480亩。', '新修渠道三条，整治塘坝五座。', '各位代表！']
  const newer = [
    '政府工作报告',
    '2025年，全镇栽植黄桃3840亩。',
    '新打机井两眼。',
    '新修渠道三条，整治塘坝六座。',
    '各位代表！',
  ]
  const paragraphs = (words: readonly string[]): Block[] =>
    words.map((text) => ({ type: 'paragraph', children: [{ text }] }))
  const signature = { author: '比较', date: '2026-01-06T15:00:00' }
  const compared = compareBodies(
    { body: paragraphs(older), notes: {} },
    { body: paragraphs(newer), notes: {} },
    signature,
  )

  test.each<[Decision, string[]]>([
    ['accept', newer],
    ['reject', older],
  ])('%s all', async (decision, words) => {
    const report: Report = { ...reportOf(compared), review: { tracking: 'on', comments: [], opinions: {} } }
    const { bytes, faults } = await writeReport(report, readPreset('standard'), {
      clock: '2026-01-06T15:00:00Z',
      review: true,
    })
    expect(faults).toEqual([])
    const parts = bytesOf(Object.fromEntries(docxParts(bytes)))
    expect(paragraphTexts(decidePackage(parts, decision, 'all')).filter(Boolean)).toEqual(words)
  })
})
