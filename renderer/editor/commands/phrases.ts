import { Editor, Node, Text, Transforms } from 'slate'
import { isLineBlock, type TextLeaf } from '../../../shared/report/schema.ts'
import { isHeading, isParagraph } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { selectField } from './fields.ts'
import { inOneStep } from './one-step.ts'

const none: readonly string[] = []

/**
 * Phrases that an empty line may start with: those of its own guidance, or what is left of the guidance above once one of
 * its phrases was taken (one project a paragraph).
 */
export function phrasesFor(editor: ReportEditor, index: number): readonly string[] {
  const line = editor.children[index]
  if (!line || !(isParagraph(line) || isHeading(line)) || Node.string(line) !== '') return none
  if (line.guidance) return line.guidance.phrases ?? none
  return isParagraph(line) ? phrasesLeft(editor, index) : none
}

function phrasesLeft(editor: ReportEditor, index: number): readonly string[] {
  let written = ''
  for (let above = index - 1; above >= 0; above--) {
    const line = editor.children[above]
    if (!line || !Node.isElement(line) || !isLineBlock(line)) return none
    written += Node.string(line)
    const guidance = 'guidance' in line ? line.guidance : undefined
    if (guidance) {
      const left = guidance.phrases?.filter((phrase) => !written.includes(longestWords(phrase))) ?? none
      return left.length < (guidance.phrases?.length ?? 0) ? left : none
    }
    if (!isParagraph(line)) return none
  }
  return none
}

/** What still tells a phrase once its □ are filled. */
function longestWords(phrase: string): string {
  return phrase.split(blank).reduce((longest, words) => (words.length > longest.length ? words : longest), '')
}

/** Starts a line with a phrase as one step of undo; its □ wait like those of a template, and the first one is selected. */
export function startWithPhrase(editor: ReportEditor, index: number, phrase: string): void {
  inOneStep(editor, () => Transforms.insertNodes(editor, leavesOf(phrase), { at: [index, 0] }))
  const first = [...Node.texts(Node.get(editor, [index]))].find(([leaf]) => Text.isText(leaf) && leaf.field)
  if (first) selectField(editor, [index, ...first[1]])
  else Transforms.select(editor, Editor.end(editor, [index]))
}

const blank = '□'

/** Words with their □ as fields that wait. */
export function leavesOf(phrase: string): TextLeaf[] {
  return phrase
    .split(/(□)/)
    .filter((words) => words !== '')
    .map((text) => (text === blank ? { text, field: { indicator: '', part: 'text' } } : { text }))
}
