import { zero } from '../numbers/decimal.ts'
import { baseIntervalOf, below, disjoint, plus, point, sameDimension } from '../numbers/interval.ts'
import type { Figure, RawStatement, Subject } from './raw-statement.ts'
import type { SentenceView } from './sentence-view.ts'

/** What has been read of a sentence so far. */
export interface Progress {
  view: SentenceView
  found: RawStatement[]
  /** End of the last figure that became a statement or its growth. */
  consumed: number
  subject: Subject | undefined
  /** Subjects or statements that still wait for their number: A、B分别增长x、y. */
  waiting: ((figure: Figure) => void)[]
  lastFigure: Figure | undefined
  /** The subjects of the last list: …分别达到x、y，力争达到u、v. */
  group: Subject[]
  /** Statements before 其中; one of them is the total of the parts that follow. */
  totals: RawStatement[]
  total: RawStatement | undefined
  parts: RawStatement[]
}

/** 其中 and 包括 open the parts of the figure before. */
export function openParts(progress: Progress, left: string): void {
  if (!/其中|包括|包含|其中包括/.test(left)) return
  progress.totals = [...progress.found]
  progress.total = undefined
  progress.parts = []
}

/** Adds what was read; after 其中 it may be a part of the total named before. */
export function addStatement(progress: Progress, statement: RawStatement): void {
  progress.total ??= findTotal(progress, statement)
  if (progress.total && !belongs(progress, statement)) {
    progress.total = undefined
    progress.totals = []
  }
  if (progress.total && isPart(progress, statement)) {
    statement.partOf = progress.total
    progress.parts.push(statement)
    nameOfPart(progress.total, statement)
  }
  progress.found.push(statement)
  progress.subject = statement.subject
}

/** The nearest statement before 其中 that is measured alike. */
function findTotal({ totals }: Progress, { value }: RawStatement): RawStatement | undefined {
  return totals.findLast((total) =>
    value ? total.value && sameDimension(total.value.quantity, value.quantity) : !total.value,
  )
}

/** 重点项目17个，其中省重点项目5个: a part is not the whole, though the catalogue has one name for both. */
function nameOfPart(total: RawStatement, part: RawStatement): void {
  if (part.subject.name !== total.subject.name) return
  part.subject = { ...part.subject, name: `${part.subject.name}（其中）`, entry: undefined }
}

/** A headline indicator that the catalogue does not place under the total begins something new. */
function belongs({ total, view }: Progress, { subject }: RawStatement): boolean {
  const whole = total?.subject.entry
  if (!whole || subject.entry?.headline !== true || subject.entry === whole) return true
  for (let entry = subject.entry; entry.partOf !== undefined;) {
    if (entry.partOf === whole.name) return true
    const parent = view.catalogue.find(entry.partOf)
    if (!parent) return false
    entry = parent
  }
  return false
}

/** Of the same dimension, and the parts before have not filled the total yet. */
function isPart({ total, parts }: Progress, statement: RawStatement): boolean {
  if (!total?.value || !statement.value) return total?.value === undefined && statement.value === undefined
  if (!sameDimension(total.value.quantity, statement.value.quantity)) return false
  const whole = baseIntervalOf(total.value.quantity)
  const sum = parts.reduce(
    (all, part) => (part.value ? plus(all, baseIntervalOf(part.value.quantity)) : all),
    point(zero),
  )
  if (below(whole, baseIntervalOf(statement.value.quantity))) return false
  return parts.length === 0 || (disjoint(sum, whole) && below(sum, whole))
}
