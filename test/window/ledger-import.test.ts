import { Transforms } from 'slate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WindowController } from '../../renderer/app/controller.ts'
import { documentWords } from '../../renderer/app/document-words.ts'
import type { ReadFigures } from '../../renderer/app/ledger-sheets.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import {
  acceptedOf,
  firstAccepted,
  idsOf,
  importLines,
  sideOf,
  withFix,
  withSide,
} from '../../renderer/dialogs/ledger/import-model.ts'
import { headOf, namesOf, openTables, withMeaning, withPlace } from '../../renderer/dialogs/ledger/table-model.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Desktop } from '../../shared/desktop/calls.ts'
import { readChain, type ReportChain } from '../../shared/ledger/import-reports.ts'
import { emptyLedger, findFigure } from '../../shared/ledger/ledger.ts'
import { readSignOff, signOffOutcome } from '../../shared/ledger/sign-off/read-sign-off.ts'
import { signOffWorkbook } from '../../shared/ledger/sign-off/sign-off.ts'
import { readPastedText } from '../../shared/sheets/csv.ts'
import { textCell, type SheetTable } from '../../shared/sheets/sheet-table.ts'
import { readTemplates } from '../../electron/services/templates.ts'
import { bodyOf } from '../../renderer/editor/create-report-editor.ts'
import { emptyReport, fakeDesktop, openedReport, type FakeDesktop } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'

const { indicators } = await readTemplates()

const past = (year: number, review: string, plan = ''): string =>
  [
    '云溪镇政府工作报告',
    `（${year}年1月12日在云溪镇第十二届人民代表大会第三次会议上）`,
    '各位代表：',
    `一、${year - 1}年工作回顾`,
    review,
    `二、${year}年工作安排`,
    plan,
  ].join('\n')

const texts: Record<string, string> = {
  '2024.txt': past(2024, '2023年，全镇一般公共预算收入完成3402万元；食用菌产值达到2.3亿元。'),
  '2025.txt': past(
    2025,
    '2024年，全镇一般公共预算收入完成3681万元，上年为3451万元。',
    '2025年的主要预期目标是：一般公共预算收入增长8%以上。',
  ),
}
const paths = Object.keys(texts).map((name) => `/reports/${name}`)

let desktop: FakeDesktop
let controller: WindowController

async function open(paragraphs: readonly string[], answers: Partial<Desktop> = {}): Promise<void> {
  const opened = { opened: true as const, ...openedReport(emptyReport(paragraphs)) }
  desktop = fakeDesktop({
    startUp: { templates: { ...(await fakeDesktop().startUp(undefined)).templates, indicators } },
    settings: { userName: '沈知秋' },
    answers: {
      openReport: () => Promise.resolve(opened),
      chooseFiles: () => Promise.resolve({ paths, cancelled: false, left: 0 }),
      readPast: ({ path }) => {
        const file = path.replace(/^.*\//, '')
        return Promise.resolve({ read: true, file, text: texts[file] ?? '', year: null, place: null })
      },
      ...answers,
    },
  })
  controller = await fakeWindow(desktop, {
    readChain: ({ reports, place, indicators: own }, stopped) =>
      Promise.resolve(stopped.aborted ? undefined : readChain(reports, place, own)),
  })
  await controller.opening.open(null)
}

const session = (): Session => {
  const current = controller.store.get().session
  if (!current) throw new Error('nothing is open')
  return current
}
const value = (indicator: string, year: number): string | null | undefined =>
  findFigure(session().ledger, { indicator, year, period: 'year', kind: 'result' })?.value
const income = '一般公共预算收入'
const signal = () => new AbortController().signal

beforeEach(() => vi.stubGlobal('document', { activeElement: null }))
afterEach(() => {
  controller.dispose()
  vi.unstubAllGlobals()
})

async function chain(): Promise<ReportChain> {
  const files = await controller.importing.readPast('reports', () => undefined, signal())
  const read = files && (await controller.importing.readChain(files.reports, signal()))
  if (!read) throw new Error('nothing was read')
  return read
}

describe('past reports', () => {
  test('are read one by one, told of on the way, and what cannot be read is named', async () => {
    await open([''], {
      readPast: ({ path }) =>
        Promise.resolve(
          path.endsWith('2024.txt')
            ? { read: false, reason: 'damaged' }
            : { read: true, file: '', text: texts['2025.txt'] ?? '', year: null, place: null },
        ),
    })
    const told: string[] = []
    const files = await controller.importing.readPast(
      'reports',
      ({ done, count, file }) => told.push(`${done}/${count} ${file}`),
      signal(),
    )
    expect(told).toEqual(['0/2 2024.txt', '1/2 2025.txt'])
    expect(files?.unread).toEqual([{ file: '2024.txt', refusal: { reason: 'damaged' } }])
    expect(files?.reports.map(({ file }) => file)).toEqual(['2025.txt'])
  })

  test('stop being read when somebody says so', async () => {
    const control = new AbortController()
    await open([''])
    const files = await controller.importing.readPast('reports', () => control.abort(), control.signal)
    expect(files).toBeUndefined()
    expect(desktop.calls.filter(({ name }) => name === 'readPast')).toHaveLength(1)
  })

  test('of one name take the folder before them', async () => {
    await open([''], {
      chooseFiles: () => Promise.resolve({ paths: ['/a/report.txt', 'C:\\b\\report.txt'], cancelled: false, left: 0 }),
    })
    const files = await controller.importing.readPast('folder', () => undefined, signal())
    expect(files?.reports.map(({ file }) => file)).toEqual(['a/report.txt', 'b\\report.txt'])
  })

  test('go into the ledger in one step, and are kept as earlier reports', async () => {
    await open(['全镇安定。'])
    const read = await chain()
    controller.importing.takeReports(read, acceptedOf(read, new Map(), firstAccepted(read)), true)
    expect([value(income, 2023), value(income, 2024)]).toEqual(['3402', '3681'])
    expect(session().prior.map(({ name }) => name)).toEqual(['2025.txt', '2024.txt'])
    expect(controller.store.get().dialog).toBeNull()
    session().editor.undo()
    expect(session().ledger.rows).toEqual([])
    expect(session().prior).toHaveLength(2)
  })

  test('that are not before the open one are no earlier reports', async () => {
    await open(['全镇安定。'])
    controller.changeMeta({ ...session().report.meta, year: 2025 })
    const read = await chain()
    controller.importing.takeReports(read, [], true)
    expect(session().prior.map(({ name }) => name)).toEqual(['2024.txt'])
    expect(session().ledger.rows).toEqual([])
  })

  test('leave what people did not accept', async () => {
    await open([''])
    const read = await chain()
    const none = acceptedOf(read, new Map(), new Set())
    controller.importing.takeReports(read, none, false)
    expect([session().ledger.rows, session().prior]).toEqual([[], []])
  })
})

describe('the list of an import', () => {
  const listed = (read: ReportChain, unknown: boolean, words = '') =>
    importLines(read, new Map(), firstAccepted(read), { unknown, words }).map((line) =>
      line.kind === 'report' ? line.reading.file : `${line.proposal.cell.indicator} ${line.proposal.cell.year}`,
    )

  test('names the newest report first and hides names that nobody knows', async () => {
    await open([''])
    const read = await chain()
    const known = ['2025.txt', `${income} 2024`, `${income} 2023`, `${income} 2025`, '2024.txt', `${income} 2023`]
    expect(listed(read, false)).toEqual(known)
    expect(listed(read, true).length).toBeGreaterThan(known.length)
    expect(listed(read, false, '粮食')).toEqual([])
  })

  test('takes what is put right, and refuses what is no figure', async () => {
    await open([''])
    const read = await chain()
    const [first] = [...idsOf(read).keys()]
    if (!first) throw new Error('nothing was offered')
    const right = { indicator: ' 财政总收入 ', year: 2022, words: '3500 +5%' }
    expect(withFix(first, right)).toMatchObject({
      cell: { indicator: '财政总收入', year: 2022 },
      content: { value: '3500', unit: '万元', growth: '5' },
    })
    for (const wrong of [{ words: '很多' }, { words: '12户' }, { words: '' }, { indicator: '' }, { indicator: 'a|b' }])
      expect(withFix(first, { ...right, ...wrong })).toBeUndefined()
  })

  test('lets one of two reports be believed', async () => {
    await open([''])
    const read = await chain()
    const [conflict] = read.conflicts
    if (!conflict) throw new Error('the reports agree')
    const ids = idsOf(read)
    const accepted = firstAccepted(read)
    expect(sideOf(conflict, ids, accepted)).toBe('first')
    const later = withSide(conflict, 'later', ids, accepted)
    expect(sideOf(conflict, ids, later)).toBe('later')
    controller.importing.takeReports(read, acceptedOf(read, new Map(), later), false)
    expect(value(income, 2023)).toBe('3451')
  })
})

describe('a table', () => {
  const pasted = (...lines: string[]): SheetTable[] => {
    const read = readPastedText(lines.join('\n'))
    return read.ok ? read.tables : []
  }

  test('is read by its guess, which can be changed', async () => {
    await open([''])
    const [made] = openTables('', pasted('指标\t2024年\t备用', '粮食产量\t5.2\t5.3'), false, 2026).tables
    if (!made) throw new Error('no table')
    expect(made).toMatchObject({ read: true, guessed: true })
    expect(headOf(made.table, made.mapping, 1)).toBe('2024年')
    const value = withPlace(withMeaning(made.mapping, 2, 'value'), 2, { year: 2025, kind: 'target' })
    expect(value.columns[2]).toEqual({ means: 'value', year: 2025, kind: 'target' })
    expect(withPlace(value, 2, { year: null }).columns[2]).toEqual({ means: 'value', kind: 'target' })
    expect(withPlace(value, 0, { year: 2020 }).columns[0]).toEqual({ means: 'indicator' })
    expect(withMeaning(value, 2, 'nothing').columns[2]).toEqual({ means: 'nothing' })
  })

  test('without a head is left out until somebody says what it is', async () => {
    await open([''])
    expect(openTables('', pasted('甲\t乙', '丙\t丁'), false, 2026).tables).toMatchObject([
      { read: false, guessed: false },
    ])
    expect(openTables('', [{ name: '', rows: [] }], false, 2026).tables).toEqual([])
  })

  test('finds the name of the catalogue', async () => {
    await open([''])
    const nameOf = namesOf(indicators)
    expect(nameOf('GDP')).toBe('地区生产总值')
    expect(nameOf('无此指标')).toBeUndefined()
  })
})

describe('sign-off', () => {
  const sentence = '2025年，全镇一般公共预算收入完成4126万元，增长12.1%。'
  const heads = ['各位代表：', '一、2025年工作回顾', sentence, '二、2026年工作安排', '全镇财力以4126万元为底。']

  async function figures(): Promise<ReadFigures> {
    await open(heads)
    const read = await controller.ledgerSheets.readFigures(signal())
    if (!read) throw new Error('nothing was read')
    return read
  }

  /** The sheets as they come back, filled in by `answer`. */
  function returned(read: ReadFigures, answer: (printed: string) => [string, string]): SheetTable[] {
    const t = documentWords(controller.translations.getFixedT(null, 'window'), 'zh-CN')
    const report = { id: 'report-1', title: '', classification: '' as const }
    return signOffWorkbook(read.sheets, report, t).tables.map(({ name, columns, rows }) => ({
      name,
      rows: [columns.map(({ head }) => textCell(head)), ...rows.map((cells) => filled(cells.map(String), answer))],
    }))
  }
  const filled = (cells: string[], answer: (printed: string) => [string, string]) => {
    const [word, correction] = answer(cells[3] ?? '')
    return [...cells.slice(0, 5), word, correction, ''].map(textCell)
  }

  function outcome(read: ReadFigures, answer: (printed: string) => [string, string]) {
    const reading = readSignOff(returned(read, answer), read.sheets, 'report-1')
    if (!reading.ok) throw new Error(reading.reason)
    return signOffOutcome(reading, read.sheets, session().ledger, () => ({ person: '', file: 'a.xlsx' }))
  }

  test('gives each department a file, or all of them one', async () => {
    const read = await figures()
    const departments = new Set(read.sheets.map(({ department }) => department))
    await controller.ledgerSheets.makeSignOff(read, { departments, format: 'xlsx', each: true })
    await controller.ledgerSheets.makeSignOff(read, { departments, format: 'docx', each: false })
    const asked = desktop.calls.filter(({ name }) => name === 'exportSignOff').map(({ request }) => request)
    expect(asked).toMatchObject([
      { format: 'xlsx', files: [{ name: '云溪镇2026年政府工作报告核数表_财政所' }] },
      { format: 'docx', files: [{ name: '云溪镇2026年政府工作报告核数表_财政所' }] },
    ])
    expect(controller.store.get().dialog).toMatchObject({ kind: 'exported', others: [] })
  })

  test('names every file that was written', async () => {
    await open(['2025年，全镇一般公共预算收入完成4126万元。', '2025年，粮食产量达到5.3万吨。'])
    const read = await controller.ledgerSheets.readFigures(new AbortController().signal)
    if (!read) throw new Error('not read')
    const departments = new Set(read.sheets.map(({ department }) => department))
    expect(departments.size).toBe(2)
    await controller.ledgerSheets.makeSignOff(read, { departments, format: 'xlsx', each: true })
    const { dialog } = controller.store.get()
    if (dialog?.kind !== 'exported') throw new Error('nothing was written')
    const names = [...departments].map((department) => `/reports/云溪镇2026年政府工作报告核数表_${department}.xlsx`)
    expect([dialog.path, ...(dialog.others ?? [])]).toEqual(names)
  })

  test('confirms in the ledger and corrects ledger and text in one step', async () => {
    const read = await figures()
    const { confirm, corrections } = outcome(read, (printed) =>
      printed === '12.1%' ? ['更正', '12.3%'] : ['确认', ''],
    )
    const taken = { answered: 1, confirm, corrections }
    expect(controller.ledgerSheets.takeSignOff(read, taken)).toBe(true)
    expect(plainText(bodyOf(session().editor)).text).toContain('4126万元，增长12.3%')
    const place = { indicator: income, year: 2025, period: 'year', kind: 'result' } as const
    expect(findFigure(session().ledger, place)).toMatchObject({ growth: '12.3', state: 'confirmed' })
    session().editor.undo()
    expect(plainText(bodyOf(session().editor)).text).toContain(sentence)
    expect(session().ledger).toEqual(emptyLedger('云溪镇'))
  })

  test('says how many numbers were confirmed, and how many figures of the ledger they are', async () => {
    const read = await figures()
    const { confirm, corrections } = outcome(read, () => ['确认', ''])
    expect(confirm).toHaveLength(1)
    expect(controller.ledgerSheets.takeSignOff(read, { answered: 2, confirm, corrections })).toBe(true)
    expect(controller.announcer.store.get().shown).toContain('确认 2 个数字（台账中 1 项记为已确认），更正 0 个')
  })

  test('lists a □ of several years by its words, not as the figure of a year', async () => {
    await open([sentence])
    const field = { indicator: '财政总收入', part: 'growth' as const }
    Transforms.insertNodes(
      session().editor,
      {
        type: 'paragraph',
        children: [{ text: '过去的四年，财政总收入年均增长' }, { text: '□', field }, { text: '%。' }],
      },
      { at: [1] },
    )
    const read = await controller.ledgerSheets.readFigures(new AbortController().signal)
    const rows = read?.sheets.flatMap((sheet) => sheet.rows.filter(({ figures: [one] }) => one.open))
    expect(rows?.map(({ figures: [one] }) => [one.indicator, one.nameless?.name])).toEqual([
      ['', '财政总收入年均增长□%'],
    ])
  })

  test('writes a number that no indicator names in place of its □, in one step with the others', async () => {
    await open([sentence])
    Transforms.insertNodes(
      session().editor,
      {
        type: 'paragraph',
        children: [
          { text: '新改建道路' },
          { text: '□', field: { indicator: '', part: 'value' } },
          { text: '公里，惠及□户。' },
        ],
      },
      { at: [1] },
    )
    const read = await controller.ledgerSheets.readFigures(new AbortController().signal)
    if (!read) throw new Error('not read')
    const rows = read.sheets.flatMap((sheet) => sheet.rows.filter(({ figures: [one] }) => one.nameless))
    const filled = rows.map(({ key }, at) => [key, '', at === 0 ? '7.5' : '320户'])
    const table = {
      name: '',
      rows: [['编号', '核对结果', '更正为'], ...filled].map((cells) => cells.map((text) => textCell(text))),
    }
    const reading = readSignOff([table], read.sheets, 'report-1')
    if (!reading.ok) throw new Error(reading.reason)
    const { confirm, corrections } = signOffOutcome(reading, read.sheets, session().ledger, () => ({
      person: '',
      file: '',
    }))
    expect(controller.ledgerSheets.takeSignOff(read, { answered: 0, confirm, corrections })).toBe(true)
    const [, line] = bodyOf(session().editor)
    expect(plainText(bodyOf(session().editor)).text).toContain('新改建道路7.5公里，惠及320户。')
    expect(JSON.stringify(line)).not.toMatch(/field|indicator/)
    expect(session().ledger).toEqual(emptyLedger('云溪镇'))
    session().editor.undo()
    expect(plainText(bodyOf(session().editor)).text).toContain('新改建道路□公里，惠及□户。')
    expect(JSON.stringify(bodyOf(session().editor)[1])).toContain('"field"')
  })

  test('writes nothing into a text that was changed since', async () => {
    const read = await figures()
    const { confirm, corrections } = outcome(read, () => ['确认', ''])
    Transforms.insertText(session().editor, '新', { at: { path: [0, 0], offset: 0 } })
    expect(controller.ledgerSheets.takeSignOff(read, { answered: 0, confirm, corrections })).toBe(false)
    expect(session().ledger.rows).toEqual([])
  })
})

test('the ledger goes out with its place and day in the name of its file', async () => {
  await open(['全镇安定。'])
  controller.ledger.edit([{ edit: 'addRow', row: { indicator: income, unit: '万元' } }], income)
  await controller.ledgerSheets.exportLedger('csv')
  const [call] = desktop.calls.filter(({ name }) => name === 'exportLedger')
  expect(call?.request).toMatchObject({
    format: 'csv',
    workbook: { tables: [{ rows: [[income, '万元', '', '', '', '']] }, {}] },
  })
  expect((call?.request as { name: string }).name).toMatch(/^云溪镇指标台账_\d{8}$/)
  expect(controller.store.get().dialog).toMatchObject({ kind: 'exported', path: '/reports/ledger.csv' })
})
