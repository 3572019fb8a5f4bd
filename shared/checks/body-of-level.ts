import type { Hit } from './finding.ts'
import type { ReportView } from './rule.ts'
import { evidenceOf, sentenceAround, spanOfGroup } from './text-spans.ts'

/** Levels from the lowest up; 县 and 区 stand on one. */
const ranks: Readonly<Record<string, number>> = { 乡: 1, 镇: 1, 县: 2, 区: 2, 旗: 2, 市: 3, 省: 4 }

const leading =
  /(?:^|[，。；：、\n])在(?:[^，。；\n]{0,20}?[、和])?(?:新一届)?(([乡镇县区旗市省])(?:党)?委(?:、?\2?(?:人民)?政府)?)的?(?:坚强|正确)领导下/dg

/** 县委 in 在县委的坚强领导下. */
export interface LeadingBody {
  start: number
  end: number
  text: string
  level: string
}

export const readLeadingBodies = (text: string): LeadingBody[] =>
  [...text.matchAll(leading)].map((match) => ({ ...spanOfGroup(match, 1), level: match[2] ?? '' }))

/**
 * 在县委的坚强领导下 in the report of a city: the body that leads a government is of its own level or above. Silent where
 * the text speaks of a place of that level at all (全县, 青禾县…在县委的坚强领导下).
 */
export function bodiesOfOtherLevel(
  { text, place, names }: Pick<ReportView, 'text' | 'place' | 'names'>,
  bodies: readonly LeadingBody[],
): Hit[] {
  if (bodies.length === 0) return []
  const own = ownLevel(text, place)
  if (own === undefined) return []
  return bodies.flatMap((body): Hit[] => {
    const { level } = body
    if (rankOf(level) >= rankOf(own) || votesFor(text, level) > 0) return []
    if (
      namedBefore(text, body.start, level) ||
      [...names.places, ...names.bodies].some((known) => known.endsWith(body.text))
    )
      return []
    return [hitOf(text, body, level, own)]
  })
}

const rankOf = (level: string): number => ranks[level] ?? 0

function ownLevel(text: string, place: string | null): string | undefined {
  const written = place?.at(-1)
  if (written !== undefined && written in ranks) return written
  const votes = Object.keys(ranks).map((level) => ({ level, votes: votesFor(text, level) }))
  return votes.find(({ votes }) => votes >= 3)?.level
}

/** 全市, 我市, and whose head gives the report: 市长作的《工作报告》. */
function votesFor(text: string, level: string): number {
  return [...text.matchAll(new RegExp(`[全我]${level}|${level}长(?:的|作的)[《]?(?:政府)?工作报告`, 'g'))].length
}

/** 青禾县…，在县委的坚强领导下: the body of a place that the sentence names. */
function namedBefore(text: string, at: number, level: string): boolean {
  const { start } = sentenceAround(text, at, at)
  return new RegExp(`\\p{Script=Han}${level}`, 'u').test(text.slice(start, at))
}

function hitOf(text: string, body: { start: number; end: number; text: string }, level: string, own: string): Hit {
  const right = body.text.replaceAll(level, own)
  return {
    messageId: 'bodyOfOtherLevel',
    values: { found: body.text, name: right },
    start: body.start,
    end: body.end,
    evidence: [evidenceOf(text, body)],
    repairs: [
      {
        messageId: 'changeNames',
        values: { value: right, count: 1 },
        edits: [{ start: body.start, end: body.end, text: right }],
      },
    ],
  }
}
