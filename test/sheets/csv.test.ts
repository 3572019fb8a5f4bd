import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, readPastedText, writeCsv } from '../../shared/sheets/csv.ts'
import { sheetLimits, type ReadTables } from '../../shared/sheets/sheet-table.ts'
import { readHtmlTable } from '../../shared/sheets/html-table.ts'
import { expectQuick } from '../support/cost.ts'
import { parseHtml } from '../support/html.ts'
import { rowsOf } from '../support/sheet-package.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const rowsRead = (read: ReadTables): string[][] => (read.ok ? rowsOf(read.tables[0]) : [[read.reason]])

describe('reading', () => {
  test.each([
    [
      'commas',
      '指标,2024年\r\n粮食总产量,1.20',
      [
        ['指标', '2024年'],
        ['粮食总产量', '1.20'],
      ],
    ],
    [
      'semicolons',
      '指标;2024年\n粮食总产量;1.2\n',
      [
        ['指标', '2024年'],
        ['粮食总产量', '1.2'],
      ],
    ],
    [
      'tabs',
      '指标\t2024年\n粮食总产量\t1.2\n',
      [
        ['指标', '2024年'],
        ['粮食总产量', '1.2'],
      ],
    ],
    [
      'line feeds, quotes and commas in quotes',
      '甲,乙\n"一\n二","说""好"",的"\n',
      [
        ['甲', '乙'],
        ['一\n二', '说"好",的'],
      ],
    ],
    [
      'rows of unequal length',
      'a,b\nc\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'a mark of UTF-8',
      '\uFEFF指标,值\n甲,1',
      [
        ['指标', '值'],
        ['甲', '1'],
      ],
    ],
    ['text kept from being a formula', "'=1,'甲,''=1,'-3", [['=1', "'甲", "'=1", '-3']]],
  ])('%s', (_, text, rows) => {
    expect(rowsRead(readCsv(bytesOf(text)))).toEqual(rows)
  })

  test('GB18030, as Excel in China writes it', () => {
    const gb = [
      0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0x32, 0x30, 0x32, 0x34, 0xc4, 0xea, 0x0d, 0x0a, 0xb2, 0xc6, 0xd5, 0xfe, 0xca, 0xd5,
      0xc8, 0xeb, 0x2c, 0x38, 0x2e, 0x33, 0x30,
    ]
    expect(rowsRead(readCsv(new Uint8Array(gb)))).toEqual([
      ['指标', '2024年'],
      ['财政收入', '8.30'],
    ])
  })

  test('no bytes and no text are refused', () => {
    expect(readCsv(new Uint8Array())).toMatchObject({ ok: false, reason: 'emptyFile' })
    expect(readCsv(new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]))).toMatchObject({ ok: false, reason: 'unreadableText' })
  })

  test('a quote that is never closed takes the rest and nothing hangs', async () => {
    const bytes = bytesOf(`"${'甲,\n'.repeat(200_000)}`)
    await expectQuick(() => expect(readCsv(bytes)).toMatchObject({ ok: true }), 3000)
  })

  test('the clipboard of a spreadsheet as text', () => {
    expect(rowsRead(readPastedText('指标\t2024年\r\n"两\n行"\t8.30\r\n'))).toEqual([
      ['指标', '2024年'],
      ['两\n行', '8.30'],
    ])
    expect(rowsRead(readPastedText('1,234.50\t5'))).toEqual([['1,234.50', '5']])
  })
})

test('more rows than a call takes arguments', () => {
  const read = readPastedText('甲\t1\n'.repeat(200_000))
  expect(read).toMatchObject({ ok: true, cut: true })
  expect(rowsRead(read)).toHaveLength(sheetLimits.rows)
  expect(readCsv(bytesOf('甲,1\n'.repeat(200_000)))).toMatchObject({ ok: true, cut: true })
})

test('a clipboard that holds no table of figures is refused', () => {
  expect(readPastedText('甲'.repeat(sheetLimits.pasted + 1))).toEqual({ ok: false, reason: 'pasteTooLong' })
  expect(readPastedText('甲'.repeat(sheetLimits.pasted))).toMatchObject({ ok: true })
})

describe('writing: no cell is a formula for whoever opens it', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['−1', "'−1"],
    ['＠甲', "'＠甲"],
    [' =1', "' =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\u2060=1', "'\u2060=1"],
    ['\u00ad=1', "'\u00ad=1"],
    ['\u0001=1', "'\u0001=1"],
    ['\u001f=1', "'\u001f=1"],
    ['﹦1', "'﹦1"],
    ['﹢1', "'﹢1"],
    ['﹣1', "'﹣1"],
    ['﹫1', "'﹫1"],
    ["'=1", "''=1"],
    ['-3.2', '-3.2'],
    ['-3.2%', '-3.2%'],
    ['8=8', '8=8'],
    ["'甲", "'甲"],
    ['甲,乙', '"甲,乙"'],
    ['说"好"', '"说""好"""'],
    ['一\n二', '"一\n二"'],
    ['甲;乙', '"甲;乙"'],
    ['', ''],
  ])('%j is written %j', (text, written) => {
    expect(textOf(writeCsv([[text]]))).toBe(`\uFEFF${written}\r\n`)
  })

  test('numbers stay numbers', () => {
    expect(textOf(writeCsv([[12, { decimal: '-3.20' }, { decimal: '8.30' }]]))).toBe('\uFEFF12,-3.20,8.30\r\n')
  })

  test('whatever is written is read back', () => {
    const unit = fc.constantFrom(...Array.from('=+-@＝－\'",;\t\n甲乙1.% '))
    const text = fc.string({ unit, minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const framed = [['始', '末'], ...rows.map((row) => [...row, '。'])]
        const expected = framed.map((row) => [...row, ''].slice(0, 3).map((cell) => cell.trim()))
        expect(rowsRead(readCsv(writeCsv(framed)))).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a table of a pasted page', () => {
  test('cells as shown, merged ones in each of their places, scripts and addresses left out', () => {
    const table = readHtmlTable(
      parseHtml(
        '<div><p>前</p><table><thead><tr><th rowspan="2">指标</th><th colspan="2">2024年</th></tr><tr><td>数值</td><td>增速</td></tr></thead>' +
          '<tbody><tr><td>财政<br/>收入</td><td style="x" onclick="y">8.30</td><td><a href="http://example.invalid">6.1%</a><script>alert()</script></td></tr></tbody></table></div>',
      ),
    )
    expect(rowsOf(table)).toEqual([
      ['指标', '2024年', '2024年'],
      ['指标', '数值', '增速'],
      ['财政\n收入', '8.30', '6.1%'],
    ])
    expect(table?.rows[2]?.[2]?.number).toBe('6.1')
  })

  test('none', () => {
    expect(readHtmlTable(parseHtml('<p>甲</p>'))).toBeUndefined()
  })

  test('spans of a hostile page end soon', async () => {
    const row = `<tr>${'<td colspan="16384" rowspan="1048576">甲</td>'.repeat(50)}</tr>`
    const page = `<table>${row.repeat(50)}</table>`
    await expectQuick(() => expect(readHtmlTable(parseHtml(page))?.rows.length).toBeLessThanOrEqual(50), 2000)
  })
})
