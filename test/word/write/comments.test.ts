import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingComments } from '../../../shared/checks/sheet/finding-comments.ts'
import { printedSheet, sheetPreset } from '../../../shared/checks/sheet/printed-sheet.ts'
import type { TextComment } from '../../../shared/report/commented-body.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import type { Block, Report } from '../../../shared/report/schema.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { writeReport, type WrittenReport } from '../../../shared/word/write/write-report.ts'
import { checkedReport, sampleInput, sampleSheet, t } from '../../checks/sheet/sheet-sample.ts'
import { cell, heading, item, line, noteMark, paragraph, reportOf, table } from '../../support/blocks.ts'
import { expectGolden } from '../../support/golden.ts'
import { printedSample } from '../../support/printed-sample.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParagraphs, docxParts } from '../../support/read-docx.ts'
import { unzipSync } from 'fflate'

const preset = readPreset('standard')
const clock = '2026-01-08T01:30:00Z'
const author = { name: '政稿', initials: '政', date: '2026-01-08T09:30:00' }

const withComments = (report: Report, list: readonly TextComment[]): Promise<WrittenReport> =>
  writeReport(report, preset, { clock, comments: { list, author } })

const { findings, text, sections, prior } = sampleInput()
const sampleComments = findingComments(findings, { text, sections, prior }, t)

/** What stands between the marks of each comment, and where its own mark is. */
function anchored(bytes: Uint8Array): string[] {
  const document = docxParts(bytes).get('word/document.xml') ?? ''
  const words = (xml: string): string =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, one]) => one ?? '¶').join('')
  return [...document.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(({ index, 1: id = '' }) => {
    const end = document.indexOf(
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    )
    return words(document.slice(index, end))
  })
}

test('a report with its findings beside the text', async () => {
  const { bytes, faults } = await withComments(checkedReport(), sampleComments)
  expect(faults).toEqual([])
  const parts = [...docxParts(bytes)].filter(([path]) => /document|comments|Content_Types/.test(path))
  expectGolden('report-with-comments', new Map(parts.map(([path, xml]) => [path, xml.replaceAll('><', '>\n<')])))
})

test('each comment stands on the words of its finding, a number as it is printed', async () => {
  const { bytes } = await withComments(checkedReport(), sampleComments)
  expect(anchored(bytes)).toEqual(findings.map(({ start, end }) => text.slice(start, end)))
})

test('the text is the same with comments and without, for the eye and for the product’s own reader', async () => {
  const plain = await writeReport(checkedReport(), preset, { clock })
  const { bytes } = await withComments(checkedReport(), sampleComments)
  expect(docxParagraphs(bytes)).toEqual(docxParagraphs(plain.bytes))
  const source = { name: 'a.docx', format: 'docx' as const, id: 'a' }
  const [one, other] = [plain.bytes, bytes].map((file) => readDocx(new Map(Object.entries(unzipSync(file))), source))
  if (!one?.ok || !other?.ok) throw new Error('not read')
  expect(plainText(other.report.body)).toEqual(plainText(one.report.body))
  expect(other.summary.comments).toBe(sampleComments.length)
})

test('nothing of a comment is in a file that was not asked for them', async () => {
  const marked = reportOf([paragraph([{ text: '收入', comments: ['comment-0'] }, { text: '增长。' }])])
  for (const comments of [undefined, { list: [], author }]) {
    const { bytes } = await writeReport(marked, preset, { clock, ...(comments ? { comments } : {}) })
    const parts = docxParts(bytes)
    expect([...parts.keys()].filter((path) => path.includes('comment'))).toEqual([])
    expect([...parts.values()].join('')).not.toMatch(/comment(?!s?\.)/i)
  }
})

test('author, initials and date are those given, and nothing else tells the time', async () => {
  const { bytes } = await withComments(checkedReport(), sampleComments)
  const comments = docxParts(bytes).get('word/comments.xml') ?? ''
  const opening = /<w:comment w:id="0" [^>]*>/.exec(comments)?.[0]
  expect(opening).toBe('<w:comment w:id="0" w:author="政稿" w:date="2026-01-08T09:30:00" w:initials="政">')
})

const anyLine = fc.constantFrom('收入增长8%。', '', '甲', '　', '一二三四五六七八九十')
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyLine.map((words) => line('title', words)),
  anyLine.map((words) => paragraph(words)),
  anyLine.map((words) => paragraph([{ text: words }, noteMark('a'), { text: words, bold: true }])),
  anyLine.map((words) =>
    paragraph([{ text: words, del: { id: '1', author: 'a', date: '2026-01-05T08:00:00' } }, { text: '留' }]),
  ),
  fc.tuple(fc.constantFrom(1 as const, 2 as const), anyLine).map(([level, words]) => heading(level, words)),
  anyLine.map((words) => item('ordinal', words)),
  fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((words) => table([words.map((one) => cell(one))])),
  anyLine.map((words): Block => ({ type: 'opaque', xml: '<w:sdt/>', label: '目录', words, children: [{ text: '' }] })),
)
const anyRange = fc
  .tuple(fc.nat(60), fc.nat(30))
  .map(([start, length]) => ({ start, end: start + length, paragraphs: ['问题', '建议'] }))

test('any comments on any report give a sound package with every comment in it and the text unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBlock, { maxLength: 6 }), fc.array(anyRange, { maxLength: 5 }), async (body, list) => {
      const report = reportOf(body, { a: { kind: 'footnote', text: '注。' } })
      const { bytes, faults } = await withComments(report, list)
      expect(faults).toEqual([])
      const plain = await writeReport(report, preset, { clock })
      expect(docxParagraphs(bytes)).toEqual(docxParagraphs(plain.bytes))
      const written =
        docxParts(bytes)
          .get('word/comments.xml')
          ?.match(/<w:comment /g) ?? []
      const hasWords = /[^\s\uFFFC]/.test(body.map((block) => plainOwn(block)).join(''))
      if (hasWords) expect(written).toHaveLength(list.length)
    }),
    { numRuns: 50 },
  )
}, 60_000)

/** Words of a block without its printed number. */
function plainOwn(block: Block): string {
  return plainText([block])
    .lines.map(({ start, end, labelLength }) => plainText([block]).text.slice(start + labelLength, end))
    .join('')
}

describe('the check sheet as a document', () => {
  test('its parts', async () => {
    const { bytes, faults } = await writeReport(printedSheet(sampleSheet(), t), sheetPreset(preset), { clock })
    expect(faults).toEqual([])
    const parts = [...docxParts(bytes)].filter(([path]) => /document\.xml$/.test(path))
    expectGolden('check-sheet', new Map(parts.map(([path, xml]) => [path, xml.replaceAll('><', '>\n<')])))
  })

  test('its page lies on its side and its heading is repeated', async () => {
    const { bytes } = await writeReport(printedSheet(sampleSheet(), t), sheetPreset(preset), { clock })
    const document = docxParts(bytes).get('word/document.xml') ?? ''
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(docxParagraphs(bytes)).toContain(
      '本报告 9 个数字，6 个可核对，3 个未能核对。未能核对的数字，在本报告和所附的往年报告里没有找到可比的数，请照旧人工核对。核对查得出矛盾，查不出真假。',
    )
  })

  test('it is as secret as the report that it quotes', async () => {
    const { bytes } = await writeReport(
      printedSheet(sampleSheet(), t, { classification: '秘密' }),
      sheetPreset(preset),
      { clock },
    )
    expect(docxParagraphs(bytes)[0]).toContain('秘密')
  })

  test('without a finding it says so', async () => {
    const sheet = { ...sampleSheet(), rows: [] }
    const { bytes } = await writeReport(printedSheet(sheet, t), sheetPreset(preset), { clock })
    expect(docxParagraphs(bytes).at(-1)).toBe('没有发现问题，也没有忽略的问题。')
  })
})

const validator = fileURLToPath(new URL('../../../../shared/tools/validate-docx.sh', import.meta.url))
const canValidate =
  existsSync(validator) &&
  ['xmllint', 'xsltproc', 'unzip'].every((tool) => spawnSync(tool, ['--version']).error === undefined)

test.runIf(canValidate)('the schemas of ISO/IEC 29500 accept sheet and comments', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-schema-'))
  const long = printedSample()
  const everywhere = plainText(long.body).lines.map(({ start, end }) => ({
    start,
    end: end + 3,
    paragraphs: ['问题<>&', '建议'],
  }))
  const written = {
    sheet: await writeReport(printedSheet(sampleSheet(), t), sheetPreset(preset), { clock }),
    comments: await withComments(checkedReport(), sampleComments),
    everywhere: await withComments(long, everywhere),
  }
  const files = Object.entries(written).map(([name, { bytes, faults }]) => {
    expect(faults).toEqual([])
    const file = join(folder, `${name}.docx`)
    writeFileSync(file, bytes)
    return file
  })
  const { status, stdout } = spawnSync(validator, files, { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})
