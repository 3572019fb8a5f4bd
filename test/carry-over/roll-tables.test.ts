import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigures } from '../../shared/carry-over/read-figures.ts'
import { rollReport, type LastReport } from '../../shared/carry-over/roll-report.ts'
import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { annexTable, refreshAnnexes } from '../../shared/ledger/annex/annex-tables.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { ledgerReader } from '../../shared/ledger/ledger-reader.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { readCarried } from '../../shared/report/carried.ts'
import { readNotePlaces } from '../../shared/report/note-places.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { blockText, plainText } from '../../shared/report/plain-text.ts'
import type { Block, Note, Table } from '../../shared/report/schema.ts'
import { checkInput, checkLists, translator } from '../support/check-data.ts'
import { h, leaf, p, table } from '../support/slate.ts'
import { lastReport } from '../support/two-years.ts'

const stamp = { at: '2026-11-20T09:00:00', by: '李' }
const setting = { id: 'next', indicators: checkLists.indicators, stamp }

/** The report of 2025 with these blocks at its end. */
function rollBlocks(blocks: Block[], more: Partial<LastReport> & { notes?: Record<string, Note> } = {}): RolledReport {
  const last = lastReport(2025, {})
  const { notes = {}, ...rest } = more
  const report = { ...last.report, notes, body: [...last.report.body, ...blocks] }
  const rolled = rollReport({ ...last, ...rest, report }, setting)
  if (!rolled) throw new Error('the report has no year')
  return rolled
}

/** The rows of a table, cells divided by blanks. */
function rowsOf(block: Block | undefined): string[] {
  if (block?.type !== 'table') throw new Error('no table')
  return block.children.map(({ children }) =>
    children.map((cell) => blockText({ ...block, children: [{ type: 'table-row', children: [cell] }] })).join(' '),
  )
}

const rolledRows = (...blocks: Block[]): string[] => rowsOf(rollBlocks(blocks).report.body.find(isTable))
const isTable = ({ type }: Block): boolean => type === 'table'

function carriedWords({ report }: RolledReport): string[] {
  const { text } = plainText(report.body)
  return readCarried(report.body).map(({ start, end }) => text.slice(start, end))
}

describe('numbers of a table', () => {
  test.each<[name: string, before: string[][], after: string[]]>([
    [
      'alone in their cells wait, with and without a unit',
      [
        ['指标', '单位', '2024年', '增长'],
        ['税收收入', '万元', '4126', '12.1%'],
        ['粮食产量', '万吨', '1,234.5', '-3.2'],
        ['游客', '人次', '12 345', '（降1.5%）'],
        ['用电量', '', '0.41亿千瓦时', '9以上'],
      ],
      [
        '指标 单位 2025年 增长',
        '税收收入 万元 □ □%',
        '粮食产量 万吨 □ -□',
        '游客 人次 □ （降□%）',
        '用电量  □亿千瓦时 □以上',
      ],
    ],
    [
      'a series of years goes on as one',
      [
        ['指标', '2022年', '2023年', '2024年'],
        ['税收', '3', '4', '5'],
      ],
      ['指标 2023年 2024年 2025年', '税收 □ □ □'],
    ],
    [
      'years down the side too',
      [
        ['年份', '税收（万元）'],
        ['2023', '3681'],
        ['2024', '4126'],
      ],
      ['年份 税收（万元）', '2024 □', '2025 □'],
    ],
    [
      'a plan has both years',
      [
        ['项目', '2024年完成投资', '2025年计划投资'],
        ['青石大桥', '3000', '5000'],
      ],
      ['项目 2025年完成投资 2026年计划投资', '青石大桥 □ □'],
    ],
    [
      'spans and years far off stay',
      [
        ['指标', '2021—2025年累计', '2035年目标'],
        ['造林', '12', '40'],
      ],
      ['指标 2021—2025年累计 2035年目标', '造林 □ □'],
    ],
    [
      'numbers of order, days and telephones stay',
      [
        ['序号', '项目', '竣工时间', '联系电话', '投资'],
        ['1', '青石大桥', '2024.9', '3452', '900'],
        ['2', '穗桥水厂', '2025-10', '3453', '800'],
      ],
      ['序号 项目 竣工时间 联系电话 投资', '1 青石大桥 2024.9 3452 □', '2 穗桥水厂 2025-10 3453 □'],
    ],
    [
      'without a head of its own',
      [
        ['税收', '4126'],
        ['粮食', '52'],
      ],
      ['税收 □', '粮食 □'],
    ],
    [
      'what a column counts stays',
      [
        ['镇', '5000万元以上项目'],
        ['穗桥', '12'],
      ],
      ['镇 5000万元以上项目', '穗桥 □'],
    ],
  ])('%s', (_, before, after) => {
    expect(rolledRows(table(...before))).toEqual(after)
  })

  test('stand in an annex like anywhere else', () => {
    const rows = [
      ['指标', '2024年'],
      ['税收', '4126'],
      ['粮食', '5.2万吨'],
    ]
    expect(rolledRows(p('附件：名词解释'), p('注解：某词。'), table(...rows))).toEqual([
      '指标 2025年',
      '税收 □',
      '粮食 □万吨',
    ])
  })

  test('under heads of two rows', () => {
    const made = table(['指标', '2024年'], ['计划', '完成'], ['税收', '4000', '4126'])
    const [first, second] = made.children[0]?.children ?? []
    if (first && second) [first.rowSpan, second.colSpan] = [2, 2]
    expect(rolledRows(made)).toEqual(['指标 2025年', '计划 完成', '税收 □ □'])
  })

  test('a bound one waits for the same figure of the next year', () => {
    const made = table(['指标', '2024年'], ['税收', ''])
    const line = made.children[1]?.children[1]?.children[0]
    if (line) line.children = [leaf('4126', { indicator: '税收收入|2024|year|result|value' })]
    const body = rollBlocks([made]).report.body.find(isTable) as Table
    expect(body.children[1]?.children[1]?.children[0]?.children).toEqual([
      leaf('□', { field: { indicator: '税收收入', part: 'value' }, indicator: '税收收入|2025|year|result|value' }),
    ])
  })

  test('what stays is marked as last year’s or listed with its reason', () => {
    const rolled = rollBlocks([
      table(
        ['序号', '5000万元以上项目', '2035年', '备注'],
        ['1', '900', '12', '约占15至20之间'],
        ['2', '800', '11', '见12号'],
      ),
    ])
    expect(carriedWords(rolled)).toEqual(expect.arrayContaining(['约占15至20之间', '见12号', '5000万元以上项目']))
    expect(carriedWords(rolled)).not.toContain('1')
    const left = rolled.changes.filter(({ reason }) => reason === 'tableHead')
    expect(left.map(({ what, before, after, certain }) => [what, before, after, certain])).toEqual([
      ['figure', '5000', '5000', false],
      ['yearWord', '2035', '2035', false],
    ])
  })
})

test('the list names the sentence of each change, and of a cell its row', () => {
  const rolled = rollBlocks([p('修路5公里。植树3亩。'), table(['指标', '2024年'], ['税收', '4126'])])
  const sentences = rolled.changes.flatMap(({ what, place }) =>
    place.in === 'text' && (what === 'figure' || place.sentence.includes('指标')) ? [place.sentence] : [],
  )
  expect(sentences).toEqual(['修路□公里。', '植树□亩。', '指标　2025年', '税收　□'])
})

describe('the caption', () => {
  test.each([
    [[p('表1　2024年主要指标')], '表1　2025年主要指标'],
    [[p('2025年重点项目计划表'), p('单位：万元')], '2026年重点项目计划表'],
    [[p('附件'), h(1, '附件：2024年主要指标完成情况表')], '附件：2025年主要指标完成情况表'],
    [[p('2020—2024年税收')], '2020—2024年税收'],
    [[p('青石大桥于2024年9月通车，受到好评。')], '青石大桥于2024年9月通车，受到好评。'],
  ])('%j → %s', (lines, after) => {
    const { body } = rollBlocks([...lines, table(['指标', '2024年'], ['税收', '4126'])]).report
    expect(plainText(body).text).toContain(after)
  })
})

describe('tables and charts made from the ledger', () => {
  const cell = { indicator: '税收收入', period: 'year' } as const
  const ledger = editLedger(
    emptyLedger('穗桥县'),
    [
      { edit: 'set', ...cell, year: 2023, kind: 'result', content: { value: '3681', unit: '万元' } },
      { edit: 'set', ...cell, year: 2024, kind: 'result', content: { value: '4126', unit: '万元', growth: '12.1' } },
      { edit: 'set', ...cell, year: 2024, kind: 'target', content: { value: '4000', unit: '万元' } },
      { edit: 'set', ...cell, year: 2025, kind: 'target', content: { value: '4500', unit: '万元' } },
    ],
    stamp,
  )
  const t = translator('zh-CN')
  const results = { kind: 'results', year: 2024, indicators: ['税收收入'] } as const
  const annex = annexTable(
    { ...results, indicators: [...results.indicators] },
    ledgerReader(ledger, checkLists.indicators),
    t,
  )

  test('tell of the next year, heads and all, and stay as they are when they are made anew', () => {
    const rolled = rollBlocks([h(1, '附件：2024年主要指标完成情况表'), annex], { ledger })
    const reader = ledgerReader(rolled.ledger, checkLists.indicators)
    const made = rolled.report.body.find(isTable)
    expect(rowsOf(made)[1]).toBe('税收收入 万元 4126 4500 □ □ —')
    expect(rowsOf(made)[0]).toBe(rowsOf(annexTable({ ...results, year: 2025, indicators: [] }, reader, t))[0])
    expect(refreshAnnexes(rolled.report.body, reader, t)).toBe(rolled.report.body)
    expect(readLinks(rolled.report.body, reader).map(({ state }) => state)).toEqual(['same', 'same'])
    expect(rolled.changes.filter(({ reason }) => reason === 'tableHead')).toEqual([])
  })

  test('what is awaited is a □ until the ledger has it', () => {
    const rolled = rollBlocks([annex], { ledger })
    const told = editLedger(
      rolled.ledger,
      [{ edit: 'set', ...cell, year: 2025, kind: 'result', content: { value: '4600', growth: '11.5' } }],
      stamp,
    )
    const body = refreshAnnexes(rolled.report.body, ledgerReader(told, checkLists.indicators), t)
    expect(rowsOf(body.find(isTable))[1]).toBe('税收收入 万元 4126 4500 4600 11.5% 102.2%')
  })

  describe('charts', () => {
    const chartOf = (...points: [year: number, value: string][]): Block => ({
      type: 'opaque',
      xml: '',
      label: '趋势图',
      chart: {
        indicator: '税收收入',
        title: '税收收入（万元）',
        unit: '万元',
        points: points.map(([year, value]) => ({ year, value })),
      },
      children: [{ text: '' }],
    })
    const pointsOf = (body: readonly Block[]): [number, string][] =>
      body.flatMap((block) => (block.type === 'opaque' ? (block.chart?.points ?? []) : [])).map(({ year, value }) => [year, value]) // prettier-ignore
    const chart = chartOf([2022, '3300'], [2023, '3681'], [2024, '4126'])
    const told = (known: typeof ledger) =>
      editLedger(known, [{ edit: 'set', ...cell, year: 2025, kind: 'result', content: { value: '4600', unit: '万元' } }], stamp) // prettier-ignore
    const listed = (rolled: RolledReport) =>
      rolled.changes
        .filter(({ what }) => what === 'chart')
        .map(({ before, after, certain, reason }) => [before, after, certain, reason])

    test('goes on by itself when the ledger gets the year, and loses no year that the ledger does not have', () => {
      const rolled = rollBlocks([chart], { ledger })
      expect(listed(rolled)).toEqual([['税收收入（万元）2022—2024', '税收收入（万元）2022—2024', false, 'chart']])
      expect(parseReport(JSON.parse(JSON.stringify(rolled.report))).ok).toBe(true)
      const reader = (of: typeof ledger) => ledgerReader(of, checkLists.indicators)
      expect(refreshAnnexes(rolled.report.body, reader(rolled.ledger), t)).toBe(rolled.report.body)
      const fresh = refreshAnnexes(rolled.report.body, reader(told(rolled.ledger)), t)
      expect(pointsOf(fresh)).toEqual([[2022, '3300'], [2023, '3681'], [2024, '4126'], [2025, '4600']]) // prettier-ignore
      expect(refreshAnnexes(fresh, reader(told(rolled.ledger)), t)).toBe(fresh)
    })

    test('at once where the ledger has it', () => {
      const rolled = rollBlocks([chart], { ledger: told(ledger) })
      expect(pointsOf(rolled.report.body).at(-1)).toEqual([2025, '4600'])
      expect(listed(rolled)).toEqual([['税收收入（万元）2022—2024', '税收收入（万元）2022—2025', true, '']])
    })

    test('without a ledger it stays whole, and follows once its row is there', () => {
      const rolled = rollBlocks([chart], { ledger: emptyLedger('穗桥县') })
      expect(pointsOf(rolled.report.body)).toHaveLength(3)
      const fresh = refreshAnnexes(
        rolled.report.body,
        ledgerReader(told(emptyLedger('穗桥县')), checkLists.indicators),
        t,
      )
      expect(pointsOf(fresh).map(([year]) => year)).toEqual([2022, 2023, 2024, 2025])
    })

    test('year after year', () => {
      const once = rollBlocks([chart], { ledger })
      const twice = rollReport(
        { name: 'b', report: once.report, ledger: told(once.ledger), prior: once.prior },
        setting,
      )
      expect(twice && pointsOf(twice.report.body).at(-1)).toEqual([2025, '4600'])
      expect(twice && listed(twice)).toEqual([
        ['税收收入（万元）2022—2024', '税收收入（万元）2022—2025', false, 'chart'],
      ])
    })

    test('of years long past it stays', () => {
      const rolled = rollBlocks([chartOf([2016, '1'], [2020, '2'])], { ledger: told(ledger) })
      expect(pointsOf(rolled.report.body)).toEqual([[2016, '1'], [2020, '2']]) // prettier-ignore
      expect(listed(rolled).map(([, , certain, reason]) => [certain, reason])).toEqual([[false, 'chartStays']])
    })
  })
})

test('what cannot be written into is listed, and the list goes on in step behind it', () => {
  const box: Block = {
    type: 'opaque',
    xml: '<x/>',
    label: '文本框',
    words: '全年税收4126万元',
    children: [{ text: '' }],
  }
  const rolled = rollBlocks([box, p('税收收入完成4126万元。')])
  const { text } = plainText(rolled.report.body)
  expect(rolled.changes).toContainEqual(expect.objectContaining({ before: '4126', after: '4126', reason: 'object' }))
  for (const { place, after } of rolled.changes)
    if (place.in === 'text') expect(text.slice(place.start, place.end)).toBe(after)
  expect(text).toContain('税收收入完成□万元。')
})

describe('notes', () => {
  test.each<[note: Note, after: string, listed: [string, string, string][]]>([
    [{ kind: 'footnote', text: '其中技改投资1.2亿元。' }, '其中技改投资□亿元。', [['1.2', '□', 'open']]],
    [
      { kind: 'footnote', text: '“一网通办”：指2个窗口合一。' },
      '“一网通办”：指2个窗口合一。',
      [['2个', '2个', 'note']],
    ],
    [{ kind: 'term', text: '农田建设面积5000亩。' }, '农田建设面积5000亩。', [['5000亩', '5000亩', 'note']]],
    [{ kind: 'footnote', text: '据2024年年报。' }, '据2024年年报。', [['2024年', '2024年', 'otherYear']]],
    [{ kind: 'footnote', text: '据年报。' }, '据年报。', []],
  ])('%o', (note, after, listed) => {
    const rolled = rollBlocks([], { notes: { a: note } })
    expect(rolled.report.notes['a']?.text).toBe(after)
    const own = rolled.changes.filter(({ place }) => place.in === 'note')
    expect(own.map(({ before, after: words, reason }) => [before, words, reason])).toEqual(listed)
  })
})

test('every □ that the roll made is found by the checks, in tables, made from the ledger or not, annexes and notes', () => {
  const noted: Block = {
    type: 'paragraph',
    children: [{ text: '园区扩大' }, { type: 'note', note: 'a', children: [{ text: '' }] }, { text: '。' }],
  }
  const rows = table(['指标', '2024年'], ['税收收入', '4126'], ['附注', '占地300亩'])
  const ledger = editLedger(
    emptyLedger('穗桥县'),
    [
      {
        edit: 'set',
        indicator: '税收收入',
        year: 2024,
        period: 'year',
        kind: 'result',
        content: { value: '4126', unit: '万元' },
      },
    ],
    stamp,
  )
  const made = { kind: 'results' as const, year: 2024, indicators: ['税收收入'] }
  const annex = annexTable(made, ledgerReader(ledger, checkLists.indicators), translator('zh-CN'))
  const { report } = rollBlocks([noted, p('附件：指标表'), rows, annex], {
    ledger,
    notes: { a: { kind: 'footnote', text: '新增占地300亩。' } },
  })
  const plain = plainText(report.body)
  const notes = readNotePlaces(report.body, report.notes, plain)
  const { findings } = checkReport(checkInput(plain.text, { year: 2026, notes }))
  const open = findings.filter(({ kind, severity }) => kind === 'placeholder' && severity === 'error')
  for (const { index, 0: words } of plain.text.matchAll(/□+/g)) {
    expect(
      open.some(({ start, end }) => start <= index && index + words.length <= end),
      plain.text.slice(index - 9, index),
    ).toBe(true)
  }
  expect(plain.text.slice(plain.text.indexOf('附件：')).match(/□/g)).toHaveLength(4)
  expect(open.filter(({ rule }) => rule === 'leftover-in-note').map(({ values }) => values['words'])).toEqual([
    '新增占地□亩。',
  ])
})

test('figures of a heading of the first level, of the annex and of a title are marked', () => {
  const rolled = rollBlocks([
    h(1, '圆满完成12件实事'),
    p('附件：名词解释'),
    p('“双百”行动：组织100名干部联系100户企业。'),
    p('“双心”行动：用心用情。'),
  ])
  expect(carriedWords(rolled)).toEqual(
    expect.arrayContaining(['圆满完成12件实事', '“双百”行动：组织100名干部联系100户企业。']),
  )
  expect(carriedWords(rolled)).not.toContain('“双心”行动：用心用情。')
})

test('whatever stood anywhere: no number of last year is left without a mark, a □ or a line in the list', () => {
  const words = fc.constantFrom(
    '税收',
    '4126',
    '12.1%',
    '2024年',
    '2023',
    '1',
    '5000万元以上',
    '约3户',
    '2021—2025年',
    '—',
    '',
    '12/5',
  )
  const rows = fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  const blocks = fc.constantFrom<Block>(
    h(1, '建成5个园区'),
    h(2, '2024年完成12件'),
    p('表1　2024年指标'),
    p('附件：名词解释'),
    p('“双百”：联系100户。'),
    p('税收4126万元，'),
  )
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          blocks,
          rows.map((cells) => table(...cells)),
        ),
        { maxLength: 5 },
      ),
      (made) => {
        const rolled = rollBlocks(made)
        expect(parseReport(JSON.parse(JSON.stringify(rolled.report))).ok).toBe(true)
        const plain = plainText(rolled.report.body)
        const told = [
          ...readCarried(rolled.report.body, plain),
          ...rolled.changes.flatMap(({ place }) => (place.in === 'text' ? [place] : [])),
        ]
        for (const line of plain.lines.slice(4)) {
          const text = plain.text.slice(line.start + line.labelLength, line.end)
          for (const figure of readFigures(text)) {
            const [start, end] = [
              line.start + line.labelLength + figure.start,
              line.start + line.labelLength + figure.end,
            ]
            const isOrder = line.type === 'table-cell' && /^1$/.test(text)
            const isTold = told.some((one) => one.start < end && start < one.end)
            expect(isTold || isOrder, text).toBe(true)
          }
        }
      },
    ),
    { numRuns: 150 },
  )
})
