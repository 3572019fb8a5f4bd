import { createChartWriter } from '../../../shared/word/write/chart.ts'
import { describe, expect, test } from 'vitest'
import type { Table } from '../../../shared/report/schema.ts'
import { createNoteWriter } from '../../../shared/word/write/notes.ts'
import { tableColumns } from '../../../shared/word/write/table-grid.ts'
import { noComments } from '../../../shared/word/write/comments.ts'
import { noReviewWriter } from '../../../shared/word/write/review.ts'
import { tableXml } from '../../../shared/word/write/table.ts'
import { cell, table } from '../../support/blocks.ts'

const width = 8844

const xml = (block: Table, breakBefore = false): string =>
  tableXml(
    block,
    width,
    { notes: createNoteWriter({}), comments: noComments, charts: createChartWriter(8844), review: noReviewWriter },
    breakBefore,
  )

/** Rows as `text width×span merge` for every place of the grid. */
function grid(block: Table): string[] {
  return [...xml(block).matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)]
      .map(([, one = '']) => {
        const span = /<w:gridSpan w:val="(\d+)"/.exec(one)?.[1] ?? '1'
        const merge = /<w:vMerge w:val="(\w+)"/.exec(one)?.[1] ?? ''
        const words = /<w:t>(.*?)<\/w:t>/.exec(one)?.[1] ?? ''
        return `${words}×${span}${merge && ` ${merge}`}`
      })
      .join(' | '),
  )
}

describe('every row of a Word table names every place of the grid', () => {
  test.each<[string, Table, string[]]>([
    [
      'plain',
      table([
        [cell('甲'), cell('乙')],
        [cell('1'), cell('2')],
      ]),
      ['甲×1 | 乙×1', '1×1 | 2×1'],
    ],
    ['a wide cell', table([[cell('甲', { colSpan: 2 })], [cell('1'), cell('2')]]), ['甲×2', '1×1 | 2×1']],
    [
      'a high cell continues in the rows it covers',
      table([[cell('甲', { rowSpan: 3 }), cell('乙')], [cell('1')], [cell('2')]]),
      ['甲×1 restart | 乙×1', '×1 continue | 1×1', '×1 continue | 2×1'],
    ],
    [
      'a high cell at the end of the row',
      table([[cell('甲'), cell('乙', { rowSpan: 2 })], [cell('1')]]),
      ['甲×1 | 乙×1 restart', '1×1 | ×1 continue'],
    ],
    [
      'high and wide',
      table([[cell('甲', { rowSpan: 2, colSpan: 2 }), cell('乙')], [cell('1')]]),
      ['甲×2 restart | 乙×1', '×2 continue | 1×1'],
    ],
    [
      'a short row ends in an empty place',
      table([[cell('甲'), cell('乙'), cell('丙')], [cell('1')]]),
      ['甲×1 | 乙×1 | 丙×1', '1×1 | ×2'],
    ],
  ])('%s', (_name, block, rows) => {
    expect(grid(block)).toEqual(rows)
  })
})

describe('columns fill the text', () => {
  test.each<[string, Table, number[]]>([
    ['given widths are scaled', table([[cell('甲'), cell('乙')]], { columns: [1000, 3000] }), [2211, 6633]],
    [
      'widths for another number of columns do not count',
      table([[cell('甲'), cell('乙')]], { columns: [1000] }),
      [4422, 4422],
    ],
    [
      'no width is lost to rounding',
      table([[cell('甲'), cell('乙'), cell('丙')]], { columns: [1, 1, 1] }),
      [2948, 2948, 2948],
    ],
  ])('%s', (_name, block, columns) => {
    expect(tableColumns(block, width)).toEqual(columns)
  })

  test('words of the widest table of a report stay whole: four characters beside a long name', () => {
    const names = ['序号', '指标', '单位', '上年实绩', '预期目标', '完成数', '增长（%）', '备注']
    const values = ['12', '规模以上工业增加值和技术改造投资', '万元', '12345.67', '12345.67', '12345.67', '12.5', '']
    const columns = tableColumns(table([names.map((name) => cell(name)), values.map((value) => cell(value))]), width)
    expect(columns.reduce((sum, one) => sum + one, 0)).toBe(width)
    names.forEach((name, index) => expect(columns[index]).toBeGreaterThanOrEqual(Math.min(4, name.length) * 240 + 114))
  })
})

test('head rows repeat, rows are not cut, widths are written', () => {
  const written = xml(table([[cell('指标')], [cell('1')]], { header: true }))
  expect(written).toContain('<w:tblW w:w="8844" w:type="dxa"/><w:tblLayout w:type="fixed"/>')
  expect(written).toContain('<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>')
  expect(written.match(/<w:cantSplit\/>/g)).toHaveLength(2)
  expect(written.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(written).toContain('<w:pStyle w:val="ZgCellHead"/></w:pPr><w:r><w:t>指标</w:t>')
})

test('figures stand right, words left, an alignment of the cell or paragraph wins', () => {
  const jc = (words: string, more = {}): string | undefined =>
    /<w:jc w:val="(\w+)"/.exec(xml(table([[cell(words, more)]])))?.[1]
  expect(['12.5%', '-3,400', '1.2‰'].map((words) => jc(words))).toEqual(['right', 'right', 'right'])
  expect(['2025年', '—', '万元'].map((words) => jc(words))).toEqual(['left', 'left', 'left'])
  expect(jc('12.5', { align: 'center' })).toBe('center')
})

test('a table after a page break begins the new page', () => {
  expect(xml(table([[cell('甲'), cell('乙')]]), true).match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
})
