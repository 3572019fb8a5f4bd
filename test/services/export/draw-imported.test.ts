import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { drawImported } from '../../../electron/services/export/draw-imported.ts'
import { noReview, type Block, type Report } from '../../../shared/report/schema.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { docx, docxEntries, p, r } from '../../support/docx-package.ts'
import { readPreset } from '../../support/printing-preset.ts'

const on = (id: number, words: string): string =>
  `<w:p><w:commentRangeStart w:id="${id}"/>${r(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r></w:p>`
const cells = (...rows: string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>${rows.map((row) => `<w:tr><w:tc><w:tcPr/>${row}</w:tc></w:tr>`).join('')}</w:tbl>`
const parts = {
  body: on(0, '财政收入三亿元。') + cells(p('粮食'), on(1, '蔬菜')) + p('以上。'),
  comments: [0, 1].map((id) => `<w:comment w:id="${id}" w:author="王书记">${p('请核实')}</w:comment>`).join(''),
}

function read(): Report {
  const bytes = new Map(
    Object.entries(docxEntries(parts)).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  )
  const found = readDocx(bytes, { id: 'test', name: '报告.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const comments = (file: Uint8Array): string[] =>
  strFromU8(unzipSync(file)['word/comments.xml'] ?? new Uint8Array()).match(/<w:comment /g) ?? []

const withoutRow = (body: Block[]): Block[] =>
  body.map((block) => (block.type === 'table' ? { ...block, children: block.children.slice(0, 1) } : block))

test.each<[string, (report: Report) => Report, number]>([
  ['nothing is lost', (report) => report, 0],
  [
    'other words',
    ({ body, ...rest }) => ({ ...rest, body: [...body, { type: 'paragraph', children: [{ text: '新增。' }] }] }),
    0,
  ],
  ['a row went with its comment', ({ body, ...rest }) => ({ ...rest, body: withoutRow(body) }), 1],
  [
    'a comment that has no words in the report',
    (report) => {
      const [comment] = report.review?.comments ?? []
      if (!comment) throw new Error('no comment')
      const comments = [...(report.review?.comments ?? []), { ...comment, id: 'new' }]
      return { ...report, review: { ...noReview, ...report.review, comments } }
    },
    1,
  ],
])('comments that stand nowhere in the file are told of: %s', async (name, change, count) => {
  const report = change(read())
  const notice = expect.objectContaining({ messageId: 'export:notice.commentsLeftOut', values: { count } }) as unknown
  const drawn = await drawImported({ report, source: docx(parts) })
  if (!drawn.ok) throw new Error(drawn.detail)
  expect(comments(drawn.drawn.bytes)).toHaveLength(2 - Number(name.startsWith('a row')))
  if (count > 0) expect(drawn.drawn.notices).toContainEqual(notice)
  else expect(drawn.drawn.notices.map(({ messageId }) => messageId)).not.toContain('export:notice.commentsLeftOut')
  const clock = '2026-01-05T08:00:00Z'
  const { notices } = await writeReport(report, readPreset('standard'), { clock, review: true })
  if (count > 0) expect(notices).toContainEqual(notice)
  else expect(notices.map(({ messageId }) => messageId)).not.toContain('export:notice.commentsLeftOut')
  const { notices: clean } = await writeReport(report, readPreset('standard'), { clock, review: false })
  expect(clean).not.toContainEqual(notice)
})
