import { readThreads, type Thread } from '../comments/threads.ts'
import type { OutlineNode } from '../report/outline.ts'
import type { Block, ChangeKind, DecidedChange, Opinion, OpinionPlace, Review } from '../report/schema.ts'
import type { Card } from '../revisions/cards.ts'
import { changesByPerson, type ProposedChange } from './by-person.ts'
import { opinionPlace } from './opinion-place.ts'
import { shortened } from './shortened.ts'

/** 采纳 / 部分采纳 / 不采纳; `open` is 待定. */
export type OpinionAnswer = Opinion['answer'] | 'open'

/** One line of 意见采纳情况表. */
export interface OpinionRow {
  /** Under which the report keeps what the secretary said about it. */
  id: string
  author: string
  /** As written; '' = missing. */
  date: string
  /** Undefined: it stands nowhere. */
  place: OpinionPlace | undefined
  said: SaidChange | SaidComment
  answer: OpinionAnswer
  reason: string
  /** Answer and reason come from decisions and replies, not from the secretary. */
  automatic: boolean
}

export interface SaidChange {
  kind: ChangeKind
  old: string
  new: string
  format: string
}

export interface SaidComment {
  kind: 'comment'
  words: string
  /** What it stands on; '' where that is gone. */
  quote: string
}

export interface OpinionSources {
  body: readonly Block[]
  outline: readonly OutlineNode[]
  review: Review | undefined
  /** Changes that are still open. */
  cards: readonly Card[]
  /** Words that say what a change of format changed. */
  format: (card: Card) => string
  /** Author under which findings of the checks are written as comments: they are nobody's opinion. */
  checker: string
}

const longestQuote = 60

/** Everybody's opinions: by person in the order in which they came up, then in the order of time. */
export function readOpinions(sources: OpinionSources): OpinionRow[] {
  const { review, cards, body } = sources
  const opinions = review?.opinions ?? {}
  const threads = readThreads(review?.comments ?? [], body).filter(({ root }) => root.author !== sources.checker)
  const proposed = cards.flatMap(changesByPerson)
  const pending = new Set(proposed.map(({ id }) => id))
  const rows = [
    // What was undone is open again.
    ...(review?.decided ?? []).filter(({ id }) => !pending.has(id)).map(decidedRow),
    ...proposed.map((change) => changeRow(change, sources)),
    ...threads.map((thread) => threadRow(thread, sources)),
  ].map((row) => withOpinion(row, opinions[row.id]))
  return byPersonAndTime(rows)
}

/** What the secretary changed is nobody's opinion about the report; a comment is, whoever wrote it. */
export function isOwnRevision({ author, said }: OpinionRow, userName: string): boolean {
  return userName !== '' && author === userName && said.kind !== 'comment'
}

function decidedRow({
  id,
  author,
  date,
  place,
  kind,
  old,
  new: added,
  format = '',
  decision,
}: DecidedChange): OpinionRow {
  const answer = decision === 'accept' ? 'adopted' : 'declined'
  return { id, author, date, place, said: { kind, old, new: added, format }, answer, reason: '', automatic: true }
}

function changeRow(change: ProposedChange, { body, outline, format }: OpinionSources): OpinionRow {
  const [first] = change.places
  return {
    id: change.id,
    author: change.author,
    date: change.date,
    place: first && opinionPlace(body, outline, first),
    said: {
      kind: change.kind,
      old: change.old,
      new: change.new,
      format: change.changed.length > 0 ? format(change) : '',
    },
    answer: 'open',
    reason: '',
    automatic: true,
  }
}

function threadRow({ root, replies, place }: Thread, { body, outline }: OpinionSources): OpinionRow {
  const [first] = place?.stretches ?? []
  const last = replies.at(-1)?.paragraphs.join('\n').trim() ?? ''
  return {
    id: root.id,
    author: root.author,
    date: root.date,
    place: first && opinionPlace(body, outline, first),
    said: {
      kind: 'comment',
      words: root.paragraphs.join('\n').trim(),
      quote: place && !place.point ? shortened(place.words.trim(), longestQuote) : '',
    },
    ...(root.done ? { answer: answerIn(last), reason: last } : { answer: 'open', reason: '' }),
    automatic: true,
  }
}

/** What a reply says of itself: 未采纳 must not be read as 采纳. Whoever only resolves a comment has not said what became of it. */
export function answerIn(reply: string): OpinionAnswer {
  if (/是否|待/.test(reply)) return 'open'
  const found = /(部分|[未不没](?:予以|予|有|便|宜)?)?(?:采纳|採納|采用|採用|吸收)/.exec(reply)
  if (!found) return 'open'
  if (found[1] === undefined) return 'adopted'
  return found[1] === '部分' ? 'partly' : 'declined'
}

function withOpinion(row: OpinionRow, opinion: Opinion | undefined): OpinionRow {
  return opinion ? { ...row, answer: opinion.answer, reason: opinion.reason, automatic: false } : row
}

function byPersonAndTime(rows: readonly OpinionRow[]): OpinionRow[] {
  const people = [...new Set(rows.map(({ author }) => author))]
  const order = new Map(people.map((author, index) => [author, index]))
  return rows.toSorted(
    (a, b) => (order.get(a.author) ?? 0) - (order.get(b.author) ?? 0) || compareDates(a.date, b.date),
  )
}

/** What has no date comes last. */
function compareDates(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

/** How many of each answer. */
export function countAnswers(rows: readonly Pick<OpinionRow, 'answer'>[]): Record<OpinionAnswer, number> {
  const counts: Record<OpinionAnswer, number> = { adopted: 0, partly: 0, declined: 0, open: 0 }
  for (const { answer } of rows) counts[answer]++
  return counts
}
