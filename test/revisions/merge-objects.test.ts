import { describe, expect, test } from 'vitest'
import type { Block, Inline, Paragraph, Table } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { mergeCopies, type Merged } from '../../shared/revisions/merge/merge-copies.ts'
import { heading, paragraph, reportOf } from '../support/blocks.ts'
import { unmarkedCopy } from '../support/open-conflict.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const picture = (part: string): Inline => ({
  type: 'opaque-inline',
  xml: `<w:drawing xmlns:n1="${relationships}"><n2:blip n1:embed="${part}"/></w:drawing>`,
  label: '图片',
  children: [{ text: '' }],
})
const formula: Inline = { type: 'opaque-inline', xml: '<n0:oMath/>', label: '公式', children: [{ text: '' }] }
const line = (...children: Inline[]): Paragraph => ({ type: 'paragraph', children })
const words = (text: string): Inline => ({ text })
const table = (...children: Inline[]): Table =>
  ({ type: 'table', children: [{ type: 'row', children: [{ type: 'cell', children: [line(...children)] }] }] }) as never

const base: Block[] = [
  heading(1, '工作回顾'),
  paragraph('栽植黄桃3480亩。'),
  heading(1, '工作安排'),
  paragraph('新修渠道三条。'),
  table(words('项目')),
]
const merged = (body: Block[], of: Block[] = base): Merged =>
  mergeCopies(reportOf(of), [unmarkedCopy('王书记', body)], 'm')

describe('pictures that only the file of a copy has', () => {
  test.each<[string, Block[], string[]]>([
    ['a formula comes along', base.toSpliced(1, 1, line(words('栽植黄桃3480亩。'), formula)), []],
    [
      'inside a line',
      base.toSpliced(3, 1, line(words('新修渠道'), picture('rId9'), words('三条。'))),
      ['工作安排 1 新修渠道'],
    ],
    ['in a line of its own', base.toSpliced(2, 0, line(picture('rId9'))), ['工作回顾 1 栽植黄桃3480亩。']],
    [
      'behind words that the copy adds, and not behind those that it deletes',
      base.toSpliced(1, 1, line(words('栽植黄桃见图'), picture('rId9'))),
      ['工作回顾 1 栽植黄桃见图'],
    ],
    ['before everything: at the first heading', [line(picture('rId9')), ...base], ['工作回顾 0 ']],
    ['in a cell', base.toSpliced(4, 1, table(words('项目'), picture('rId9'))), ['工作安排 2 项目']],
    [
      'with a new table: behind the words above',
      [...base, table(words('甲'), picture('rId9'))],
      ['工作安排 1 新修渠道三条。'],
    ],
  ])('%s', (_, body, places) => {
    const { copies, report } = merged(body)
    const found = copies[0]?.objects ?? []
    expect(
      found.map(({ place, before }) =>
        [place.headings.map((one) => one.replace(/^.、/, '')).join('/'), place.paragraph, before].join(' '),
      ),
    ).toEqual(places)
    expect(JSON.stringify(report.body)).not.toContain('rId9')
    expect(JSON.stringify(report.body).includes('公式')).toBe(places.length === 0)
  })

  test('one that the report has itself stays what it is, also where a copy moves it', () => {
    const own = base.toSpliced(3, 1, line(words('新修渠道'), picture('rId4'), words('三条。')))
    const moved = own
      .toSpliced(3, 1, paragraph('新修渠道三条。'))
      .toSpliced(1, 1, line(words('栽植黄桃'), picture('rId4'), words('3480亩。')))
    const { copies, report } = merged(moved, own)
    expect(copies[0]?.objects).toEqual([])
    expect(JSON.stringify(decide(report.body, 'accept', 'all'))).toMatch(/栽植黄桃.*rId4.*3480/)
  })
})
