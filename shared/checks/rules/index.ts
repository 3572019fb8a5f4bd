import type { Rule } from '../rule.ts'
import { countAndItems } from './count-and-items.ts'
import { growthInReport } from './growth-in-report.ts'
import { leftover } from './leftover.ts'
import { numbering } from './numbering.ts'
import { partsWithinTotal } from './parts-within-total.ts'
import { yearOfSection } from './year-of-section.ts'

/** All rules in the order of the panel's settings. */
export const rules: readonly Rule[] = [
  growthInReport,
  partsWithinTotal,
  countAndItems,
  yearOfSection,
  numbering,
  leftover,
]
