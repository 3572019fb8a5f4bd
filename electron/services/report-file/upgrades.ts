import { currentFormat } from '../../../shared/report/schema.ts'

/** Turns a report of major version N into one of N + 1. A step is never changed once files of its version exist. */
type Upgrade = (report: Record<string, unknown>) => Record<string, unknown>

/** By the major version that the step starts from. Version 1 is the first, so there is none yet. */
const upgrades: Readonly<Record<number, Upgrade>> = {}

/** Brings a stored report to the current major version; a newer one stays as it is and is opened read-only. */
export function upgradeReport(
  raw: unknown,
  steps: Readonly<Record<number, Upgrade>> = upgrades,
  target = currentFormat,
): unknown {
  let report = raw
  for (let major = majorOf(report); major !== undefined && major < target.major; major = majorOf(report)) {
    const step = steps[major]
    if (!step) return report
    report = { ...step(report as Record<string, unknown>), format: { name: target.name, major: major + 1, minor: 0 } }
  }
  return report
}

function majorOf(report: unknown): number | undefined {
  if (typeof report !== 'object' || report === null || !('format' in report)) return undefined
  const { format } = report
  if (typeof format !== 'object' || format === null || !('major' in format)) return undefined
  return typeof format.major === 'number' && format.major >= 1 ? format.major : undefined
}
