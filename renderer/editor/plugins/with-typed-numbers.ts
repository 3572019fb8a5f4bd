import { Editor, Range, Transforms } from 'slate'
import { caretInLine } from '../caret.ts'
import { inOneStep } from '../commands/one-step.ts'
import { styleLine, type LineStyle } from '../commands/set-block-type.ts'
import type { ReportEditor } from '../slate-types.ts'
import { liveTextBefore } from '../tracking/live.ts'

/**
 * A number typed at the start of a paragraph makes it a heading or list item, whose number is computed from then on. The
 * change is a step of its own: undo gives the typed characters back.
 */
export function withTypedNumbers(editor: ReportEditor): ReportEditor {
  const { insertText } = editor

  editor.insertText = (text, options) => {
    const before = options?.at ? undefined : textBeforeCaret(editor)
    insertText(text, options)
    if (before !== undefined) convertNumber(editor, before, text)
  }

  return editor
}

interface TypedNumber {
  pattern: RegExp
  style: LineStyle
  /** Only what follows shows that it is no decimal: 「1.」 may go on as 1.5亿元. */
  needsNext?: true
}

const typedNumbers: readonly TypedNumber[] = [
  { pattern: /^[一二三四五六七八九十]{1,3}、/, style: { type: 'heading', level: 1 } },
  { pattern: /^[（(][一二三四五六七八九十]{1,3}[）)]/, style: { type: 'heading', level: 2 } },
  { pattern: /^\d{1,2}[.．、](?=[^\d\s.．、])/, style: { type: 'heading', level: 3 }, needsNext: true },
  { pattern: /^[（(]\d{1,2}[）)]/, style: { type: 'heading', level: 4 } },
  { pattern: /^[①-⑳]/, style: { type: 'list-item', marker: 'circled' } },
]

function textBeforeCaret(editor: ReportEditor): string | undefined {
  return editor.selection ? liveTextBefore(editor, Range.start(editor.selection)) : undefined
}

function convertNumber(editor: ReportEditor, before: string, typed: string): void {
  const caret = caretInLine(editor)
  if (!caret || caret.inCell || !takesNumbers.has(caret.line.type)) return
  const text = liveTextBefore(editor, caret.point)
  if (text !== before + typed) return
  for (const { pattern, style, needsNext } of typedNumbers) {
    const length = pattern.exec(text)?.[0].length ?? 0
    // The number was finished by this very input; one that stands there already was left alone on purpose.
    if (length === 0 || (needsNext ? length < before.length : length <= before.length)) continue
    inOneStep(editor, () => {
      Transforms.delete(editor, { at: Editor.start(editor, caret.path), distance: length })
      styleLine(editor, caret.path, style)
    })
    return
  }
}

const takesNumbers: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list-item'])
