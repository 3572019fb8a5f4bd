import type { Report } from '../../shared/report/schema.ts'
import type { Signature } from '../../shared/revisions/compare/compare-bodies.ts'
import type { Compared } from '../../shared/revisions/compare/compare-reports.ts'
import type { Merged, ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'

export interface CompareRequest {
  before: Compared
  after: Compared
  signature: Signature
  id: string
}

export interface MergeRequest {
  base: Report
  copies: readonly ReviewedCopy[]
  prefix: string
}

/** `kept`: for each block of the merged body the index of the base's block that it is, −1 for another one. */
export interface MergedAway extends Merged {
  kept: number[]
}

export type ToReview = { compare: CompareRequest } | { merge: MergeRequest }
export type FromReview = { compared: Report } | { merged: MergedAway } | { failed: string }
