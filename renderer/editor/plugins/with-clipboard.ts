import type { SourceBlock } from '../../../shared/report/import/source-block.ts'
import { isBody } from '../../../shared/report/parse.ts'
import { readFigureKey } from '../../../shared/ledger/figure-key.ts'
import type { Block, TextLeaf } from '../../../shared/report/schema.ts'
import { copiedText } from '../clipboard/copied-text.ts'
import { insertBlocksAtCaret } from '../clipboard/insert-blocks-at-caret.ts'
import { quietHtml } from '../clipboard/quiet-html.ts'
import { readHtml } from '../clipboard/read-html.ts'
import { readPlain, understandPasted } from '../clipboard/read-pasted.ts'
import { inlineText } from '../../../shared/report/plain-text.ts'
import { insertPhrase } from '../commands/bound-figures.ts'
import { isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'

/** Name under which the editor hands a part of a report to itself. */
const fragmentType = 'application/x-zhenggao-fragment'

/** Name under which the panel 指标 hands words with bound figures to the page. */
export const phraseType = 'application/x-zhenggao-phrase'

/**
 * What is copied carries the blocks for the editor and the printed words for everybody else. What is pasted is read from a
 * document parsed apart, word by word: no markup of others ever reaches the page.
 */
export function withClipboard(editor: ReportEditor): ReportEditor {
  editor.setFragmentData = (data) => {
    data.setData(fragmentType, JSON.stringify(editor.getFragment()))
    data.setData('text/plain', copiedText(editor))
  }

  editor.insertData = (data) => {
    const phrase = readPhrase(data)
    if (phrase) {
      insertPhrase(editor, phrase)
      return
    }
    insertBlocksAtCaret(editor, readFragment(data) ?? understandPasted(readForeign(data), isBlank(editor)))
  }

  // Slate's own way would splice half a table between lines.
  editor.insertFragment = (fragment) => {
    if (isBody(fragment)) insertBlocksAtCaret(editor, fragment)
  }
  editor.insertFragmentData = () => false
  editor.insertTextData = () => false

  return editor
}

function readFragment(data: DataTransfer): Block[] | undefined {
  const raw = data.getData(fragmentType)
  if (raw === '') return undefined
  try {
    const value: unknown = JSON.parse(raw)
    return isBody(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Words and keys alone: whatever else came with them stays outside. */
function readPhrase(data: DataTransfer): TextLeaf[] | undefined {
  const raw = data.getData(phraseType)
  if (raw === '') return undefined
  try {
    const leaves: unknown = JSON.parse(raw)
    const phrase = [{ type: 'paragraph', children: leaves }]
    if (!isBody(phrase)) return undefined
    return (phrase[0] as unknown as { children: TextLeaf[] }).children.map(({ text, indicator }) => ({
      text,
      ...(indicator !== undefined && readFigureKey(indicator) && { indicator }),
    }))
  } catch {
    return undefined
  }
}

function readForeign(data: DataTransfer): SourceBlock[] {
  const html = data.getData('text/html')
  const blocks = html === '' ? [] : readHtml(new DOMParser().parseFromString(quietHtml(html), 'text/html').body)
  return blocks.length > 0 ? blocks : readPlain(data.getData('text/plain'))
}

function isBlank(editor: ReportEditor): boolean {
  const [only, ...others] = editor.children
  return others.length === 0 && only !== undefined && isLine(only) && inlineText(only.children) === ''
}
