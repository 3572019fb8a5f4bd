import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { fillFields } from '../../shared/templates/fields.ts'
import { fillFromMeta } from '../../shared/templates/fill-meta.ts'
import { titleBlock } from '../../shared/templates/title-block.ts'
import { reportMeta } from '../support/report-meta.ts'

const after = reportMeta()
const skipped = reportMeta({ place: '', date: null, meeting: { congress: null, session: null } })
const formula = '第{congress}届政府成立以来，{place}用了[[公路里程|value]]公里。'
const body = (meta = skipped): Block[] => [
  ...titleBlock(meta),
  { type: 'paragraph', children: fillFields(formula, meta) },
]
const text = (blocks: Block[]): string => plainText(blocks).text

describe('details added later', () => {
  test('fill title block and formulas, and leave figures to be filled in', () => {
    expect(text(fillFromMeta(body(), skipped, after))).toBe(text(body(after)))
    expect(text(body(after))).toContain('用了□公里')
  })

  test('leave what somebody wrote', () => {
    const written = body()
    written[0] = { type: 'title', children: [{ text: '我们的报告' }] }
    written.splice(-1, 1, { type: 'paragraph', children: [{ text: '第□届，已改写。' }] })
    const filled = text(fillFromMeta(written, skipped, after))
    expect(filled).toContain('我们的报告')
    expect(filled).toContain('第□届，已改写。')
    expect(filled).toContain('2026年1月12日')
  })

  test('change nothing where nothing is missing', () => {
    const whole = body(after)
    expect(fillFromMeta(whole, after, reportMeta({ place: '苇塘镇' }))).toBe(whole)
  })
})
