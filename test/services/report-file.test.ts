import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  decodeReportFile,
  encodeForOpening,
  encodeReportFile,
  mediaType,
} from '../../electron/services/report-file/report-file.ts'
import { upgradeReport } from '../../electron/services/report-file/upgrades.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { currentFormat, type Report } from '../../shared/report/schema.ts'
import { heading, noteMark, pageBreak, paragraph, reportOf, table, cell } from '../support/blocks.ts'
import { smallLedger } from '../support/small-ledger.ts'

const report = reportOf(
  [
    heading(1, '2025年工作回顾', { section: 'review', state: 'draft' }),
    paragraph([{ text: '全镇' }, { text: '安定', bold: true }, noteMark('n1'), { text: '。' }]),
    pageBreak,
    table([[cell('指标'), cell('完成')]], { header: true }),
  ],
  { n1: { kind: 'footnote', text: '全年无事故' } },
)

const none = emptyLedger(report.meta.place)
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const json = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

describe('a report file', () => {
  test('gives back the report and the parts it was made of', async () => {
    const parts = { 'revisions.json': json('{}'), 'versions/1.json': json('[]') }
    expect(await decodeReportFile(encodeReportFile(report, parts))).toEqual({
      ok: true,
      report,
      prior: [],
      ledger: none,
      newer: false,
      parts,
    })
  })

  test('has the same bytes every time, in whatever order the report was put together', async () => {
    const bytes = encodeReportFile(report)
    const shuffled = Object.fromEntries(Object.entries(report).toReversed()) as unknown as Report
    expect(encodeReportFile(shuffled)).toEqual(bytes)
    const decoded = await decodeReportFile(bytes)
    expect(decoded.ok && encodeReportFile(decoded.report, decoded.parts, decoded.prior)).toEqual(bytes)
  })

  test('holds the earlier reports beside the report, and no part where there are none', async () => {
    const prior = [{ name: '2025.docx', text: '一年来\n平稳' }]
    const bytes = encodeReportFile(report, {}, prior)
    expect(Object.keys(unzipSync(bytes))).toEqual(['mimetype', 'report.json', 'prior.json'])
    expect(await decodeReportFile(bytes)).toEqual({ ok: true, report, prior, ledger: none, newer: false, parts: {} })
    expect(Object.keys(unzipSync(encodeReportFile(report)))).toEqual(['mimetype', 'report.json'])
  })

  test('holds years that were added to the ledger by hand, also while it has no rows', async () => {
    const ledger = { ...none, columns: [{ year: 2019, kind: 'result' as const }] }
    expect(await decodeReportFile(encodeReportFile(report, {}, [], ledger))).toMatchObject({ ledger })
  })

  test('holds the ledger beside the report, and no part where it is empty', async () => {
    const ledger = smallLedger()
    const bytes = encodeReportFile(report, {}, [], ledger)
    expect(Object.keys(unzipSync(bytes))).toEqual(['mimetype', 'report.json', 'ledger.json'])
    expect(await decodeReportFile(bytes)).toEqual({ ok: true, report, prior: [], ledger, newer: false, parts: {} })
    expect(encodeReportFile(report, {}, [], emptyLedger('青禾镇'))).toEqual(encodeReportFile(report))
  })

  test.each<[string, unknown]>([
    ['no JSON', '{'],
    ['of another shape', { place: '青禾镇' }],
    ['deeper than anything of ours', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])(
    'opens without a ledger that is %s, and keeps the part, under another name once there is another',
    async (_what, stored) => {
      const parts = { 'ledger.json': json(stored) }
      const decoded = await decodeReportFile(encodeReportFile(report, parts))
      expect(decoded).toEqual({ ok: true, report, prior: [], ledger: none, newer: false, parts })
      const ledger = smallLedger()
      expect(await decodeReportFile(encodeReportFile(report, parts, [], ledger))).toMatchObject({
        ledger,
        parts: { 'ledger.unreadable.json': json(stored) },
      })
      const earlier = { ...parts, 'ledger.unreadable.json': json('earlier') }
      expect(await decodeReportFile(encodeReportFile(report, earlier, [], ledger))).toMatchObject({
        parts: { 'ledger.unreadable.json': json('earlier'), 'ledger.unreadable-2.json': json(stored) },
      })
    },
  )

  test.each<[string, unknown, number, object[]]>([
    [
      'one row twice',
      { ...smallLedger(), rows: [...smallLedger().rows, ...smallLedger().rows] },
      3,
      [
        { what: 'row', indicator: '财政总收入', row: 3, year: null },
        { what: 'row', indicator: '粮食总产量', row: 4, year: null },
      ],
    ],
    [
      'a value that is no number',
      JSON.parse(JSON.stringify(smallLedger()).replace('"2841"', '"两千"')),
      2,
      [{ what: 'figure', indicator: '财政总收入', row: 1, year: 2025 }],
    ],
    [
      'a row that is none',
      { ...smallLedger(), rows: [null, ...smallLedger().rows] },
      3,
      [{ what: 'row', indicator: '', row: 1, year: null }],
    ],
    [
      'one cell twice',
      {
        ...smallLedger(),
        rows: smallLedger().rows.map((row) => ({ ...row, figures: row.figures.flatMap((one) => [one, one]) })),
      },
      3,
      [
        { what: 'figure', indicator: '财政总收入', row: 1, year: 2024 },
        { what: 'figure', indicator: '财政总收入', row: 1, year: 2025 },
        { what: 'figure', indicator: '粮食总产量', row: 2, year: 2025 },
      ],
    ],
  ])('shows the rest of a ledger with %s, and keeps the whole part', async (_what, stored, figures, unread) => {
    const parts = { 'ledger.json': json(stored) }
    const decoded = await decodeReportFile(encodeReportFile(report, parts))
    if (!decoded.ok) throw new Error(decoded.reason)
    expect(decoded.ledger.rows.flatMap((row) => row.figures)).toHaveLength(figures)
    expect(decoded).toMatchObject({ ledgerUnread: unread, parts })
    expect(await decodeReportFile(encodeReportFile(report, decoded.parts, [], decoded.ledger))).toEqual({
      ...{ ok: true, report, prior: [], newer: false, ledger: decoded.ledger },
      parts: { 'ledger.unreadable.json': parts['ledger.json'] },
    })
  })

  test.each<[string, unknown]>([
    ['no JSON', '[{'],
    ['no list', {}],
    ['a nameless one', [{ name: '', text: '' }]],
    ['too many', Array.from({ length: 11 }, (_, index) => ({ name: String(index), text: '' }))],
    [
      'too long a text',
      [
        {
          name: 'a',
          text: Array.from({ length: 300_001 }, (_, index) =>
            String.fromCharCode(0x4e00 + ((index * index) % 9973)),
          ).join(''),
        },
      ],
    ],
  ])('opens without earlier reports that are %s, and keeps the part', async (_what, stored) => {
    const parts = { 'prior.json': json(stored) }
    const decoded = await decodeReportFile(encodeReportFile(report, parts))
    expect(decoded).toEqual({ ok: true, report, prior: [], ledger: none, newer: false, parts })
  })

  test('tells its kind at a fixed place', () => {
    const bytes = encodeReportFile(report)
    expect(text(bytes.subarray(30, 38))).toBe('mimetype')
    expect(text(bytes.subarray(38, 38 + mediaType.length))).toBe(mediaType)
  })

  test.each([
    [
      'a table of zeros',
      reportOf([table(Array.from({ length: 200 }, () => Array.from({ length: 100 }, () => cell('0'))))]),
    ],
    ['one sentence thirty thousand times', reportOf(Array.from({ length: 30_000 }, () => paragraph('全镇安定。')))],
  ])('opens again although it repeats itself: %s', async (_what, repetitive) => {
    const bytes = encodeReportFile(repetitive)
    expect(JSON.stringify(repetitive).length).toBeGreaterThan(Math.max(1024 * 1024, 200 * bytes.length))
    expect(await decodeReportFile(bytes)).toMatchObject({ ok: true, report: repetitive })
  })

  test('opens again although a part of another program is packed tighter here', async () => {
    const parts = { 'later/empty.bin': new Uint8Array(3_000_000) }
    expect(await decodeReportFile(encodeReportFile(report, parts))).toMatchObject({ ok: true })
  })

  test('is not made where it would be too large to be opened', () => {
    const large = reportOf([
      { type: 'opaque', xml: '<w:p/>'.repeat(9_000_000), label: '内容', children: [{ text: '' }] },
    ])
    expect(encodeForOpening(large)).toBeUndefined()
    expect(encodeForOpening(report)).toEqual(encodeReportFile(report))
  })

  test('a part cannot take the place of the report', async () => {
    const decoded = await decodeReportFile(encodeReportFile(report, { 'report.json': json('{}') }))
    expect(decoded).toMatchObject({ ok: true, report: { id: report.id } })
  })

  test('fields that a newer version added survive', async () => {
    const newer = {
      ...report,
      format: { ...currentFormat, minor: 7 },
      mood: '好',
      meta: { ...report.meta, motto: '实干' },
    }
    const decoded = await decodeReportFile(encodeReportFile(newer))
    expect(decoded).toMatchObject({ ok: true, newer: false, report: { mood: '好', meta: { motto: '实干' } } })
  })

  test('a newer major version is told of', async () => {
    const newer = { ...report, format: { ...currentFormat, major: currentFormat.major + 1 } }
    expect(await decodeReportFile(encodeReportFile(newer))).toMatchObject({ ok: true, newer: true })
  })

  test('any text of any length goes round', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 }), async (lines) => {
        const any = reportOf(lines.map((line) => paragraph(line)))
        expect(await decodeReportFile(encodeReportFile(any))).toMatchObject({ ok: true, report: any })
      }),
      { numRuns: 50 },
    )
  })
})

describe('a damaged or hostile report file is refused', () => {
  const withReport = (stored: unknown): Uint8Array =>
    zipSync({ mimetype: json(mediaType), 'report.json': json(stored) })
  const spanning = (span: object): object => ({ ...report, body: [table([[{ ...cell('指标'), ...span }]])] })
  const newer = { ...report, format: { ...currentFormat, major: currentFormat.major + 1 } }
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

  test.each<[string, Uint8Array, string]>([
    ['no JSON', withReport('{"format":'), 'damaged'],
    ['another JSON', withReport({ hello: 1 }), 'damaged'],
    ['a block of unknown type', withReport({ ...report, body: [{ type: 'script', children: [] }] }), 'damaged'],
    ['a cell over a million columns', withReport(spanning({ colSpan: 1_000_000 })), 'damaged'],
    ['a cell over a million rows', withReport(spanning({ rowSpan: 1_000_000 })), 'damaged'],
    [
      'a block that a newer version added',
      withReport({ ...newer, body: [...report.body, { type: 'chart', children: [{ text: '' }] }] }),
      'newerUnshown',
    ],
    [
      'a value that a newer version added',
      withReport({ ...newer, meta: { ...report.meta, kind: 'weekly' } }),
      'newerUnshown',
    ],
    [
      'a newer version with bottomless nesting',
      withReport(JSON.stringify(newer).replace('"notes":{', `"x":${nested(200)},"notes":{`)),
      'damaged',
    ],
    ['an empty body', withReport({ ...report, body: [] }), 'damaged'],
    ['a prototype', withReport(JSON.stringify(report).replace('"meta":{', '"meta":{"__proto__":{"x":1},')), 'damaged'],
    [
      'bottomless nesting',
      withReport(JSON.stringify(report).replace('"notes":{', `"x":${nested(200)},"notes":{`)),
      'damaged',
    ],
    ['no report', zipSync({ mimetype: json(mediaType) }), 'notAReport'],
    ['no zip', json('政稿'), 'damaged'],
  ])('%s', async (_, bytes, reason) => {
    expect(await decodeReportFile(bytes)).toMatchObject({ ok: false, reason })
  })

  test('a single wrong byte in the text is noticed', async () => {
    const bytes = encodeReportFile(report)
    const stored = zipSync(
      Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, [part, { level: 0 }]])),
    )
    const at = text(stored).indexOf('2025') // ASCII before it only
    stored[Buffer.from(stored).indexOf('2025')] = 0x31
    expect(at).toBeGreaterThan(0)
    expect(await decodeReportFile(stored)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  test('random bytes and random changes never crash', async () => {
    const bytes = encodeReportFile(report)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const changed = bytes.slice()
          for (const [place, byte] of changes) changed[place] = byte
          const decoded = await decodeReportFile(changed)
          if (decoded.ok) expect(decoded.report).toEqual(report)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('upgrades', () => {
  const steps = {
    1: (old: Record<string, unknown>) => ({ ...old, title: old['name'] }),
    2: (old: Record<string, unknown>) => ({ ...old, length: String(old['title']).length }),
  }
  const target = { ...currentFormat, major: 3 }

  test('run one after the other, each from its own version', () => {
    const first = { format: { name: 'zhenggao', major: 1, minor: 4 }, name: '报告' }
    expect(upgradeReport(first, steps, target)).toEqual({
      format: { name: 'zhenggao', major: 3, minor: 0 },
      name: '报告',
      title: '报告',
      length: 2,
    })
    const second = { format: { name: 'zhenggao', major: 2, minor: 0 }, title: '稿' }
    expect(upgradeReport(second, steps, target)).toMatchObject({ format: { major: 3 }, length: 1 })
  })

  test('leave the current and newer versions, and what is no report, as they are', () => {
    for (const raw of [
      { format: { name: 'zhenggao', major: 3 } },
      { format: { major: 9 } },
      null,
      'x',
      {},
      { format: { major: 0 } },
    ]) {
      expect(upgradeReport(raw, steps, target)).toBe(raw)
    }
  })
})

test('the description of the format names the media type and every field of the root', () => {
  const description = readFileSync(new URL('../../docs/file-format.md', import.meta.url), 'utf8')
  for (const name of [mediaType, ...Object.keys(report)]) expect(description).toContain(`\`${name}\``)
})
