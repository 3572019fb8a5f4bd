import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { joinsNext } from '../../../shared/report/deleted.ts'
import { inlineText, plainText } from '../../../shared/report/plain-text.ts'
import { isLineBlock, type Block, type Report } from '../../../shared/report/schema.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { proveClean } from '../../../shared/word/clean/proof/prove-clean.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { writeReport, type WrittenReport } from '../../../shared/word/write/write-report.ts'
import { paragraph } from '../../support/blocks.ts'
import { expectGolden } from '../../support/golden.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParts } from '../../support/read-docx.ts'
import {
  reviewComments as comments,
  reviewedBody as body,
  reviewedReport as reviewed,
} from '../../support/reviewed-report.ts'

const preset = readPreset('standard')
const write = (report: Report, review: boolean): Promise<WrittenReport> =>
  writeReport(report, preset, { clock: '2026-01-05T08:00:00Z', review })

const partsOf = (bytes: Uint8Array): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)))

function read(parts: ReadonlyMap<string, Uint8Array>): Report {
  const found = readDocx(parts, { id: 'test', name: 'a.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const lines = (blocks: readonly Block[]): string[] => plainText(blocks).text.split('\n').filter(Boolean)

test('revisions, moves, comments and threads stand in the file as Word writes them', async () => {
  const { bytes, faults } = await write(reviewed, true)
  expect(faults).toEqual([])
  const told = ['word/document.xml', 'word/comments.xml', 'word/commentsExtended.xml', 'word/people.xml']
  const parts = [...docxParts(bytes)].filter(([path]) => told.includes(path))
  expect(parts.map(([path]) => path).sort()).toEqual(told.toSorted())
  expectGolden('report-with-revisions', new Map(parts.map(([path, xml]) => [path, xml.replaceAll('><', '>\n<')])))
})

test('what is read again is what was written', async () => {
  const again = read(partsOf((await write(reviewed, true)).bytes))
  const seen = (blocks: readonly Block[]): unknown[] =>
    revisionsIn(blocks).map(({ kind, revision: { author, date, move }, text }) => [
      kind,
      author,
      date,
      move,
      text.replace(/^（.）/, ''),
    ])
  // Nothing follows the last paragraph: its mark cannot be revised in a Word file.
  expect(seen(again.body)).toEqual(seen(body).slice(0, -1))
  expect(lines(again.body)).toEqual(lines(body))
  expect(again.review?.tracking).toBe('on')
  expect(
    again.review?.comments.map(({ author, paragraphs, done, parent }) => [
      author,
      paragraphs,
      done,
      parent !== undefined,
    ]),
  ).toEqual(
    comments
      .slice(0, 3)
      .map(({ author, paragraphs, done, parent }) => [author, paragraphs, done, parent !== undefined]),
  )
  const words = (id: string): string =>
    again.body
      .flatMap((block) => (block.type === 'paragraph' ? block.children : []))
      .flatMap((leaf) => ('text' in leaf && leaf.comments?.includes(id) ? leaf.text : ''))
      .join('')
  expect(again.review?.comments.map(({ id }) => words(id))).toEqual([' 3 亿元。', ' 3 亿元。', '。'])
})

test.each(['accept', 'reject'] as const)('%s all in the file is the same as in the report', async (decision) => {
  const { bytes } = await write(reviewed, true)
  const inFile = read(decidePackage(partsOf(bytes), decision, 'all'))
  const inReport = read(partsOf((await write({ ...reviewed, body: decide(body, decision, 'all') }, false)).bytes))
  // Numbers are text in the file: one that was struck out comes back with its words.
  const bare = (report: Report): string[] => lines(report.body).map((text) => text.replace(/^（.）/, ''))
  expect(bare(inFile)).toEqual(bare(inReport))
  expect(revisionsIn(inFile.body)).toEqual([])
})

test('a line that was moved to its place and away from it again has its marks in the order of the schema', async () => {
  const moved = (from: string, to: string) => ({
    ins: { id: to, author: '周书记', date: '', move: to },
    del: { id: from, author: '林镇长', date: '', move: from },
  })
  const words = {
    first: { id: 'a', author: '林镇长', date: '', move: 'a' },
    last: { id: 'b', author: '周书记', date: '', move: 'b' },
  }
  const blocks = [
    paragraph([{ text: '甲', ins: words.first }]),
    paragraph([{ text: '甲', ...moved('a', 'b') }], { mark: moved('a', 'b') }),
    paragraph([{ text: '甲', del: words.last }]),
    paragraph('乙'),
  ]
  const { bytes, faults } = await write({ ...reviewed, body: blocks }, true)
  expect(faults).toEqual([])
  expect(docxParts(bytes).get('word/document.xml')).toMatch(/<w:rPr><w:moveFrom [^>]*\/><w:moveTo [^>]*\/><\/w:rPr>/)
})

describe('a line whose end came or went', () => {
  const revision = { id: 'a', author: '林镇长', date: '' }
  const shown = (blocks: readonly Block[]): string[] =>
    blocks.map(
      (block) => `${isLineBlock(block) ? inlineText(block.children) : block.type}${joinsNext(block) ? '¶' : ''}`,
    )
  const written = async (...blocks: Block[]): Promise<string[]> => {
    const { bytes, faults } = await write({ ...reviewed, body: blocks }, true)
    expect(faults).toEqual([])
    return shown(read(partsOf(bytes)).body)
  }
  const table: Block = {
    type: 'table',
    children: [{ type: 'table-row', children: [{ type: 'table-cell', children: [paragraph('格')] }] }],
  }

  test.each(['ins', 'del'] as const)('%s: keeps the empty line that it is joined with', async (side) => {
    const mark = { [side]: revision }
    expect(await written(paragraph('甲', { mark }), paragraph(''), paragraph('乙'))).toEqual(['甲¶', '', '乙'])
    expect(await written(paragraph('甲', { mark }), paragraph(''), table, paragraph('乙'))).toEqual([
      '甲¶',
      '',
      'table',
      '乙',
    ])
  })
  test('no blank line of the layout comes between it and the next', async () => {
    const title: Block = { type: 'title', children: [{ text: '工作报告' }], mark: { del: revision } }
    expect(await written(title, paragraph('甲'), paragraph('乙'))).toEqual(['工作报告¶', '甲', '乙'])
  })
  test('a kept block that came or went takes its own paragraphs along', async () => {
    const kept: Block = {
      type: 'opaque',
      xml: '',
      label: '目录',
      words: '目一\n目二',
      del: revision,
      children: [{ text: '' }],
    }
    expect(await written(paragraph('甲'), kept, paragraph('乙'))).toEqual(['甲', '¶', '¶', '乙'])
    const { bytes } = await write({ ...reviewed, body: [paragraph('甲'), kept, paragraph('乙')] }, true)
    const accepted = decidePackage(partsOf(bytes), 'accept', 'all').get('word/document.xml')
    expect(new TextDecoder().decode(accepted).match(/<w:p>/g)).toHaveLength(2)
  })
})

test('the same report gives the same bytes', async () => {
  expect((await write(reviewed, true)).bytes).toEqual((await write(structuredClone(reviewed), true)).bytes)
})

test('without its review a report leaves nothing of it behind', async () => {
  const { bytes } = await write(reviewed, false)
  expect(proveClean(cleanPackage(partsOf(bytes)))).toEqual([])
  for (const [name, part] of partsOf(bytes))
    expect(new TextDecoder().decode(part), name).not.toMatch(/w:(?:ins|del|author)\b|comment/i)
  expect(lines(read(partsOf(bytes)).body)).toEqual(lines(body))
})

const validator = fileURLToPath(new URL('../../../../shared/tools/validate-docx.sh', import.meta.url))
const canValidate =
  existsSync(validator) &&
  ['xmllint', 'xsltproc', 'unzip'].every((tool) => spawnSync(tool, ['--version']).error === undefined)

test.runIf(canValidate)('the schemas of ISO/IEC 29500 accept it', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-review-'))
  const file = join(folder, 'reviewed.docx')
  writeFileSync(file, (await write(reviewed, true)).bytes)
  const { status, stdout } = spawnSync(validator, [file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})
