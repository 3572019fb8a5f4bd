import { readFigureKey, type FigureReference } from '../figure-key.ts'
import type { PhrasingContext } from '../phrasing.ts'
import { unitBehind, type WaitingField } from '../waiting-fields.ts'
import { sentenceAround, type TextFigure } from './text-figures.ts'

/** A □ and what the section it stands in speaks of. */
export interface OpenPlace {
  place: WaitingField
  context: PhrasingContext
}

/** 待填: numbers of indicators that the text has room for and does not say yet. */
export function openFigures(text: string, places: readonly OpenPlace[]): TextFigure[] {
  return places.flatMap(({ place, context }): TextFigure[] => {
    const reference = referenceOf(place, context)
    if (!reference) return []
    const { start, end } = place
    const unit = unitBehind(text, end)
    return [
      { ...reference, start, end, printed: '', value: '', unit, sentence: sentenceAround(text, place), open: true },
    ]
  })
}

function referenceOf({ key, field }: WaitingField, context: PhrasingContext): FigureReference | undefined {
  const bound = key === undefined ? undefined : readFigureKey(key)
  if (bound) return bound
  const { indicator, part } = field
  if (part === 'text' || indicator === '') return undefined
  return context.targetsFirst
    ? { indicator, part, year: context.targetYear, period: 'year', kind: 'target' }
    : { indicator, part, year: context.resultYear, period: context.period, kind: 'result' }
}
