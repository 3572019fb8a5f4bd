import type { Refusal, RefusalReason } from '../../../shared/desktop/results.ts'
import type { Trace, TraceKind } from '../../../shared/word/clean/proof/trace.ts'

const reasons: Record<TraceKind, RefusalReason> = {
  hidden: 'hiddenContent',
  inserted: 'insertedContent',
  pictures: 'pictureNotes',
  review: 'notClean',
  names: 'notClean',
  outside: 'notClean',
  unknown: 'notClean',
}

/** Why a copy is not handed out as a clean one: the first trace by name and place, all of them in the details. */
export function cleanRefusal(traces: readonly Trace[]): Refusal | undefined {
  const [first] = traces
  if (!first) return undefined
  return {
    reason: reasons[first.kind],
    values: { place: placeOf(first.part), near: first.near ?? fileOf(first.part), what: first.what },
    detail: traces.map(({ part, what, near }) => `${part}: ${what}${near ? `: ${near}` : ''}`).join('\n'),
  }
}

/** Names of `documents:cleanPlace`. */
function placeOf(part: string): string {
  const name = fileOf(part)
  if (/\/media\//.test(part)) return 'picture'
  if (/^(?:core|app|custom)\.xml$/.test(name)) return 'properties'
  return /^(document|header|footer|footnotes|endnotes|styles|numbering|settings|chart|theme)/.exec(name)?.[1] ?? 'other'
}

function fileOf(part: string): string {
  return part.slice(part.lastIndexOf('/') + 1)
}
