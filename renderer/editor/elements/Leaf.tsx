import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RenderLeafProps } from 'slate-react'
import type { TemplateField, TextLeaf } from '../../../shared/report/schema.ts'
import type { LeafMarks } from '../marks/decorations.ts'
import { CommentedWords } from './CommentedWords.tsx'
import { RevisedWords } from './RevisedWords.tsx'
import { waitingWords } from '../waiting-words.ts'

type MarkedLeaf = TextLeaf & LeafMarks

type LeafProps = Omit<RenderLeafProps, 'children'> & { children: ReactNode }

export function Leaf({ attributes, children, leaf }: LeafProps) {
  const marked: MarkedLeaf = leaf
  const names = classesOf(marked)
  const words = marked.field ? <WaitingField field={marked.field}>{children}</WaitingField> : children
  const revised = marked.ins !== undefined || marked.del !== undefined || marked.fmt !== undefined
  // Inside, because badges stand beside what is a leaf's own child.
  const commented = marked.comments ? <CommentedWords of={marked}>{words}</CommentedWords> : words
  const content = revised ? <RevisedWords of={marked}>{commented}</RevisedWords> : commented
  return (
    <span
      {...attributes}
      className={names || undefined}
      data-finding={marked.findings || undefined}
      data-field={marked.field && marked.field.part}
      data-indicator={marked.indicator}
    >
      {content}
    </span>
  )
}

/** What a □ waits for, in a tooltip: 待填：财政总收入的增速. */
function WaitingField({ field, children }: { field: TemplateField; children: ReactNode }) {
  const { t } = useTranslation()
  return <span title={waitingWords(t, field)}>{children}</span>
}

function classesOf(leaf: MarkedLeaf): string {
  const names: string[] = []
  for (const mark of ['bold', 'italic', 'underline', 'superscript', 'lead'] as const)
    if (leaf[mark]) names.push(`zg-${mark}`)
  if (leaf.ins) names.push('zg-ins')
  if (leaf.del) names.push('zg-del')
  if (leaf.field) names.push('zg-field')
  if (leaf.indicator) names.push('zg-indicator')
  if (leaf.indicator && leaf.staleLink) names.push('zg-stale')
  if (leaf.severity) names.push('zg-finding', `zg-finding-${leaf.severity}`)
  if (leaf.activeFinding) names.push('zg-finding-active')
  if (leaf.opensFinding) names.push('zg-finding-opens')
  if (leaf.hit) names.push(`zg-${leaf.hit}`)
  for (const look of leaf.look?.split(' ') ?? []) names.push(`zg-look-${look}`)
  return names.join(' ')
}
