import fc from 'fast-check'
import { Editor, Node } from 'slate'
import { expect, test } from 'vitest'
import { decideRevisions } from '../../renderer/editor/commands/decide-revisions.ts'
import { insertNote, insertTable } from '../../renderer/editor/commands/insert-blocks.ts'
import { moveSection } from '../../renderer/editor/commands/move-section.ts'
import { setHeadingLevel } from '../../renderer/editor/commands/set-block-type.ts'
import { deleteRow } from '../../renderer/editor/commands/table-commands.ts'
import { toggleMark } from '../../renderer/editor/commands/toggle-mark.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { linesOf } from '../../shared/comments/lines-of.ts'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import { isBody } from '../../shared/report/parse.ts'
import { isTextLeaf, type Block, type TextLeaf } from '../../shared/report/schema.ts'
import { leaf, note, p, table } from '../support/slate.ts'

type Act = (editor: ReportEditor) => void

/** No character of what is written stands in the body at the start, so that every one tells where it comes from. */
const writing: Record<string, Act> = {
  word: (editor) => editor.insertText('xy'),
  enter: (editor) => editor.insertBreak(),
  backspace: (editor) => editor.deleteBackward('character'),
  delete: (editor) => editor.deleteForward('character'),
  deleteSelected: (editor) => editor.deleteFragment(),
  bold: (editor) => toggleMark(editor, 'bold'),
  heading: (editor) => setHeadingLevel(editor, 2),
  note: (editor) => insertNote(editor, 'n9'),
  table: (editor) => insertTable(editor, 2, 2),
  lessRow: deleteRow,
  moveFirst: (editor) => moveSection(editor, 0, 1, editor.children.length),
}

const deciding: Record<string, Act> = {
  accept: (editor) => decideRevisions(editor, 'accept', 'all'),
  reject: (editor) => decideRevisions(editor, 'reject', 'all'),
  cutAndPaste(editor) {
    const fragment = structuredClone(editor.getFragment())
    editor.deleteFragment()
    editor.insertFragment(fragment)
  },
  copyAndPaste(editor) {
    if (editor.selection) editor.insertFragment(structuredClone(editor.getFragment()))
  },
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const scriptOf = (acts: Record<string, Act>) =>
  fc.array(
    fc.record({
      act: fc.constantFrom(...Object.keys(acts)),
      tracked: fc.boolean(),
      anchor: share,
      focus: fc.option(share, { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )

const on = (text: string, ...comments: string[]): TextLeaf => leaf(text, { comments })

const start: Block[] = [
  p('甲乙', on('丙丁', 'c1'), '戊'),
  p(on('己庚', 'c2'), note('n1'), on('辛', 'c2', 'c3'), on('壬癸', 'c3')),
  p('子丑', on('寅卯', 'c4')),
  p(on('辰巳', 'c4'), '𠮷午'),
  { ...table(['未', '申'], ['酉', '戌']) },
  p(on('亥', 'c5')),
]
const inCell = start[4]
if (inCell?.type === 'table') {
  const cell = inCell.children[1]?.children[0]
  if (cell) cell.children = [p(on('酉', 'c6'))]
}

function pointAt(editor: ReportEditor, part: number) {
  const texts = [...Node.texts(editor)]
  const places = texts.flatMap(([text, path]) =>
    Array.from({ length: text.text.length + 1 }, (_, offset) => ({ path, offset })),
  )
  return places[Math.floor(part * places.length)] ?? Editor.start(editor, [])
}

function run(
  editor: ReportEditor,
  acts: Record<string, Act>,
  script: readonly { act: string; tracked: boolean; anchor: number; focus: number | undefined }[],
  check: () => void,
): void {
  let ids = 0
  for (const { act, tracked, anchor, focus } of script) {
    const tracking = { author: '周书记', now: () => '2026-01-05T08:00:00', newId: () => `r${++ids}` }
    editor.tracking = tracked ? tracking : null
    const at = pointAt(editor, anchor)
    editor.select({ anchor: at, focus: focus === undefined ? at : pointAt(editor, focus) })
    acts[act]?.(editor)
    // Where no word is left, no comment can stand; it does again with the first one.
    if (wordsOf(editor) !== '') check()
  }
}

const wordsOf = (editor: ReportEditor): string => Node.string(editor).replaceAll(/[\s\uFEFF]/g, '')

/** Every character with what its leaf says. */
function characters(body: readonly Block[]): { character: string; leaf: TextLeaf }[] {
  return linesOf(body).flatMap(([{ children }]) =>
    children.flatMap((child) =>
      isTextLeaf(child) ? Array.from(child.text, (character) => ({ character, leaf: child })) : [],
    ),
  )
}

const commented = new Map(characters(start).map(({ character, leaf: { comments = [] } }) => [character, comments]))

test('no comment is lost by whatever is done, and undo brings all back', { timeout: 60_000 }, () => {
  const acts = { ...writing, ...deciding }
  fc.assert(
    fc.property(scriptOf(acts), (script) => {
      const editor = createReportEditor(structuredClone(start))
      const before = structuredClone(editor.children)
      run(editor, acts, script, () => {
        const body = editor.children as Block[]
        expect([...readCommentPlaces(body).keys()].sort()).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
        expect(isBody(JSON.parse(JSON.stringify(body)))).toBe(true)
        for (const { leaf: one } of characters(body))
          expect(one.points?.every((id) => one.comments?.includes(id)) ?? true).toBe(true)
      })
      const end = structuredClone(editor.children)
      while (editor.history.undos.length > 0) editor.undo()
      expect(editor.children).toEqual(before)
      while (editor.history.redos.length > 0) editor.redo()
      expect(editor.children).toEqual(end)
    }),
    { numRuns: 300 },
  )
})

test(
  'a comment stays on the characters of its own that are left, and on no others of the text',
  { timeout: 60_000 },
  () => {
    const { moveFirst: _, ...acts } = writing
    fc.assert(
      fc.property(scriptOf(acts), (script) => {
        const editor = createReportEditor(structuredClone(start))
        run(editor, acts, script, () => {
          for (const { character, leaf: one } of characters(editor.children as Block[])) {
            const own = commented.get(character)
            if (!own) continue
            const words = (one.comments ?? []).filter((id) => !one.points?.includes(id))
            expect(words, character).toEqual(own)
          }
        })
      }),
      { numRuns: 300 },
    )
  },
)
