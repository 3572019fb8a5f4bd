import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Comment, Report } from '../../../shared/report/schema.ts'
import { decideReport } from '../../../shared/revisions/decide.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { safePackage } from '../../../shared/word/patch/safe-package.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { newFaults } from '../../../shared/word/write/new-faults.ts'
import { p, r } from '../../support/docx-package.ts'
import { docxParts } from '../../support/read-docx.ts'
import { documentXml, readPackage, type Parts } from '../../support/through-word.ts'
import { bytesOf, commentEnd, commentStart, del, ins, lin, para, wordFile, zhou } from '../../support/word-xml.ts'

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
/** That of files from before Word 2013 was finished. */
const early = 'http://schemas.microsoft.com/office/word/2010/11/wordml'

interface Said {
  words: string
  author?: string
  /** Number of the comment that it answers. */
  answers?: number
  done?: true
}

/** A Word file with these comments, numbered from 0, and their threads. */
function discussed(body: string, said: readonly Said[], uri = w15): Map<string, Uint8Array> {
  const idOf = (number: number): string => `0000000${number + 1}`
  const comments = said.map(
    ({ words, author = '周书记' }, number) =>
      `<w:comment xmlns:w14="${w14}" w:id="${number}" w:author="${author}" w:date="2026-01-05T10:30:00Z" w:initials="甲"><w:p w14:paraId="${idOf(number)}">${r(words)}</w:p></w:comment>`,
  )
  const threads = said.map(({ answers, done }, number) => {
    const parent = answers === undefined ? '' : ` w15:paraIdParent="${idOf(answers)}"`
    return `<w15:commentEx w15:paraId="${idOf(number)}"${parent} w15:done="${done ? 1 : 0}"/>`
  })
  const file = wordFile({
    body,
    comments: comments.join(''),
    relationships:
      '<Relationship Id="threads" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>',
    more: {
      'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="${uri}">${threads.join('')}</w15:commentsEx>`,
    },
  })
  const type =
    '<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/>'
  return bytesOf({
    ...file,
    '[Content_Types].xml': (file['[Content_Types].xml'] ?? '').replace('</Types>', `${type}</Types>`),
  })
}

const threadsXml = (parts: Parts): string => new TextDecoder().decode(parts.get('word/commentsExtended.xml'))
const commentsOf = ({ review }: Report): Comment[] => review?.comments ?? []

/** Who said what to whom, and whether it is done with. */
function told(report: Report): string[] {
  const words = new Map(commentsOf(report).map(({ id, paragraphs }) => [id, paragraphs.join('/')]))
  return commentsOf(report).map(({ author, paragraphs, parent, done }) => {
    const to = parent === undefined ? '' : ` → ${words.get(parent) ?? '?'}`
    return `${author}：${paragraphs.join('/')}${to}${done ? ' ✓' : ''}`
  })
}

function withComments(report: Report, change: (comments: Comment[]) => Comment[]): Report {
  const { review } = report
  if (!review) throw new Error('no review')
  return { ...report, review: { ...review, comments: change(review.comments) } }
}

const answerTo = (parent: Comment, words = '已改'): Comment => ({
  id: 'new',
  author: '林镇长',
  initials: '林',
  date: '2026-01-06T08:00:00',
  paragraphs: [words],
  parent: parent.id,
  done: false,
})

const first = (report: Report): Comment => {
  const [comment] = commentsOf(report)
  if (!comment) throw new Error('no comment')
  return comment
}

/** The borders and marks of comments in the order of the text. */
function anchors(parts: Parts): string[] {
  const all = documentXml(parts).matchAll(/<w:comment(RangeStart|RangeEnd|Reference) w:id="(\d+)"/g)
  return [...all].map(([, kind = '', id = '']) => `${kind.replace('Range', '').toLowerCase()} ${id}`)
}

/** Every comment of the file has one start, one end and one mark in the text. */
function expectAnchoredOnce(parts: Parts): void {
  const met = anchors(parts)
  const numbers = new Set(met.map((anchor) => anchor.split(' ')[1] ?? ''))
  expect(met.length).toBeGreaterThan(0)
  for (const number of numbers)
    for (const kind of ['start', 'end', 'reference'])
      expect(met.filter((anchor) => anchor === `${kind} ${number}`).length, `${kind} ${number}`).toBe(1)
}

function written(source: Parts, report: Report): Map<string, Uint8Array> {
  const parts = patchPackage(source, report)
  expect(newFaults(source, parts)).toEqual([])
  expectAnchoredOnce(parts)
  return parts
}

describe('20 a thread that is done', () => {
  const body =
    para(commentStart(0) + commentStart(1) + r('收入') + del('三', zhou(5)) + ins('四', zhou(6)) + r('亿元')) +
    para(r('同比增长') + commentEnd(0) + commentEnd(1) + r('。'))
  const source = discussed(body, [
    { words: '请核实', done: true },
    { words: '已核实', author: '林镇长', answers: 0, done: true },
  ])
  const report = readPackage(source)

  test('is read with its reply, and comes back byte for byte', () => {
    expect(told(report)).toEqual(['周书记：请核实 ✓', '林镇长：已核实 → 请核实 ✓'])
    for (const [name, bytes] of patchPackage(source, report)) expect(bytes, name).toBe(source.get(name))
  })

  test.each(['accept', 'reject'] as const)(
    '%s all: reply and done are kept, in the window and in the file',
    (decision) => {
      const inWindow = written(source, decideReport(report, decision, 'all'))
      const inFile = decidePackage(source, decision, 'all')
      expectAnchoredOnce(inFile)
      for (const parts of [inWindow, inFile]) {
        expect(told(readPackage(parts))).toEqual(told(report))
        expect(parts.get('word/commentsExtended.xml')).toBe(source.get('word/commentsExtended.xml'))
      }
    },
  )

  test('opened again and done again', () => {
    const opened = withComments(report, (comments) => comments.map((comment) => ({ ...comment, done: false })))
    const parts = written(source, opened)
    expect(told(readPackage(parts))).toEqual(['周书记：请核实', '林镇长：已核实 → 请核实'])
    expect(documentXml(parts)).toBe(documentXml(source))
    expect(threadsXml(written(parts, report))).toBe(threadsXml(source))
  })
})

describe('20 a new reply', () => {
  const words = commentStart(0) + r('收入') + commentEnd(0)

  test('has anchors of its own behind those of the comment, and an id that Word keeps', () => {
    const source = discussed(para(words), [{ words: '请核实' }])
    const report = readPackage(source)
    const parts = written(
      source,
      withComments(report, (comments) => [...comments, answerTo(first(report))]),
    )
    expect(anchors(parts)).toEqual(['start 0', 'start 1', 'end 0', 'reference 0', 'end 1', 'reference 1'])
    expect(told(readPackage(parts))).toEqual(['周书记：请核实', '林镇长：已改 → 请核实'])
    const [, paraId = ''] = /paraId="([^"]*)" w15:paraIdParent="00000001"/.exec(threadsXml(parts)) ?? []
    expect(paraId).toMatch(/^[0-7][0-9A-F]{7}$/)
    expect(Number.parseInt(paraId, 16)).toBeGreaterThan(1)
    expect(new TextDecoder().decode(parts.get('word/comments.xml'))).toContain(`w14:paraId="${paraId}"`)
  })

  test('to a comment over two paragraphs covers both, with one start and one end', () => {
    const body = para(commentStart(0) + r('前段')) + para(r('后段') + commentEnd(0)) + p('末段。')
    const source = discussed(body, [{ words: '并成一段' }])
    const report = readPackage(source)
    const parts = written(
      source,
      withComments(report, (comments) => [...comments, answerTo(first(report))]),
    )
    const again = readPackage(parts)
    const covered = again.body.map((block) => JSON.stringify(block).match(/"comments":\["c0","c1"\]/g)?.length ?? 0)
    expect(covered).toEqual([1, 1, 0])
  })

  test('to a comment whose words were deleted stands where it stands', () => {
    const source = discussed(para(r('保留。') + commentStart(0) + del('删去。', lin(5)) + commentEnd(0)), [
      { words: '为何删' },
    ])
    const report = readPackage(source)
    const decided = decideReport(report, 'accept', 'all')
    const parts = written(
      source,
      withComments(decided, (comments) => [...comments, answerTo(first(report), '重复')]),
    )
    expect(told(readPackage(parts))).toEqual(['周书记：为何删', '林镇长：重复 → 为何删'])
    expect(documentXml(parts)).not.toContain('删去')
  })

  test('to a reply of a reply, as early builds of Word 2013 wrote it, answers the first comment; the others stay as they were', () => {
    const all = [0, 1, 2]
    const body = para(all.map(commentStart).join('') + r('收入') + all.map(commentEnd).join(''))
    const said = [{ words: '请核实' }, { words: '核实中', answers: 0 }, { words: '核实了吗', answers: 1 }]
    const source = discussed(body, said, early)
    const report = readPackage(source)
    expect(told(report)).toEqual(['周书记：请核实', '周书记：核实中 → 请核实', '周书记：核实了吗 → 请核实'])
    for (const [name, bytes] of patchPackage(source, report)) expect(bytes, name).toBe(source.get(name))
    const parts = written(
      source,
      withComments(report, (comments) => [...comments, answerTo(first(report))]),
    )
    expect(threadsXml(parts)).toContain(
      '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000002" w15:done="0"/>',
    )
    expect(threadsXml(parts)).toMatch(/w15:paraIdParent="00000001" w15:done="0"\/><\/w15:commentsEx>/)
    expect(threadsXml(parts)).toContain(early)
    expect(told(readPackage(parts)).at(-1)).toBe('林镇长：已改 → 请核实')
  })
})

const fixtures = fileURLToPath(new URL('../../../../shared/docx-fixtures/', import.meta.url))

describe.skipIf(!existsSync(fixtures))('20 public Word files', () => {
  test.each(['002', '003', '008', '036', '043', '051', '062'])('Comment%s', (number) => {
    const bytes = readFileSync(join(fixtures, `Open-XML-SDK__Comment${number}.docx`))
    const source = bytesOf(Object.fromEntries(docxParts(bytes)))
    const report = readPackage(source)
    const [safe, untouched] = [safePackage(source), patchPackage(source, report)]
    for (const [name, part] of untouched) expect(part, name).toEqual(safe.get(name))
    for (const decision of ['accept', 'reject'] as const) {
      const decided = patchPackage(source, decideReport(report, decision, 'all'))
      expect(newFaults(source, decided)).toEqual([])
      expect(told(readPackage(decided))).toEqual(told(report))
    }
    const answered = patchPackage(
      source,
      withComments(report, (comments) => [...comments, answerTo(first(report))]),
    )
    expect(newFaults(source, answered)).toEqual([])
    expect(told(readPackage(answered)).toSorted()).toEqual(
      [...told(report), `林镇长：已改 → ${first(report).paragraphs.join('/')}`].toSorted(),
    )
  })
})
