import { describe, expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { sheetPreset } from '../../shared/checks/sheet/printed-sheet.ts'
import { departmentAt } from '../../shared/ledger/department.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { ledgerReader } from '../../shared/ledger/ledger-reader.ts'
import { findFigure, type Ledger } from '../../shared/ledger/ledger.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { readLedgerReport } from '../../shared/ledger/read-report.ts'
import {
  readSignOff,
  signOffOutcome,
  tablesOfBody,
  type SignOffReading,
} from '../../shared/ledger/sign-off/read-sign-off.ts'
import { signOffDocument, signOffSheets, signOffWorkbook } from '../../shared/ledger/sign-off/sign-off.ts'
import { openFigures, typedBlanks } from '../../shared/ledger/sign-off/open-figures.ts'
import { phrasingContext } from '../../shared/ledger/section-rows.ts'
import { waitingFields } from '../../shared/ledger/waiting-fields.ts'
import { waitingPeriods } from '../../shared/ledger/waiting-periods.ts'
import { textFigures, unconfirmedFigures, type TextFigure } from '../../shared/ledger/sign-off/text-figures.ts'
import { languages } from '../../shared/locales/locales.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, PlaceLevel, TableCell, TextLeaf } from '../../shared/report/schema.ts'
import type { SheetTable } from '../../shared/sheets/sheet-table.ts'
import { textCell } from '../../shared/sheets/sheet-table.ts'
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts'
import { readDocx } from '../../shared/word/read/read-docx.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { checkLists, translator } from '../support/check-data.ts'
import { figure, row } from '../support/ledger.ts'
import { readPreset } from '../support/printing-preset.ts'
import { partsOfFile, tablesOfFile } from '../support/sheet-package.ts'

const t = translator('zh-CN')
const clock = '2026-01-08T01:30:00Z'
const id = 'report-of-qinghe-2026'
const offices = { indicators: checkLists.indicators, level: 'town' as const }
const report = { id, title: '青禾镇2026年政府工作报告', classification: '' as const }

const body: Block[] = [
  { type: 'title', children: [{ text: '青禾镇2026年政府工作报告' }] },
  { type: 'heading', level: 1, section: 'review', children: [{ text: '2025年工作回顾' }] },
  {
    type: 'paragraph',
    children: [
      { text: '全年完成财政总收入' },
      { text: '4200万元', indicator: '财政总收入|2025|year|result|value' },
      { text: '，增长' },
      { text: '5%', indicator: '财政总收入|2025|year|result|growth' },
      { text: '。粮食产量达到1.26万吨，下降2.1%。固定资产投资完成3.1亿元。' },
    ],
  },
  { type: 'heading', level: 1, section: 'tasks', children: [{ text: '2026年工作安排' }] },
  { type: 'paragraph', children: [{ text: '今年财政总收入增长7%以上。' }] },
]

const ledger = (): Ledger => ({
  place: '青禾镇',
  rows: [
    row('财政总收入', '万元', [figure(2025, '万元', { value: '4200', growth: '5.0', state: 'reported' })], {
      department: '财政所',
    }),
    row('粮食产量', '万吨', [figure(2025, '万吨', { value: '1.26', growth: '-2.1', state: 'confirmed' })], {
      department: '农业农村办',
    }),
  ],
})

function figuresOf(own: readonly Block[], of: Ledger): TextFigure[] {
  const { text } = plainText(own)
  const links = readLinks(own, ledgerReader(of, checkLists.indicators))
  const { proposals } = readLedgerReport(
    { file: '', text, year: 2026, place: '青禾镇' },
    checkLists.indicators,
    createCheckCache(),
  )
  return textFigures(text, links, proposals)
}

const figures = figuresOf(body, ledger())
const sheets = signOffSheets(figures, ledger(), id, offices)

describe('figures of the text', () => {
  test('bound ones and those of the statements, each once, with their sentence', () => {
    expect(
      figures.map(({ indicator, year, kind, part, printed, value, unit }) =>
        [indicator, year, kind, part, printed, value + unit].join(' '),
      ),
    ).toEqual([
      '财政总收入 2025 result value 4200万元 4200万元',
      '财政总收入 2025 result growth 5% 5%',
      '粮食产量 2025 result value 1.26万吨 1.26万吨',
      '粮食产量 2025 result growth 2.1% -2.1%',
      '固定资产投资 2025 result value 3.1亿元 3.1亿元',
      '财政总收入 2026 target growth 7%以上 7%',
    ])
    expect(figures[2]?.sentence).toBe('粮食产量达到1.26万吨，下降2.1%。')
  })

  test('the gate lists what nobody has confirmed, and why', () => {
    const listed = (of: Ledger): string[] =>
      unconfirmedFigures(figuresOf(body, of), of).map(
        ({ figure: { indicator, printed }, why }) => `${indicator} ${printed} ${why}`,
      )
    const own = ledger()
    expect(listed(own)).toEqual([
      '财政总收入 4200万元 notConfirmed',
      '财政总收入 5% notConfirmed',
      '固定资产投资 3.1亿元 notInLedger',
      '财政总收入 7%以上 notInLedger',
    ])
    const changed = editLedger(
      own,
      [
        {
          edit: 'set',
          indicator: '粮食产量',
          year: 2025,
          period: 'year',
          kind: 'result',
          content: { value: '1.31' },
        },
      ],
      { at: '', by: '' },
    )
    expect(listed(changed)).toContain('粮食产量 1.26万吨 differs')
  })
})

test.each<[PlaceLevel, string, string]>([
  ['town', '统计局', '统计'],
  ['township', '财政局', '财政所'],
  ['subdistrict', '财政局', '财政'],
  ['town', '金融办', '金融'],
  ['town', '县统计局', '县统计局'],
  ['town', '经济发展办公室', '经济发展办公室'],
  ['county', '统计局', '统计局'],
  ['province', '财政局', '财政厅'],
  ['province', '统计局', '统计局'],
])('in a %s the office of %s is %s', (level, department, expected) => {
  expect(departmentAt(level, department)).toBe(expected)
})

describe('a number that is still to be filled in', () => {
  const waiting: Block = {
    type: 'paragraph',
    children: [
      { text: '城镇新增就业' },
      { text: '□', field: { indicator: '城镇新增就业', part: 'value', choices: [] } },
      { text: '人，财政总收入增长' },
      { text: '□', field: { indicator: '财政总收入', part: 'growth', choices: [] } },
      { text: '%，' },
      { text: '□', field: { indicator: '', part: 'text', choices: [] } },
      { text: '。' },
    ],
  } as unknown as Block
  const own = [...body.slice(0, 2), waiting]
  const places = waitingFields(own).map((place) => ({ place, context: phrasingContext(2026, 'annual', 'review') }))
  const open = openFigures(own, plainText(own), places)
  const listed = signOffSheets(open, ledger(), id, offices)
  const rows = listed.flatMap((sheet) => sheet.rows)

  test('is listed with its indicator and its sentence', () => {
    expect(
      listed.map(({ department, rows: of }) => [department, ...of.map(({ figures: [one] }) => one.part)].join(' ')),
    ).toEqual(['社会保障 value', '财政所 growth'])
    const [table] = signOffWorkbook(listed, report, t).tables
    expect(table?.rows[0]?.slice(1, 5)).toEqual([
      '城镇新增就业',
      '2025年全年实绩',
      '待填',
      '城镇新增就业□人，财政总收入增长□%，□。',
    ])
  })

  test.each<[string, Record<string, string>, unknown]>([
    ['a number in the column of corrections', { correction: '3520' }, { value: '3520', unit: '人', printed: '3520' }],
    ['with its unit', { correction: '3520人' }, { value: '3520', unit: '人', printed: '3520' }],
    ['in another magnitude', { correction: '0.352万人' }, { value: '3520', unit: '人', printed: '3520' }],
    ['over the words', { printed: '3520' }, { value: '3520', unit: '人', printed: '3520' }],
    ['as the answer', { answer: '3520' }, { value: '3520', unit: '人', printed: '3520' }],
    ['another measure', { correction: '3520万元' }, 'otherMeasure'],
    ['two numbers', { correction: '3520', printed: '3521' }, 'contradictory'],
    ['confirmed without a number', { answer: '确认' }, 'noNewValue'],
    ['nothing', {}, 'open'],
  ])('comes back: %s', (_what, cells, expected) => {
    const [row] = rows
    const filled = {
      key: row?.key ?? '',
      indicator: '',
      period: '',
      sentence: '',
      note: '',
      ...{ answer: '', correction: '', printed: '待填' },
      ...cells,
    }
    const table: SheetTable = {
      name: '',
      rows: [
        ['编号', '核对结果', '更正为', '报告中的数字'].map((text) => textCell(text)),
        [filled.key, filled.answer, filled.correction, filled.printed].map((text) => textCell(text)),
      ],
    }
    const read = readSignOff([table], listed, id)
    if (!read.ok) throw new Error(read.reason)
    const [answer] = read.answers
    const said =
      answer?.answer === 'corrected' ? { value: answer.value, unit: answer.unit, printed: answer.printed } : undefined
    expect(said ?? read.unreadable[0]?.reason ?? (read.open.length === 1 ? 'open' : '')).toEqual(expected)
    if (!said) return
    const { corrections } = signOffOutcome(read, listed, ledger(), () => ({ person: '', file: '' }))
    expect(corrections.map(({ edit }) => edit)).toMatchObject([
      {
        indicator: '城镇新增就业',
        year: 2025,
        kind: 'result',
        content: { value: '3520', unit: '人', state: 'confirmed' },
      },
    ])
  })
})

describe('a □ that no indicator names', () => {
  const left: TextLeaf = { text: '□', field: { indicator: '', part: 'value' } }
  const cellOf = (...leaves: TextLeaf[]): TableCell => ({
    type: 'table-cell',
    children: [{ type: 'paragraph', children: leaves }],
  })
  const words = (text: string): TextLeaf => ({ text })
  const own: Block[] = [
    ...body.slice(0, 2),
    {
      type: 'paragraph',
      children: [words('新改建道路'), left, words('公里，突破'), left, words('和'), left, words('个。')],
    },
    { type: 'paragraph', children: [words('惠及□□户。惠及□户。在□□村开会，□月□日，完成□。')] },
    {
      type: 'table',
      children: [
        { type: 'table-row', header: true, children: [cellOf(words('项目')), cellOf(words('里程（公里）'))] },
        { type: 'table-row', children: [cellOf(words('通村路')), cellOf(left)] },
        { type: 'table-row', children: [cellOf(words('巷道')), cellOf(left)] },
      ],
    },
  ]
  const sheetsOf = (of: readonly Block[]) => {
    const plain = plainText(of)
    const places = [...waitingFields(of, plain), ...typedBlanks(of, plain)]
    const context = phrasingContext(2026, 'annual', 'review')
    const open = openFigures(
      of,
      plain,
      places.map((place) => ({ place, context })),
    )
    return signOffSheets(open, ledger(), id, offices)
  }
  const listed = sheetsOf(own)
  const [table] = signOffWorkbook(listed, report, t).tables

  test('has its words for a name, and its sentence', () => {
    expect(table?.rows.map((cells) => cells.slice(1, 5).map(String).join('/'))).toEqual([
      '新改建道路□公里//待填/新改建道路□公里，突破□和□个。',
      '突破【□】和□个//待填/新改建道路□公里，突破□和□个。',
      '突破□和【□】个//待填/新改建道路□公里，突破□和□个。',
      '惠及□□户//待填/惠及□□户。',
      '惠及□户//待填/惠及□户。',
      '通村路 里程（公里）//待填/通村路 □',
      '巷道 里程（公里）//待填/巷道 □',
    ])
  })

  const answered = (name: string, value: string, now = listed) => {
    const head = ['编号', '指标', '报告中的数字', '核对结果', '更正为']
    const rows = (table?.rows ?? []).map((cells) => {
      const own = cells.map(String)
      return [own[0] ?? '', own[1] ?? '', '待填', '', own[1] === name ? value : ''].map((text) => textCell(text))
    })
    const read = readSignOff([{ name: '', rows: [head.map((text) => textCell(text)), ...rows] }], now, id)
    if (!read.ok) throw new Error(read.reason)
    return { read, outcome: signOffOutcome(read, now, ledger(), () => ({ person: '', file: '' })) }
  }
  const text = plainText(own).text

  test.each([
    ['突破□和【□】个', '12', '新改建道路□公里，突破□和12个。'],
    ['惠及□户', '40户', '惠及□□户。惠及40户。'],
    ['巷道 里程（公里）', '3.5公里', '巷道\n3.5\n'],
    ['巷道 里程（公里）', '0.0004万公里', '巷道\n4\n'],
  ])('%s comes back into its own place, and the ledger gets nothing', (name, value, expected) => {
    const { outcome } = answered(name, value)
    const [correction] = outcome.corrections
    expect(outcome).toMatchObject({ confirm: [], differing: [], corrections: [{ edit: null }] })
    const [figure] = correction?.row.figures ?? []
    const after = text.slice(0, figure?.start) + (correction?.after ?? '') + text.slice(figure?.end)
    expect(after).toContain(expected)
  })

  test('a number with 左右 does not lose it: the words of the text are changed by hand', () => {
    const { read } = answered('惠及□户', '40户左右')
    expect([read.answers, read.unreadable.map(({ reason }) => reason)]).toEqual([[], ['otherBound']])
  })

  test('is known again when those beside it are filled and other sentences were changed', () => {
    const filled = structuredClone(own)
    const line = filled[2] as { children: TextLeaf[] }
    line.children[1] = words('7.5')
    line.children[3] = words('9')
    ;(filled[3] as { children: TextLeaf[] }).children.unshift(words('春天到了。'))
    const { read } = answered('突破□和【□】个', '12', sheetsOf(filled))
    expect(read.unreadable).toEqual([])
    expect(read.answers.map(({ row }) => row.figures[0].nameless?.name)).toEqual(['突破9和□个'])
    // Of one that was filled there is no place any more.
    const late = answered('突破【□】和□个', '12', sheetsOf(filled)).read
    expect([late.answers.length, late.unreadable.map(({ reason }) => reason)]).toEqual([0, ['figureGone']])
  })

  test('two sentences that read the same keep their places apart, also when the first is filled', () => {
    const twice: Block[] = [
      ...body.slice(0, 2),
      { type: 'paragraph', children: [words('惠及'), left, words('户。惠及'), left, words('户。')] },
    ]
    const [first, second] = sheetsOf(twice).flatMap(({ rows }) => rows.map(({ key }) => key))
    expect(first).not.toBe(second)
    const filled = structuredClone(twice)
    ;(filled[2] as { children: TextLeaf[] }).children[1] = words('80')
    expect(sheetsOf(filled).flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual([second])
  })
})

describe('a □ of several years', () => {
  const blankOf = (indicator: string, part: 'value' | 'growth'): TextLeaf => ({ text: '□', field: { indicator, part } })
  const sheetOf = (...children: TextLeaf[]) => {
    const own: Block[] = [...body.slice(0, 2), { type: 'paragraph', children }]
    const plain = plainText(own)
    const places = waitingFields(own).map((place) => ({ place, context: phrasingContext(2026, 'annual', 'review') }))
    const periodOf = waitingPeriods(plain.text, { year: 2026, place: '青禾镇', indicators: checkLists.indicators })
    return signOffSheets(openFigures(own, plain, places, periodOf), ledger(), id, offices)
  }
  const wordsOf = (listed: ReturnType<typeof sheetOf>) =>
    signOffWorkbook(listed, report, t).tables.flatMap(({ name, rows }) =>
      rows.map((cells) => [name, ...cells.slice(1, 3).map(String)].join('/')),
    )

  test.each<[string, TextLeaf[], string[]]>([
    [
      'growth of each year on average has its words for a name, and its office',
      [{ text: '过去的四年，财政总收入年均增长' }, blankOf('财政总收入', 'growth'), { text: '%。' }],
      ['财政所/财政总收入年均增长□%/'],
    ],
    [
      'from what, and to what',
      [
        { text: '五年来，财政总收入从' },
        blankOf('财政总收入', 'value'),
        { text: '亿元增长到' },
        blankOf('财政总收入', 'value'),
        { text: '亿元。' },
      ],
      ['财政所/财政总收入从【□】亿元增长到□亿元/', '财政所/财政总收入/2025年全年实绩'],
    ],
    [
      'an amount of five years',
      [{ text: '五年来，累计城镇新增就业' }, blankOf('城镇新增就业', 'value'), { text: '人。' }],
      ['社会保障/城镇新增就业/2025年五年来实绩'],
    ],
    [
      'an amount of four years',
      [{ text: '过去的四年，累计城镇新增就业' }, blankOf('城镇新增就业', 'value'), { text: '人。' }],
      ['社会保障/累计城镇新增就业□人/'],
    ],
    [
      'a year',
      [{ text: '全年城镇新增就业' }, blankOf('城镇新增就业', 'value'), { text: '人。' }],
      ['社会保障/城镇新增就业/2025年全年实绩'],
    ],
  ])('%s', (_what, leaves, expected) => {
    expect(wordsOf(sheetOf(...leaves))).toEqual(expected)
  })
})

describe('two rows of one figure of the ledger', () => {
  const key = '财政总收入|2025|year|result|value'
  const twice: Block[] = [
    ...body.slice(0, 2),
    {
      type: 'paragraph',
      children: [
        { text: '财政总收入' },
        { text: '4200万元', indicator: key },
        { text: '，即' },
        { text: '0.42亿元', indicator: key },
        { text: '。' },
      ],
    },
  ]
  const own = signOffSheets(figuresOf(twice, ledger()), ledger(), id, offices)
  test.each([
    ['4310万元', '0.44亿元', ['rowsDisagree', 'rowsDisagree']],
    ['4310万元', '确认', ['rowsDisagree', 'rowsDisagree']],
    ['4310万元', '0.43亿元', []],
    ['4310万元', '', []],
    ['确认', '确认', []],
  ])('answered %s and %s', (first, second, reasons) => {
    const keys = own.flatMap(({ rows }) => rows.map((row) => row.key))
    const rows = [
      ['编号', '核对结果'],
      [keys[0] ?? '', first],
      [keys[1] ?? '', second],
    ]
    const read = readSignOff([{ name: '', rows: rows.map((cells) => cells.map((one) => textCell(one))) }], own, id)
    if (!read.ok) throw new Error(read.reason)
    expect(read.unreadable.map(({ reason }) => reason)).toEqual(reasons)
    if (reasons.length > 0) expect(read.answers).toEqual([])
  })
})

test('a sheet for each department, figures without one last', () => {
  expect(
    sheets.map(({ department, rows }) => [department, ...rows.map(({ figures: [one] }) => one.printed)].join(' ')),
  ).toEqual(['财政所 4200万元 5% 7%以上', '农业农村办 1.26万吨 2.1%', '统计 3.1亿元'])
  const keys = sheets.flatMap(({ rows }) => rows.map(({ key }) => key))
  expect(new Set(keys).size).toBe(6)
  expect(keys.every((key) => /^[A-Z]{5}-[A-Z]{8}$/.test(key))).toBe(true)
})

test('the same number at two places is one row', () => {
  const twice = [
    ...body,
    {
      type: 'paragraph',
      children: [
        { text: '财政总收入' },
        { text: '4200万元', indicator: '财政总收入|2025|year|result|value' },
        { text: '来之不易。' },
      ],
    } as Block,
  ]
  const own = signOffSheets(figuresOf(twice, ledger()), ledger(), id, offices)
  expect(own.flatMap(({ rows }) => rows).map(({ figures: all }) => all.length)).toEqual([2, 1, 1, 1, 1, 1])
})

/** The workbook as a department sends it back: what it wrote into the rows, by the figure that stands in them. */
async function returned(
  fill: Record<string, [answer: string, correction?: string]>,
  language: (typeof languages)[number] = 'zh-CN',
): Promise<SheetTable[]> {
  const tables = await tablesOfFile(await writeWorkbook(signOffWorkbook(sheets, report, translator(language)), clock))
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((cells) => {
      const given = fill[cells[3]?.text ?? '']
      return given
        ? cells.map((cell, index) => (index === 5 ? textCell(given[0]) : index === 6 ? textCell(given[1] ?? '') : cell))
        : cells
    }),
  }))
}

const said = (reading: SignOffReading): unknown =>
  reading.ok
    ? {
        answers: reading.answers.map(
          (one) =>
            `${one.row.figures[0].printed} ${one.answer}${one.answer === 'corrected' ? ` ${one.value} ${String(one.printed)}` : ''}`,
        ),
        unreadable: reading.unreadable.map(({ words, reason }) => `${words}: ${reason}`),
        open: reading.open.map(({ figures: [one] }) => one.printed),
      }
    : reading.reason

describe('read back', () => {
  test.each(languages)('a filled workbook in %s', async (language) => {
    const confirm = translator(language)('ledger-sheets:signOff.confirm')
    const correct = translator(language)('ledger-sheets:signOff.correct')
    const tables = await returned({ '4200万元': [confirm], '5%': [correct, '5.2%'], '3.1亿元': [confirm] }, language)
    expect(said(readSignOff(tables, sheets, id))).toEqual({
      answers: ['4200万元 confirmed', '5% corrected 5.2 5.2%', '3.1亿元 confirmed'],
      unreadable: [],
      open: ['7%以上', '1.26万吨', '-2.1%'].map((one) => one.replace('-', '')),
    })
  })

  test.each([
    [['确认'], '4200万元 confirmed'],
    [['√'], '4200万元 confirmed'],
    [['属实。'], '4200万元 confirmed'],
    [['4210'], '4200万元 corrected 4210 4210万元'],
    [['', '4210万元'], '4200万元 corrected 4210 4210万元'],
    [['更正', '0.421亿元'], '4200万元 corrected 4210 4210万元'],
    [['更正', '应为4,210'], '4200万元 corrected 4210 4210万元'],
    [['更正', '4200'], '4200万元 confirmed'],
    [['更正', '-3'], '4200万元 corrected -3 null'],
    [['更正'], '更正: noNewValue'],
    [['再核'], '再核: notUnderstood'],
    [['再核', '4210'], '再核 4210: notUnderstood'],
    [['确认', '4210'], '确认 4210: contradictory'],
    [['更正', '4210户'], '更正 4210户: otherMeasure'],
    [['更正', '4210万元左右'], '更正 4210万元左右: otherBound'],
    [['约4210'], '约4210: otherBound'],
    [['确认', '4200以上'], '确认 4200以上: otherBound'],
    [['更正', '约四千'], '更正 约四千: notUnderstood'],
  ] as [[string, string?], string][])('%j', async (given, expected) => {
    const reading = readSignOff(await returned({ '4200万元': given }), sheets, id)
    if (!reading.ok) throw new Error(reading.reason)
    const { answers, unreadable } = said(reading) as Record<string, string[]>
    expect([...(answers ?? []), ...(unreadable ?? []).map((one) => one.replace('财政总收入 4200万元 ', ''))]).toEqual([
      expected,
    ])
  })

  test.each([
    ['8%以上', '7%以上 corrected 8 8%以上'],
    ['不低于8%', '7%以上 corrected 8 8%以上'],
    ['8%', '7%以上 corrected 8 8%以上'],
    ['8%左右', '更正 8%左右: otherBound'],
    ['7%以内', '更正 7%以内: otherBound'],
  ])('以上 of the report stays, and %s is no other word for it', async (given, expected) => {
    const reading = readSignOff(await returned({ '7%以上': ['更正', given] }), sheets, id)
    const { answers, unreadable } = said(reading) as Record<string, string[]>
    expect([...(answers ?? []), ...(unreadable ?? []).map((one) => one.replace(/^.*7%以上 /, ''))]).toEqual([expected])
  })

  test('sorted, with rows deleted, columns moved and sheets renamed', async () => {
    const tables = await returned({ '5%': ['确认'], '1.26万吨': ['确认'] })
    const moved = tables.map((table) => ({
      name: '新表',
      rows: [
        ...table.rows.slice(0, 3),
        ...table.rows
          .slice(3)
          .filter(({ [3]: cell }) => cell?.text !== '4200万元')
          .reverse(),
      ].map((cells) => cells.toReversed()),
    }))
    expect(said(readSignOff(moved, sheets, id))).toMatchObject({ answers: ['5% confirmed', '1.26万吨 confirmed'] })
  })

  test('a figure that the text no longer has is listed, one that was not answered is not', async () => {
    const changed = structuredClone(body)
    const leaf = (changed[2] as { children: { text: string }[] }).children[1]
    if (leaf) leaf.text = '4300万元'
    const now = signOffSheets(figuresOf(changed, ledger()), ledger(), id, offices)
    const tables = await returned({ '4200万元': ['确认'] })
    expect(said(readSignOff(tables, now, id))).toMatchObject({
      answers: [],
      unreadable: ['财政总收入 4200万元 确认: figureGone'],
    })
    expect(said(readSignOff(await returned({}), now, id))).toMatchObject({ unreadable: [] })
  })

  test.each([
    ['4300万元', '确认', '', ['财政总收入 4300万元 确认: figureOvertyped']],
    ['4300', '更正', '4300', ['财政总收入 4300 更正 4300: figureOvertyped']],
    ['4200户', '确认', '', ['财政总收入 4200户 确认: figureOvertyped']],
    ['4200万元以上', '确认', '', ['财政总收入 4200万元以上 确认: figureOvertyped']],
    ['若干', '确认', '', ['财政总收入 若干 确认: figureOvertyped']],
    ['4300万元', '', '', []],
    ['4,200', '确认', '', []],
    ['0.42亿元', '确认', '', []],
    ['', '确认', '', []],
  ])('the printed number overtyped with %j and answered %j', async (printed, answer, correction, unreadable) => {
    const tables = (await returned({ '4200万元': [answer, correction] })).map((table) => ({
      ...table,
      rows: table.rows.map((cells) =>
        cells.map((cell, index) => (index === 3 && cell.text === '4200万元' ? textCell(printed) : cell)),
      ),
    }))
    const answers = answer !== '' && unreadable.length === 0 ? ['4200万元 confirmed'] : []
    expect(said(readSignOff(tables, sheets, id))).toMatchObject({ answers, unreadable })
  })

  test('a row that was copied and answered otherwise', async () => {
    const [first, ...rest] = await returned({ '4200万元': ['确认'] })
    const copy = first?.rows[3]?.map((cell, index) => (index === 5 ? textCell('4210') : cell)) ?? []
    const tables = first ? [{ ...first, rows: [...first.rows, copy] }, ...rest] : rest
    expect(said(readSignOff(tables, sheets, id))).toMatchObject({
      unreadable: ['财政总收入 4200万元 4210: answeredTwice'],
    })
  })

  test('the sheet of another report, and a file without any', async () => {
    expect(said(readSignOff(await returned({ '4200万元': ['确认'] }), sheets, 'another report'))).toBe('otherReport')
    expect(said(readSignOff([{ name: '', rows: [[textCell('指标')]] }], sheets, id))).toBe('noSheet')
  })

  test('as a Word file', async () => {
    const [finance] = sheets
    if (!finance) throw new Error('no sheet')
    const document = signOffDocument(finance, report, t)
    const written = await writeReport(document, sheetPreset(readPreset('standard')), { clock })
    expect(written.faults).toEqual([])
    const parts = partsOfFile(written.bytes)
    const read = readDocx(parts, { id: 'x', name: 'x.docx', format: 'docx' })
    if (!read.ok) throw new Error(read.reason)
    const [table] = tablesOfBody(read.report.body)
    const filled = table && {
      ...table,
      rows: table.rows.map((cells) =>
        cells.map((cell, index) => (index === 5 && cells[3]?.text === '5%' ? textCell('确认') : cell)),
      ),
    }
    expect(said(readSignOff(filled ? [filled] : [], sheets, id))).toMatchObject({ answers: ['5% confirmed'] })
  })
})

describe('what the answers do', () => {
  const by = { person: '许清', file: '财政所核数表.xlsx' }
  async function after(
    fill: Record<string, [string, string?]>,
    own = ledger(),
  ): Promise<{ ledger: Ledger; outcome: ReturnType<typeof signOffOutcome> }> {
    const reading = readSignOff(await returned(fill), sheets, id)
    if (!reading.ok) throw new Error(reading.reason)
    const outcome = signOffOutcome(reading, sheets, own, () => by)
    return { outcome, ledger: editLedger(own, outcome.confirm, { at: '2026-01-08T09:30:00', by: '许清' }) }
  }
  const stateOf = (of: Ledger, indicator: string, kind: 'result' | 'target' = 'result', year = 2025): unknown => {
    const found = findFigure(of, { indicator, year, period: 'year', kind })
    return (
      found &&
      `${found.value ?? ''} ${found.growth ?? ''} ${found.state} ${found.source.department} ${found.source.person}`
    )
  }

  test('a figure is confirmed when all its numbers are', async () => {
    expect(stateOf((await after({ '4200万元': ['确认'] })).ledger, '财政总收入')).toBe('4200 5.0 reported  ')
    expect(stateOf((await after({ '4200万元': ['确认'], '5%': ['确认'] })).ledger, '财政总收入')).toBe(
      '4200 5.0 confirmed 财政所 许清',
    )
  })

  test('one that the ledger did not have is taken over as it is printed', async () => {
    const { ledger: own } = await after({ '3.1亿元': ['确认'], '7%以上': ['确认'] })
    expect(stateOf(own, '固定资产投资')).toBe('3.1  confirmed 统计 许清')
    expect(stateOf(own, '财政总收入', 'target', 2026)).toBe(' 7 confirmed 财政所 许清')
  })

  test('every figure has the file and the person of its own answer, of several files read together', async () => {
    const [finance, farms, statistics] = await returned({
      '4200万元': ['确认'],
      '5%': ['更正', '5.2%'],
      '7%以上': ['确认'],
      '1.26万吨': ['确认'],
      '2.1%': ['确认'],
      '-2.1%': ['确认'],
      '3.1亿元': ['确认'],
    })
    if (!finance || !farms || !statistics) throw new Error('no sheets')
    const people: Record<string, string> = {
      '财政.xlsx': '许清',
      '农业.xlsx': '',
      '统计.xlsx': '韩舟',
      '统计补.docx': '',
    }
    const tables = [
      { ...finance, file: '财政.xlsx' },
      { ...farms, file: '农业.xlsx' },
      { ...statistics, file: '统计.xlsx' },
      { ...statistics, file: '统计补.docx' },
    ]
    const reading = readSignOff(tables, sheets, id)
    if (!reading.ok) throw new Error(reading.reason)
    const { confirm, corrections } = signOffOutcome(reading, sheets, ledger(), (files) => ({
      file: files.join('、'),
      person: files.map((file) => people[file] ?? '').join(''),
    }))
    const edits = [...confirm, ...corrections.flatMap(({ edit }) => edit ?? [])]
    const sources = edits.map((edit) =>
      edit.edit === 'set'
        ? `${edit.indicator} ${edit.content.source?.file ?? ''} ${edit.content.source?.person ?? ''}`
        : '',
    )
    expect(sources.toSorted()).toEqual(
      [
        '财政总收入 财政.xlsx 许清', // the target, confirmed
        '财政总收入 财政.xlsx 许清', // the growth, corrected
        '粮食产量 农业.xlsx ',
        '固定资产投资 统计.xlsx、统计补.docx 韩舟',
      ].toSorted(),
    )
  })

  test('a correction changes nothing by itself and says what it would change', async () => {
    const { ledger: own, outcome } = await after({ '5%': ['更正', '5.2%'], '4200万元': ['确认'] })
    expect(own).toEqual(ledger())
    expect(outcome.corrections).toMatchObject([
      { before: '5%', after: '5.2%', edit: { content: { growth: '5.2', growthUnit: '%', state: 'confirmed' } } },
    ])
    const corrected = editLedger(
      own,
      outcome.corrections.flatMap(({ edit }) => edit ?? []),
      { at: '', by: '' },
    )
    expect(stateOf(corrected, '财政总收入')).toBe('4200 5.2 confirmed 财政所 许清')
  })

  test('confirmed as printed while the ledger says otherwise: somebody has to decide', async () => {
    const other = editLedger(
      ledger(),
      [
        {
          edit: 'set',
          indicator: '财政总收入',
          year: 2025,
          period: 'year',
          kind: 'result',
          content: { value: '4300' },
        },
      ],
      { at: '', by: '' },
    )
    const { ledger: own, outcome } = await after({ '4200万元': ['确认'], '5%': ['确认'] }, other)
    expect(outcome.differing.map(({ figures: [one] }) => one.printed)).toEqual(['4200万元'])
    expect(own).toEqual(other)
  })
})
