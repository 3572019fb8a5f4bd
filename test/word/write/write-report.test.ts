import process from 'node:process'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { plainText } from '../../../shared/report/plain-text.ts'
import type { Block, Inline } from '../../../shared/report/schema.ts'
import { printedBody } from '../../../shared/word/write/printed-body.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { cell, heading, item, line, noteMark, pageBreak, paragraph, reportOf, table } from '../../support/blocks.ts'
import { expectGolden } from '../../support/golden.ts'
import { printedSample } from '../../support/printed-sample.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParagraphs, docxParts } from '../../support/read-docx.ts'

const preset = readPreset('standard')
const clock = '2026-01-05T08:00:00Z'

test('the parts of a report with every kind of block', async () => {
  const { bytes, faults } = await writeReport(printedSample(), preset, { clock })
  expect(faults).toEqual([])
  const parts = [...docxParts(bytes)].map(([path, xml]): [string, string] => [path, xml.replaceAll('><', '>\n<')])
  // The theme is the library's own and says nothing about a report.
  expectGolden('word-report', new Map(parts.filter(([path]) => !path.includes('theme'))))
})

test.each([
  ['stands alone on the first line', '秘密', [], ['秘密', '全镇工作报告']],
  ['is not printed twice where the text brings its own', '秘密', ['秘密★1年'], ['秘密★1年', '全镇工作报告']],
  ['is left out where there is none', '', [], ['全镇工作报告']],
] as const)('密级 %s', async (_, classification, before, expected) => {
  const report = reportOf([...before.map((words) => paragraph(words)), line('title', '全镇工作报告')])
  const { bytes } = await writeReport({ ...report, meta: { ...report.meta, classification } }, preset, { clock })
  expect(docxParagraphs(bytes).slice(0, expected.length)).toEqual(expected)
})

describe('the same report gives the same bytes', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test('twice, and in another time zone', async () => {
    const first = await writeReport(printedSample(), preset, { clock })
    process.env['TZ'] = 'Pacific/Auckland'
    const second = await writeReport(printedSample(), preset, { clock })
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  test('the clock is the only time in the package', async () => {
    const { bytes } = await writeReport(printedSample(), preset, { clock: '1999-12-31T23:59:59Z' })
    const dated = [...docxParts(bytes)].filter(([, xml]) => /\d{4}-\d\d-\d\dT/.test(xml)).map(([path]) => path)
    expect(dated).toEqual(['docProps/core.xml'])
    expect(docxParts(bytes).get('docProps/core.xml')).not.toMatch(/(?!1999)\d{4}-\d\d-\d\dT/)
  })
})

test('a file handed out names nobody unless asked, and holds no revision ids or properties of its own', async () => {
  const { bytes } = await writeReport(printedSample(), preset, { clock })
  const parts = docxParts(bytes)
  expect(parts.get('docProps/core.xml')).toContain('<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>')
  expect([...parts.keys()]).not.toContain('docProps/custom.xml')
  expect([...parts.values()].join('')).not.toMatch(/w:rsid|Un-named/)
  const named = await writeReport(printedSample(), preset, { clock, author: '甲<乙' })
  expect(docxParts(named.bytes).get('docProps/core.xml')).toContain('<dc:creator>甲&lt;乙</dc:creator>')
})

test('no theme font overrides the named fonts, and all four slots hold the same Chinese font', async () => {
  const { bytes } = await writeReport(printedSample(), preset, { clock })
  const parts = docxParts(bytes)
  const fonts = [
    ...`${parts.get('word/styles.xml') ?? ''}${parts.get('word/document.xml') ?? ''}`.matchAll(/<w:rFonts ([^>]*)\/>/g),
  ]
  expect(fonts.length).toBeGreaterThan(8)
  for (const [, attributes = ''] of fonts) {
    const slots = [...attributes.matchAll(/w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*)"/g)].map(([, font]) => font)
    expect(slots).toHaveLength(4)
    expect(new Set(slots).size).toBe(1)
    expect(attributes).not.toContain('Theme')
  }
})

const anyText = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from('增长百分之甲乙，。“”%0123456789 　\t\u0000\uD800<>&"\'𠮷')),
    maxLength: 40,
  }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, '')),
)
const anyInlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    fc.record({ text: anyText }),
    fc.record({ text: anyText }).map((leaf) => ({ ...leaf, bold: true as const, lead: true as const })),
    fc
      .record({ text: anyText })
      .map((leaf) => ({ ...leaf, del: { id: '1', author: 'a', date: '2026-01-05T08:00:00' } })),
    fc.constant(noteMark('a')),
  ),
  { minLength: 1, maxLength: 4 },
)
const anyCell = fc
  .tuple(anyInlines, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([inlines, colSpan, rowSpan]) => cell(inlines, { colSpan, rowSpan }))
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyInlines.map((inlines) => line('title', inlines)),
  anyInlines.map((inlines) => line('salutation', inlines)),
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), anyInlines, fc.boolean())
    .map(([level, inlines, runIn]) => heading(level, inlines, runIn ? { runIn: true } : {})),
  anyInlines.map((inlines) => paragraph(inlines)),
  anyInlines.map((inlines) => item('ordinal', inlines)),
  fc
    .array(fc.array(anyCell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => table(rows)),
  fc.constant(pageBreak),
)

describe('any report', () => {
  test('gives a sound package that reads as its plain text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBlock, { maxLength: 6 }), async (body) => {
        const report = reportOf(body, { a: { kind: 'footnote', text: '注。' } })
        const { bytes, faults } = await writeReport(report, preset, { clock })
        expect(faults).toEqual([])
        const expected = plainText(printedBody(body)).text.replace(forbidden, '').replaceAll('\r', '\n').split('\n')
        expect(nonEmpty(docxParagraphs(bytes))).toEqual(nonEmpty(expected))
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

const nonEmpty = (lines: string[]): string[] => lines.filter((text) => text !== '')

// eslint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu
