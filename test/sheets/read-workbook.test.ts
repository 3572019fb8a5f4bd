import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../shared/sheets/read-workbook.ts'
import { sheetLimits } from '../../shared/sheets/sheet-table.ts'
import { writeWorkbook, type CellValue } from '../../shared/sheets/write-workbook.ts'
import { expectQuick } from '../support/cost.ts'
import { rowsOf, sheetParts, tablesOf, tablesOfFile, textsOf } from '../support/sheet-package.ts'

describe('cells of every type', () => {
  test('shared text, text of its own, formulas as they were shown last, truth, errors', () => {
    const strings =
      '<si><t>财政总收入</t></si><si><r><t>其中</t></r><r><t>：税收</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si>'
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c></row>' +
      '<row r="2"><c r="A2"><f>1+1</f><v>8.3</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>合计</v></c><c r="C2"><f>NOW()</f></c></row>' +
      '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3" t="d"><v>2025-12-31T00:00:00</v></c></row>'
    expect(textsOf(sheetParts({ data, strings }))).toEqual([
      ['财政总收入', '其中：税收', '甲'],
      ['8.3', '合计', ''],
      ['TRUE', '#DIV/0!', '2025-12-31'],
    ])
  })

  test('numbers have the digits of their format', () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs>'
    const data =
      '<row><c s="1"><v>8.3</v></c><c s="2"><v>0.061</v></c><c s="3"><v>46022</v></c><c><v>12</v></c><c s="9"><v>7</v></c></row>'
    const [table] = tablesOf(sheetParts({ data, styles }))
    expect(table?.rows[0]).toEqual([
      { text: '8.30', number: '8.30' },
      { text: '6.10%', number: '6.10' },
      { text: '2025-12-31', number: null },
      { text: '12', number: '12' },
      { text: '7', number: '7' },
    ])
  })

  test('text that is a number counts as one, with its zeros', () => {
    const data =
      '<row><c t="inlineStr"><is><t> 1,234.50 </t></is></c><c t="inlineStr"><is><t>－３．２％</t></is></c><c t="inlineStr"><is><t>约8</t></is></c></row>'
    const [table] = tablesOf(sheetParts({ data }))
    expect(table?.rows[0]?.map(({ number }) => number)).toEqual(['1234.50', '-3.2', null])
  })

  test('codes of characters are read, and what the writer keeps from being read as one stays', () => {
    const data =
      '<row><c t="inlineStr"><is><t>甲_x000A_乙</t></is></c><c t="inlineStr"><is><t>_x005F_x0041_</t></is></c></row>'
    expect(textsOf(sheetParts({ data }))).toEqual([['甲\n乙', '_x0041_']])
  })
})

describe('where cells stand', () => {
  test('gaps are empty cells, rows without numbers follow each other, empty edges are dropped', () => {
    const data = '<row r="2"><c r="C2"><v>1</v></c></row><row><c><v>2</v></c></row><row r="9"><c r="F9"/></row>'
    expect(textsOf(sheetParts({ data }))).toEqual([
      ['', '', ''],
      ['', '', '1'],
      ['2', '', ''],
    ])
  })

  test('merged cells say the same in each place', () => {
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c><c r="B1" t="inlineStr"><is><t>2024年</t></is></c></row>' +
      '<row r="2"><c r="B2" t="inlineStr"><is><t>数值</t></is></c><c r="C2" t="inlineStr"><is><t>增速</t></is></c></row>'
    const after = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    expect(textsOf(sheetParts({ data, after }))).toEqual([
      ['指标', '2024年', '2024年'],
      ['指标', '数值', '增速'],
    ])
  })

  test('hidden sheets are not read, hidden rows are', () => {
    const data = '<row r="1" hidden="1"><c><v>1</v></c></row>'
    const sheets = '<sheet name="甲" r:id="s1" state="hidden"/><sheet name="乙" r:id="s1"/>'
    const tables = tablesOf(sheetParts({ data, sheets }))
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([['乙', 1]])
  })
})

describe('hostile files', () => {
  const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

  test('a cell in the far corner costs nothing, and the cut is told', () => {
    const read = readWorkbook(
      sheetParts({ data: `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>${far}` }),
    )
    expect(read).toMatchObject({ ok: true })
    if (read.ok) expect(read.tables[0]?.rows.length).toBeLessThanOrEqual(sheetLimits.rows)
  })

  test('rows and columns beyond the limits are cut and the cut is told', () => {
    const row = (index: number): string => `<row r="${index}"><c r="A${index}"><v>${index}</v></c></row>`
    const data = Array.from({ length: sheetLimits.rows + 3 }, (_, index) => row(index + 1)).join('')
    const read = readWorkbook(sheetParts({ data }))
    expect(read).toMatchObject({ ok: true, cut: true })
    if (read.ok) expect(read.tables[0]?.rows).toHaveLength(sheetLimits.rows)
    expect(readWorkbook(sheetParts({ data: row(1) }))).toMatchObject({ cut: false })
  })

  test('merged ranges over the whole sheet, thousands of them, end soon', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    ).join('')
    const after = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5000)}</mergeCells>`
    const parts = sheetParts({ data: rows, after })
    await expectQuick(() => expect(readWorkbook(parts)).toMatchObject({ ok: true }), 3000)
  })

  test.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>', 'unsafeParts'],
    ['broken XML', '<worksheet><row>', 'damaged'],
  ])('%s is refused', (_, content, reason) => {
    const parts = sheetParts({ data: '' })
    parts.set('xl/worksheets/sheet1.xml', new TextEncoder().encode(content))
    expect(readWorkbook(parts)).toMatchObject({ ok: false, reason })
  })

  test('a package without a workbook is no spreadsheet', () => {
    expect(readWorkbook(new Map())).toMatchObject({ ok: false, reason: 'unknownFormat' })
  })

  test('a sheet outside the package is not followed', () => {
    const parts = sheetParts({ data: '<row><c><v>1</v></c></row>' })
    const path = 'xl/_rels/workbook.xml.rels'
    const rels = new TextDecoder().decode(parts.get(path))
    parts.set(
      path,
      new TextEncoder().encode(rels.replace('Target="worksheets', 'TargetMode="External" Target="worksheets')),
    )
    expect(tablesOf(parts)).toEqual([])
  })
})

test('what the writer wrote is read back: digits, text, lines above, lists of choices', async () => {
  const rows: CellValue[][] = [
    ['地区生产总值', { decimal: '8.30' }, { decimal: '-3.2' }, '确认'],
    ['=1+1', { decimal: '12345678901234567.89' }, { decimal: '-0.0' }, '备注\n两行'],
    ['路', 12, '', ''],
  ]
  const columns = [
    { head: '指标', width: 20 },
    { head: '数值', width: 10 },
    { head: '增速', width: 8 },
    { head: '核对', width: 8, choices: ['确认', '更正'] },
  ]
  const book = {
    title: '台账',
    author: '',
    tables: [{ name: '台账', columns, rows, above: ['青禾镇台账', '请逐行核对。'], frozen: 1 }],
  }
  const bytes = await writeWorkbook(book, '2026-01-08T01:30:00Z')
  const [table] = await tablesOfFile(bytes)
  expect(rowsOf(table)).toEqual([
    ['青禾镇台账', '青禾镇台账', '青禾镇台账', '青禾镇台账'],
    ['请逐行核对。', '请逐行核对。', '请逐行核对。', '请逐行核对。'],
    ['指标', '数值', '增速', '核对'],
    ['地区生产总值', '8.30', '-3.2', '确认'],
    ['=1+1', '12345678901234567.89', '-0.0', '备注\n两行'],
    ['路', '12', '', ''],
  ])
  expect(table?.rows[3]?.[1]?.number).toBe('8.30')
})
