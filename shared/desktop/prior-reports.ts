import * as v from 'valibot'

/** Reports of ten years; checks compare with one or two. */
export const mostPriorReports = 10

/** Characters of one of them: six times the longest report; the journal sends them along each second. */
export const longestPriorText = 300_000

/** Earlier reports of the same place, as plain text for comparison, newest first. They are kept in the report's file. */
export const priorReportsSchema = v.pipe(
  v.array(
    v.object({
      /** Tells them apart: evidence names its source by it. */
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      text: v.pipe(v.string(), v.maxLength(longestPriorText)),
    }),
  ),
  v.maxLength(mostPriorReports),
)

export type PriorReport = v.InferOutput<typeof priorReportsSchema>[number]

/** Undefined: not what this program writes. */
export function readPriorReports(raw: unknown): PriorReport[] | undefined {
  const result = v.safeParse(priorReportsSchema, raw)
  return result.success ? result.output : undefined
}
