import type { TFunction } from 'i18next'
import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Node } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic, type RenderElementProps } from 'slate-react'
import { isDeletedBlock } from '../../../shared/report/deleted.ts'
import { isTextLeaf, type Guidance, type Inline, type LineBlock } from '../../../shared/report/schema.ts'
import { labelOf } from '../labels.ts'
import { onRemount, remountCount } from '../remounts.ts'
import type { ReportEditor } from '../slate-types.ts'

type LineProps = Omit<RenderElementProps, 'element'> & { element: LineBlock }

/**
 * A line of the report. Printed numbers and guidance are attributes drawn by the style sheet: they are never part of the
 * editable text, so neither caret nor input method can stumble over them.
 */
export function LineElement({ attributes, children, element }: LineProps) {
  const editor = useSlateStatic()
  const { t } = useTranslation('editor')
  const label = useSlateSelector(useCallback((current) => labelOf(current.children, element), [element]))
  const alone = useSlateSelector(isOnlyLine)
  const key = ReactEditor.findKey(editor, element)
  const mounts = useSyncExternalStore(
    useCallback((listener) => onRemount(editor, listener), [editor]),
    () => remountCount(editor, key),
  )
  const empty = element.children.length === 1 && Node.string(element) === ''
  const advice = empty ? adviceFor(element, alone, t) : undefined
  return (
    <p
      key={mounts}
      {...attributes}
      className={classOf(element)}
      {...(element.type === 'heading' && { role: 'heading', 'aria-level': element.level })}
      {...(element.type === 'title' && { role: 'heading', 'aria-level': 1 })}
      data-line={element.type}
      data-label={label || undefined}
      data-advice={advice}
      data-mark={markOf(element)}
    >
      {children}
    </p>
  )
}

const isOnlyLine = (editor: ReportEditor): boolean => editor.children.length === 1

function classOf(element: LineBlock): string {
  const names = ['zg-line', `zg-${element.type}`]
  if (element.type === 'heading') {
    names.push(`zg-level-${element.level}`)
    if (element.runIn) names.push('zg-run-in')
  }
  if (element.type === 'list-item') names.push(`zg-${element.marker}`)
  if (element.type === 'paragraph' && element.flush) names.push('zg-flush')
  if (isDeletedBlock(element)) names.push('zg-gone')
  if (isInserted(element)) names.push(element.mark?.ins && !element.mark.del ? 'zg-come' : 'zg-inserted')
  if (isRevised(element)) names.push('zg-revised')
  if (element.align) names.push(`zg-align-${element.align}`)
  return names.join(' ')
}

/** What is pending on the end of the line: ¶ is drawn there. */
function markOf({ mark }: LineBlock): 'del' | 'ins' | undefined {
  return mark?.del ? 'del' : mark?.ins ? 'ins' : undefined
}

function isRevised({ mark, pFmt, children }: LineBlock): boolean {
  const isPending = (child: Inline): boolean => Boolean(child.ins ?? child.del ?? (isTextLeaf(child) && child.fmt))
  return mark !== undefined || pFmt !== undefined || children.some(isPending)
}

function isInserted({ children }: LineBlock): boolean {
  const words = children.filter((child) => !isTextLeaf(child) || child.text !== '')
  return words.length > 0 && words.every((child) => child.ins !== undefined)
}

type Translate = TFunction<'editor'>

/** Guidance of the template, else a word for what an empty line is; body text inside a report needs none. */
function adviceFor(element: LineBlock, alone: boolean, t: Translate): string | undefined {
  const guidance = 'guidance' in element ? element.guidance : undefined
  if (guidance) return guidanceText(guidance, t)
  if (element.type === 'paragraph') return alone ? t('empty.body') : undefined
  if (element.type === 'list-item') return undefined
  return t(`empty.${element.type}`)
}

function guidanceText({ hint, length }: Guidance, t: Translate): string {
  return length ? t('guidance.withLength', { hint, length }) : t('guidance.hint', { hint })
}
