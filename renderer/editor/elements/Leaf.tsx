import type { ReactNode } from 'react'
import type { RenderLeafProps } from 'slate-react'
import type { TextLeaf } from '../../../shared/report/schema.ts'
import type { LeafMarks } from '../marks/decorations.ts'

type MarkedLeaf = TextLeaf & LeafMarks

type LeafProps = Omit<RenderLeafProps, 'children'> & { children: ReactNode }

export function Leaf({ attributes, children, leaf }: LeafProps) {
  const marked: MarkedLeaf = leaf
  const names = classesOf(marked)
  const content = marked.ins ? <ins>{children}</ins> : marked.del ? <del>{children}</del> : children
  return (
    <span
      {...attributes}
      className={names || undefined}
      data-finding={marked.findings || undefined}
      data-field={marked.field && marked.field.part}
    >
      {content}
    </span>
  )
}

function classesOf(leaf: MarkedLeaf): string {
  const names: string[] = []
  for (const mark of ['bold', 'italic', 'underline', 'superscript', 'lead'] as const)
    if (leaf[mark]) names.push(`zg-${mark}`)
  if (leaf.field) names.push('zg-field')
  if (leaf.indicator) names.push('zg-indicator')
  if (leaf.severity) names.push('zg-finding', `zg-finding-${leaf.severity}`)
  if (leaf.activeFinding) names.push('zg-finding-active')
  if (leaf.opensFinding) names.push('zg-finding-opens')
  if (leaf.hit) names.push(`zg-${leaf.hit}`)
  return names.join(' ')
}
