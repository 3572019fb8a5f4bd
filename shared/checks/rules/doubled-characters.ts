import type { Hit, Repair } from '../finding.ts'
import type { Placed, ReportRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'
import { findDoubledMarks, type DoubledMarks } from '../wording/doubled-marks.ts'
import { mostInParagraph } from '../wording/most-in-paragraph.ts'
import { readOpenMarks, withoutPartner, type OpenMarks } from '../wording/open-marks.ts'
import { findRepeats, isSlip, type Repeat } from '../wording/repeats.ts'

/** Words and characters typed twice (公共服务服务, 张张家店, 的的), marks typed twice (，。), and marks without their partner. */
export const doubledCharacters: ReportRule<Doubled> = {
  id: 'doubled-characters',
  kind: 'duplicated-word',
  severity: 'warning',
  aboutWording: true,
  read: ({ text }) => ({
    repeats: findRepeats(text),
    marks: findDoubledMarks(text).slice(0, mostInParagraph),
    open: readOpenMarks(text),
  }),
  checkReport({ text }, placed) {
    const doubled = placed.flatMap(({ start, facts: { repeats, marks } }) => [
      ...repeats.map((repeat) => moved(repeat, start)).flatMap((repeat) => repeatHit(text, repeat)),
      ...marks.map((mark) => doubledMarkHit(text, moved(mark, start))),
    ])
    const open = placed.flatMap(({ start, facts }): Placed<OpenMarks>[] =>
      facts.open ? [{ start, facts: facts.open }] : [],
    )
    return [...doubled, ...withoutPartner(open).map((mark) => partnerHit(text, mark))]
  },
}

interface Doubled {
  repeats: Repeat[]
  marks: DoubledMarks[]
  open: OpenMarks | undefined
}

function moved<T extends { start: number; end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by }
}

function repeatHit(text: string, repeat: Repeat): Hit[] {
  if (!isSlip(text, repeat)) return []
  const { start, end, length } = repeat
  const word = text.slice(start, start + length)
  return [
    {
      messageId: 'wordTwice',
      values: { word },
      // A character is struck twice, a word is said twice.
      ...(length === 1 && { kind: 'typo' }),
      start,
      end,
      evidence: [evidenceOf(text, { start, end })],
      repairs: [removal(start, start + length)],
    },
  ]
}

function doubledMarkHit(text: string, { start, end, lastStays }: DoubledMarks): Hit {
  return {
    messageId: 'marksTwice',
    values: { words: text.slice(start, end) },
    kind: 'punctuation',
    start,
    end,
    evidence: [evidenceOf(text, { start, end })],
    repairs: lastStays ? [removal(start, end - 1)] : [],
  }
}

function partnerHit(text: string, mark: ReturnType<typeof withoutPartner>[number]): Hit {
  const { start, end, partner, problem } = mark
  const edits = [{ start, end, text: partner }]
  return {
    messageId: problem,
    values: { mark: text.slice(start, end), partner },
    kind: 'punctuation',
    start,
    end,
    evidence: [evidenceOf(text, { start, end })],
    repairs: problem === 'markTurned' ? [{ messageId: 'changeForm', values: { value: partner }, edits }] : [],
  }
}

function removal(start: number, end: number): Repair {
  return { messageId: 'remove', values: {}, edits: [{ start, end, text: '' }] }
}
