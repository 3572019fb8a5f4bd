import { useState } from 'react'
import { sameMarks, type MarksByLine } from './marks/decorations.ts'

/**
 * The marks that may be painted: those wanted, except while an input method composes. Marks that change under a
 * composition send the committed word to the start of the paragraph, so they wait until just after it.
 */
export function usePaintedMarks(wanted: MarksByLine, composing: boolean): MarksByLine {
  const [painted, setPainted] = useState({ wanted, marks: wanted })
  if (composing || painted.wanted === wanted) return painted.marks
  const marks = sameMarks(painted.marks, wanted) ? painted.marks : wanted
  setPainted({ wanted, marks })
  return marks
}
