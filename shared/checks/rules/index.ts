import type { Rule } from '../rule.ts'
import { againstLedger } from './against-ledger.ts'
import { calendar } from './calendar.ts'
import { carriedOver } from './carried-over.ts'
import { countAndItems } from './count-and-items.ts'
import { estimateReplaced } from './estimate-replaced.ts'
import { doubledCharacters } from './doubled-characters.ts'
import { formulation } from './formulation.ts'
import { growthBetweenParts } from './growth-between-parts.ts'
import { growthInReport } from './growth-in-report.ts'
import { growthOnLastYear } from './growth-on-last-year.ts'
import { growthOverYears } from './growth-over-years.ts'
import { impossibleRate } from './impossible-rate.ts'
import { leftover } from './leftover.ts'
import { leftoverInNote } from './leftover-in-note.ts'
import { ledgerLink } from './ledger-link.ts'
import { longParagraph } from './long-paragraph.ts'
import { meetingOrder } from './meeting-order.ts'
import { naturalGrowth } from './natural-growth.ts'
import { numbering } from './numbering.ts'
import { partOverWhole } from './part-over-whole.ts'
import { oneTerm } from './one-term.ts'
import { partsWithinTotal } from './parts-within-total.ts'
import { perHeadTimesPopulation } from './per-head-times-population.ts'
import { percentOrPoints } from './percent-or-points.ts'
import { placeName } from './place-name.ts'
import { planPeriod } from './plan-period.ts'
import { priceBasisGap } from './price-basis-gap.ts'
import { repeatedSentence } from './repeated-sentence.ts'
import { sameFactTwice } from './same-fact-twice.ts'
import { shareOfTotal } from './share-of-total.ts'
import { spunWords } from './spun-words.ts'
import { strayMarks } from './stray-marks.ts'
import { structureOfHundred } from './structure-of-hundred.ts'
import { targetAgainstResult } from './target-against-result.ts'
import { unchangedFromLastYear } from './unchanged-from-last-year.ts'
import { unitOfIndicator } from './unit-of-indicator.ts'
import { yearOfSection } from './year-of-section.ts'
import { yieldAndArea } from './yield-and-area.ts'

/** All rules in the order of the panel's settings. */
export const rules: readonly Rule[] = [
  growthInReport,
  growthOnLastYear,
  growthOverYears,
  priceBasisGap,
  growthBetweenParts,
  partsWithinTotal,
  partOverWhole,
  shareOfTotal,
  structureOfHundred,
  naturalGrowth,
  perHeadTimesPopulation,
  yieldAndArea,
  sameFactTwice,
  targetAgainstResult,
  estimateReplaced,
  ledgerLink,
  againstLedger,
  unitOfIndicator,
  percentOrPoints,
  impossibleRate,
  countAndItems,
  yearOfSection,
  planPeriod,
  meetingOrder,
  calendar,
  numbering,
  placeName,
  oneTerm,
  formulation,
  repeatedSentence,
  unchangedFromLastYear,
  carriedOver,
  doubledCharacters,
  spunWords,
  strayMarks,
  leftover,
  leftoverInNote,
  longParagraph,
]
