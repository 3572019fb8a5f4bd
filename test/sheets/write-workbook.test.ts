import process from 'node:process'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, describe, expect, test } from 'vitest'
import { looksLikeFormula, writeWorkbook, type Workbook } from '../../shared/sheets/write-workbook.ts'
import { sheetWorkbook } from '../../shared/checks/sheet/sheet-workbook.ts'
import { sampleSheet, t } from '../checks/sheet/sheet-sample.ts'
import { expectGolden } from '../support/golden.ts'

const clock = '2026-01-08T01:30:00Z'

// eslint-disable-next-line no-control-regex -- these are the characters that XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const one = (...words: (string | number)[]): Workbook => ({
  title: '核对表',
  author: '',
  tables: [{ name: '核对表', columns: [{ head: '原文', width: 20 }], rows: words.map((word) => [word]) }],
})

function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
}

async function readBack(book: Workbook): Promise<unknown[]> {
  const { sheets } = await readXlsx(await writeWorkbook(book, clock))
  return (sheets[0]?.rows ?? []).slice(1).map(([value]) => value)
}

test('the check sheet as a workbook', async () => {
  const parts = partsOf(await writeWorkbook(sheetWorkbook(sampleSheet(), '程远山', t), clock))
  const shown = [...parts].filter(([path]) => !path.includes('theme'))
  expectGolden('check-sheet-workbook', new Map(shown.map(([path, xml]) => [path, xml.replaceAll('><', '>\n<')])))
})

test.each([
  [
    ['党政办/综治办', '党政办综治办'],
    ['党政办综治办', '党政办综治办 (2)'],
  ],
  [
    ['History', 'HISTORY'],
    ['History (2)', 'HISTORY (3)'],
  ],
  [
    ['abc', 'ABC', 'abc (2)'],
    ['abc', 'ABC (2)', 'abc (2) (2)'],
  ],
  [
    [`${'镇'.repeat(40)}1`, `${'镇'.repeat(40)}2`],
    ['镇'.repeat(31), `${'镇'.repeat(27)} (2)`],
  ],
  [
    ['', '1', '\u200b', '？'],
    ['1', '1 (2)', '1 (3)', '？'],
  ],
])('names of sheets %j are legal and differ', async (names, written) => {
  const tables = names.map((name) => ({ name, columns: [{ head: '原文', width: 20 }], rows: [['一']] }))
  const { sheets } = await readXlsx(await writeWorkbook({ title: '', author: '', tables }, clock))
  expect(sheets.map(({ name }) => name)).toEqual(written)
})

test('read back it has a heading that stays in view, a row for each finding, and the coverage', async () => {
  const sheet = sampleSheet()
  const { sheets } = await readXlsx(await writeWorkbook(sheetWorkbook(sheet, '', t), clock))
  const [findings, coverage] = sheets
  expect(findings?.rows[0]).toEqual([
    '序号',
    '级别',
    '位置',
    '原文',
    '问题',
    '计算',
    '依据',
    '建议',
    '处理',
    '理由',
    '处理人',
    '日期',
  ])
  expect(findings?.rows).toHaveLength(sheet.rows.length + 1)
  expect(findings?.rows[2]?.slice(0, 4)).toEqual([2, '有误', '一、2025年工作回顾\n（一）财税', sheet.rows[1]?.words])
  expect(findings?.rows[2]?.slice(8)).toEqual(['已忽略', '口径不同', '程远山', '2026-01-07'])
  expect(findings?.freezePane).toEqual({ rows: 1 })
  expect(findings?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$1:$1' })
  expect(coverage?.rows.map(([value]) => value)).toContain('本报告 9 个数字，6 个可核对，3 个未能核对。')
})

test('evidence of one source names it once', async () => {
  const { sheets } = await readXlsx(await writeWorkbook(sheetWorkbook(sampleSheet(), '', t), clock))
  expect(sheets[0]?.rows[4]?.[6]).toBe(
    '本报告 二、2026年工作安排：今年重点办好三件实事：\n一是修缮敬老院。\n二是改造旱厕。',
  )
})

describe('text stays text', () => {
  const hostile = [
    '=1+1',
    '=HYPERLINK("http://example.invalid","点")',
    '+86',
    '-5%',
    '@SUM(A1)',
    '\t=1',
    '＝1+1',
    '＋1',
    '－1',
    '−1.16‰',
    '＠甲',
    ' =1',
    '\n=1',
    "'甲",
    '_x0041_',
    '_x000D_',
    '<b>&"\'',
    '1234567890123456789',
    '007',
    '1-2',
    'TRUE',
    '□',
    '𠮷',
    '',
    ' 前后 ',
    '一行\n二行',
  ]

  test.each(hostile)('%j comes back as it went in', async (text) => {
    expect(await readBack(one(text))).toEqual([text])
  })

  test('no cell is a formula, and what looks like one is formatted as text', async () => {
    const parts = partsOf(await writeWorkbook(one(...hostile), clock))
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(
      [...sheet.matchAll(/<c r="A\d+"([^>]*)>/g)].filter(([, attributes = '']) => !attributes.includes('t="s"')),
    ).toEqual([])
    const styles = parts.get('xl/styles.xml') ?? ''
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]*xfId="0"/g)].map(([, id]) => id)
    const textFormat = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1] ?? '49'
    const formatOf = (row: number): string | undefined =>
      formats[Number(new RegExp(`<c r="A${row}"[^>]* s="(\\d+)"`).exec(sheet)?.[1])]
    expect(hostile.map((text, index) => (formatOf(index + 2) === textFormat) === looksLikeFormula(text))).toEqual(
      hostile.map(() => true),
    )
  })

  test.each(['=1', '+1', '-1', '@1', '\t1', '\r1', '＝1', '＋1', '－1', '−1', '＠1', ' =1'])(
    '%j looks like a formula',
    (text) => {
      expect(looksLikeFormula(text)).toBe(true)
    },
  )

  test.each(['1=1', '——会议', '（=1）', '一、', '5%', ''])('%j does not', (text) => {
    expect(looksLikeFormula(text)).toBe(false)
  })

  test('any text comes back without what XML forbids', async () => {
    const unit = fc.constantFrom(...Array.from('=+-@＝_x0041甲，。□<>&"\' \t\n\r\u0000\u001F\uFFFE𠮷'), '\uD800')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, minLength: 1, maxLength: 30 }), { maxLength: 6 }), async (words) => {
        const expected = words.map((text) => text.replace(forbidden, '').replace(/\r\n?/g, '\n'))
        const back = (await readBack(one('始', ...words, '终'))).slice(1, -1).map((value) => value ?? '')
        expect(back).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('a cell holds no more than the programs take', async () => {
    const [text] = await readBack(one('长'.repeat(40_000)))
    expect(text).toBe('长'.repeat(32_767))
  })
})

test('a row is as high as its longest wrapped cell, within what programs allow', async () => {
  const heights = async (...words: string[]): Promise<number[]> => {
    const sheet = partsOf(await writeWorkbook(one(...words), clock)).get('xl/worksheets/sheet1.xml') ?? ''
    return [...sheet.matchAll(/<row r="\d+"[^>]* ht="([\d.]+)"/g)].map(([, height]) => Number(height))
  }
  expect(await heights('短', '九个字正好是一行宽', '十个字就要换到第二行', '一\n二\n三', '长'.repeat(5000))).toEqual([
    18, 18, 32, 46, 406,
  ])
})

test.each([
  ['核对/表:甲', '核对表甲'],
  ['[甲]*?\\', '甲'],
  ['', '1'],
  ['长'.repeat(40), '长'.repeat(31)],
])('the sheet %j is named %j', async (name, expected) => {
  const book = one('甲')
  const { sheets } = await readXlsx(
    await writeWorkbook({ ...book, tables: book.tables.map((table) => ({ ...table, name })) }, clock),
  )
  expect(sheets[0]?.name).toBe(expected)
})

describe('the same workbook gives the same bytes', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test('twice, and in another time zone; the clock is the only time', async () => {
    const book = sheetWorkbook(sampleSheet(), '', t)
    const first = await writeWorkbook(book, clock)
    process.env['TZ'] = 'Pacific/Auckland'
    const second = await writeWorkbook(book, clock)
    expect(Buffer.compare(first, second)).toBe(0)
    const dated = [...partsOf(first)].filter(([, xml]) => /\d{4}-\d\d-\d\dT/.test(xml)).map(([path]) => path)
    expect(dated).toEqual(['docProps/core.xml'])
  })
})
