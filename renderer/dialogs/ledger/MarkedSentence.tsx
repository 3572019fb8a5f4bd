import type { ReactElement } from 'react'
import type { TextSpan } from '../../../shared/ledger/proposal.ts'

interface MarkedSentenceProps {
  text: string
  sentence: TextSpan
  marks: readonly (TextSpan | null)[]
}

/** What is shown before the first mark and behind the last one; the whole sentence stands in the tip. */
const before = 30
const behind = 60

/** A sentence of a report with its figures marked. */
export function MarkedSentence({ text, sentence, marks }: MarkedSentenceProps): ReactElement {
  const inside = marks
    .flatMap((mark) => (mark && mark.start >= sentence.start && mark.end <= sentence.end ? mark : []))
    .sort((a, b) => a.start - b.start)
  const from = Math.max(sentence.start, (inside[0]?.start ?? sentence.start) - before)
  const to = Math.min(sentence.end, (inside.at(-1)?.end ?? sentence.start) + behind)
  const parts: ReactElement[] = []
  let at = from
  for (const { start, end } of inside) {
    if (start < at) continue
    parts.push(
      <span key={at}>{text.slice(at, start)}</span>,
      <mark key={`mark-${start}`}>{text.slice(start, end)}</mark>,
    )
    at = end
  }
  return (
    <span className="marked-sentence" lang="zh-CN" title={text.slice(sentence.start, sentence.end)}>
      {from > sentence.start && '…'}
      {parts}
      {text.slice(at, to)}
      {to < sentence.end && '…'}
    </span>
  )
}
