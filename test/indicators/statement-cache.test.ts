import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from '../../shared/checks/read-report.ts'
import { findStatements } from '../../shared/indicators/find-statements.ts'
import type { StatementCache } from '../../shared/indicators/statement-cache.ts'
import type { Statement } from '../../shared/indicators/statement.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'

const entries = JSON.parse(
  readFileSync(new URL('../../templates/indicators.json', import.meta.url), 'utf8'),
) as IndicatorEntry[]

const paragraphs = [
  '一、2025年工作回顾',
  '全年完成财政总收入3260万元，同比增长12.4%，其中地方收入815万元。',
  '五年来，城镇新增就业1.2万人，引进3—5家龙头企业。',
  '新上项目28个，其中亿元以上项目6个、千万元以上项目9个。',
  '一批好事办成。',
  '二、2026年工作安排',
  '预期目标是：固定资产投资增长8%左右，城乡居民收入分别增长7%、8%。',
]

const find = (text: string, cache?: StatementCache): Statement[] =>
  findStatements(
    {
      text,
      lines: readLines(text),
      quantities: findQuantities(text),
      year: 2026,
      place: '青禾镇',
      indicators: entries,
    },
    cache,
  )

describe('a cache of statements', () => {
  it('never changes what is found, whatever is moved, cut or repeated', () => {
    const texts = fc.array(fc.array(fc.constantFrom(...paragraphs), { maxLength: 9 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(texts, (versions) => {
        const cache: StatementCache = new Map()
        for (const lines of versions) {
          const text = lines.join('\n')
          expect(find(text, cache)).toEqual(find(text))
        }
      }),
    )
  })

  it('holds what was read', () => {
    const cache: StatementCache = new Map()
    find(paragraphs.join('\n'), cache)
    const read = [...cache.values()].map(({ statements }) => statements.size)
    expect(read).toEqual([0, 1, 1, 1, 0, 0, 1])
  })
})
