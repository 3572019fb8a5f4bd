import fc from 'fast-check'
import { Editor, Node } from 'slate'
import { expect, test } from 'vitest'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { isBody } from '../../shared/report/parse.ts'
import type { Block } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { sampleBody } from '../editor-page/sample-body.ts'
import { wordsOf } from '../support/final-view.ts'
import { leaf, note, p, pageBreak, table } from '../support/slate.ts'
import { authors, ofAll, ofText, runEdits, stepsOf } from '../support/tracked-scripts.ts'

const start: Block[] = [
  p('全镇经济', leaf('平稳', { bold: true }), '运行。'),
  p('新建水库三座', note('n1'), '，修路四公里。'),
  pageBreak(),
  p('下一页'),
  table(['项目', '数值'], ['产值', '八亿元']),
  p(''),
  p('结束。'),
]

/** Nothing pending is empty, none has lost its author, and the value is a body that no repair changes. */
function expectSound(editor: ReportEditor): void {
  const body = editor.children as Block[]
  expect(isBody(JSON.parse(JSON.stringify(body)))).toBe(true)
  for (const { kind, revision, text, path } of revisionsIn(body)) {
    expect(authors).toContain(revision.author)
    const node = Node.get(editor, path)
    if ((kind === 'ins' || kind === 'del' || kind === 'format') && 'text' in node) expect(text).not.toBe('')
  }
  const before = structuredClone(body)
  Editor.normalize(editor, { force: true })
  expect(editor.children).toEqual(before)
  const last = body.at(-1)
  expect(last && 'mark' in last ? last.mark : undefined, 'the last line has no pending end').toBeUndefined()
}

test(
  'what is written with 修订 and rejected was never written; accepted it is what is written without',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(stepsOf(ofText), (steps) => {
        const tracked = createReportEditor(start)
        const plain = createReportEditor(start)
        runEdits(tracked, ofText, steps, true)
        runEdits(plain, ofText, steps, false)
        const body = tracked.children as Block[]
        expectSound(tracked)
        expect(wordsOf(decide(body, 'reject', 'all'))).toEqual(wordsOf(start))
        expect(wordsOf(decide(body, 'accept', 'all'))).toEqual(wordsOf(plain.children as Block[]))
      }),
      { numRuns: Number(process.env['RUNS'] ?? 400) },
    )
  },
)

test(
  'whatever is done with 修订: rejected it is the start, undone it is exactly the start, and redone the end',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(stepsOf(ofAll), (steps) => {
        const editor = createReportEditor(sampleBody)
        const before = structuredClone(editor.children) as Block[]
        runEdits(editor, ofAll, steps, true)
        expectSound(editor)
        const after = structuredClone(editor.children)
        expect(wordsOf(decide(after as Block[], 'reject', 'all'))).toEqual(wordsOf(before))
        expect(revisionsIn(decide(after as Block[], 'accept', 'all'))).toEqual([])
        while (editor.history.undos.length > 0) editor.undo()
        expect(editor.children).toEqual(before)
        while (editor.history.redos.length > 0) editor.redo()
        expect(editor.children).toEqual(after)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    )
  },
)
