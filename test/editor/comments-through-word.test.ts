import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decideRevisions } from '../../renderer/editor/commands/decide-revisions.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import { commentRange } from '../../renderer/editor/plugins/with-comments.ts'
import { readThreads } from '../../shared/comments/threads.ts'
import type { Block, Comment, Report } from '../../shared/report/schema.ts'
import { patchPackage } from '../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../shared/word/read/read-docx.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { reportOf } from '../support/blocks.ts'
import { docxEntries, p as wordLine, r } from '../support/docx-package.ts'
import { readPreset } from '../support/printing-preset.ts'
import { lin, trackAs, zhou } from '../support/revised.ts'
import { leaf, p } from '../support/slate.ts'

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  author: '周书记',
  initials: '周',
  date: '2026-01-05T08:00:00',
  paragraphs: ['请核实', '口径'],
  done: false,
  ...more,
})

function read(parts: ReadonlyMap<string, Uint8Array>): Report {
  const found = readDocx(parts, { id: 'test', name: '报告.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

/** Threads with what they stand on, without ids. */
const seen = ({ body, review }: Report): unknown[] =>
  readThreads(review?.comments ?? [], body).map(({ root, replies, place }) => ({
    words: place?.words,
    comments: [root, ...replies].map(({ author, initials, date, paragraphs, done }) => [
      author,
      initials,
      date,
      paragraphs,
      done,
    ]),
  }))

describe('20 a report made here', () => {
  test('threads over lines, on redlined words and as points come back as they are', async () => {
    const editor = createReportEditor([
      p('青禾镇政府工作报告'),
      p('财政收入完成', leaf('41', { del: zhou }), leaf('42', { ins: zhou }), '26万元。'),
      p('新建水库三座，修路四公里。'),
      p('末段。'),
    ])
    commentRange(editor, { anchor: { path: [1, 0], offset: 4 }, focus: { path: [2, 0], offset: 2 } }, 'over')
    const at = (path: number[], from: number, to: number) => ({
      anchor: { path, offset: from },
      focus: { path, offset: to },
    })
    commentRange(editor, at([2, 1], 0, 2), 'gone')
    editor.delete({ at: at([2, 1], 0, 2) })
    commentRange(editor, at([3, 0], 0, 2), 'done')
    const comments = [
      comment('over'),
      comment('answer', { author: '林镇长', initials: '林', parent: 'over', paragraphs: ['已核'] }),
      comment('gone', { author: 'A&<"', initials: '', date: '' }),
      comment('done', { done: true }),
    ]
    const report: Report = {
      ...reportOf(editor.children as Block[]),
      review: { tracking: 'off', comments, opinions: {} },
    }
    const { bytes, faults } = await writeReport(report, readPreset('standard'), {
      clock: '2026-01-05T08:00:00Z',
      review: true,
    })
    expect(faults).toEqual([])
    const parts = new Map(Object.entries(unzipSync(bytes)))
    expect(seen(read(parts))).toEqual(seen(report))
    const people = new TextDecoder().decode(parts.get('word/people.xml'))
    for (const author of ['周书记', '林镇长', 'A&amp;&lt;&quot;']) expect(people).toContain(`w15:author="${author}"`)
  })
})

describe('20 an imported file', () => {
  const source = new Map(
    Object.entries(
      docxEntries({
        body: `${wordLine('政府工作报告')}<w:p>${r('收入')}<w:commentRangeStart w:id="0"/>${r('三亿元')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('。')}</w:p>${wordLine('各项事业协调发展。')}`,
        comments: `<w:comment w:id="0" w:author="王书记" w:date="2026-01-05T10:30:00Z">${wordLine('请核实')}</w:comment>`,
        more: {
          '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
        },
      }),
    ).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  )

  test('keeps its comment when the words go, takes an answer and a new one, and gives them back', () => {
    const report = read(source)
    const editor = createReportEditor(report.body)
    const [first] = report.review?.comments ?? []
    if (!first) throw new Error('no comment')
    trackAs(editor, lin.author)
    const [index] = report.body.flatMap((block, at) => (JSON.stringify(block).includes('三亿元') ? [at] : []))
    const at = index ?? 0
    editor.delete({ at: { anchor: { path: [at, 1], offset: 0 }, focus: { path: [at, 1], offset: 3 } } })
    decideRevisions(editor, 'accept', 'all')
    commentRange(editor, { anchor: { path: [at + 1, 0], offset: 0 }, focus: { path: [at + 1, 0], offset: 2 } }, 'new')
    const changed: Report = {
      ...report,
      body: editor.children as Block[],
      review: {
        tracking: 'off',
        opinions: {},
        comments: [first, comment('reply', { parent: first.id, author: '林镇长', initials: '林' }), comment('new')],
      },
    }
    const again = read(patchPackage(source, changed))
    expect(seen(again)).toEqual(seen(changed))
    expect(readThreads(again.review?.comments ?? [], again.body).map(({ place }) => place?.words)).toEqual([
      '入',
      '各项',
    ])
  })
})
