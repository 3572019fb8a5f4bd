import type { Statement } from '../../indicators/statement.ts'
import { baseIntervalOf, disjoint, sameDimension } from '../../numbers/interval.ts'
import { movedQuantity, type Quantity } from '../../numbers/quantity.ts'
import { printedAmount } from '../amounts.ts'
import { entryOf } from '../entry-of.ts'
import type { Hit, Severity } from '../finding.ts'
import type { Outcome, ParagraphReading, Placed, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf, paragraphAround } from '../text-spans.ts'

/**
 * One indicator of one year, or the investment of one named project, with two values. Only what the catalogue knows is
 * compared by indicator: open names are alike too easily.
 */
export const sameFactTwice: ReportRule<ProjectInvestment[]> = {
  id: 'same-fact-twice',
  kind: 'same-indicator-different-value',
  severity: 'error',
  read: readProjects,
  checkReport(report, placed) {
    return [...compareStatements(report), ...compareProjects(report.text, placed)]
  },
}

interface ProjectInvestment {
  name: string
  value: Quantity
}

const project = '[\\p{Script=Han}]{2,14}?(?:厂|公司|项目|园|中心|酒店|市场|基地|工程|大桥|学校|医院|电站|广场|集团)'
const named = new RegExp(`^的(${project})(?![\\p{Script=Han}]*?[、等])`, 'u')

/** 一期 and 二期 of one project cost each its own. */
const partBehind = /^[\p{Script=Han}（(]{0,6}[一二三四五六][期标段]/u
/** 高标准农田项目, 老旧小区改造工程: many are called so. */
const kindOfProject =
  /^(?:[\p{Script=Han}]{0,6}(?:农田|小区|水利|道路|公路|饮水|安全饮水|污水|垃圾|厕所|绿化|亮化|教育|卫生|医疗|文化|养老|扶贫|衔接|产业|基础设施|招商|工业|农业|旅游|光伏|电网|林业|改造|整治|治理|建设|配套|提升|修复|防洪|灌溉))(?:项目|工程|基地)$/u

function isOwnName(name: string): boolean {
  return name.length >= 4 && !/[个多]/.test(name) && !kindOfProject.test(name)
}

/** 总投资1650万元的锦绣纺织厂. */
function readProjects({ text, quantities }: ParagraphReading): ProjectInvestment[] | undefined {
  const found = quantities.flatMap((value) => {
    if (value.kind !== 'money' || value.qualifier !== '') return []
    if (!/(?:^|[^成计期年度内])投资$/.test(text.slice(Math.max(0, value.start - 5), value.start))) return []
    const name = named.exec(text.slice(value.end, value.end + 24))?.[1]
    return name &&
      isOwnName(name) &&
      !partBehind.test(text.slice(value.end + 1 + name.length, value.end + 12 + name.length))
      ? [{ name, value }]
      : []
  })
  return found.length > 0 ? found : undefined
}

function compareProjects(text: string, placed: readonly Placed<ProjectInvestment[]>[]): Outcome[] {
  const first = new Map<string, Quantity>()
  return placed.flatMap(({ start, facts }) =>
    facts.flatMap(({ name, value }): Outcome[] => {
      const here = movedQuantity(value, start)
      const known = first.get(name)
      if (!known) {
        first.set(name, here)
        return []
      }
      return [compared(text, known, here, name, 'error')]
    }),
  )
}

/** Results of one year and period; of several values each is compared with the first. */
function compareStatements(report: ReportView): Outcome[] {
  const first = new Map<string, Statement>()
  const paragraphs = new Map<string, boolean>()
  const isOfOtherPeriod = (text: string): boolean => {
    const known = paragraphs.get(text)
    if (known !== undefined) return known
    const found = otherPeriod.test(text)
    paragraphs.set(text, found)
    return found
  }
  return report.statements.flatMap((statement): Outcome[] => {
    const key = keyOf(report, statement, isOfOtherPeriod)
    if (!key || !statement.value) return []
    const known = first.get(key)
    if (!known?.value) {
      first.set(key, statement)
      return []
    }
    if (!sameDimension(known.value, statement.value)) return []
    return [compared(report.text, known.value, statement.value, statement.indicator, 'warning')]
  })
}

/** A paragraph that looks back on five years states sums and levels side by side with those of the last. */
const otherPeriod = /五年|[一二三四五六]五[”"]|期间|累计|以来|年均|个项目|奖补|争取/

/** Of two levels, or before and after the accounts were closed. */
const otherCount = /口径|决算|快报|调整[前后]/

/** Only exact results of the own place, with the year known. */
function keyOf(
  report: ReportView,
  statement: Statement,
  isOfOtherPeriod: (text: string) => boolean,
): string | undefined {
  const { indicator, role, provisional, place, period, section, bound } = statement
  if (bound !== 'exact') return undefined
  if (role !== 'achieved' || provisional || place !== '' || section !== 'review') return undefined
  if (period !== 'year' && period !== 'point') return undefined
  const entry = entryOf(report.indicators, indicator)
  if (!entry?.headline || entry.expands) return undefined
  const paragraph = paragraphAround(report.paragraphs, statement)
  if (!paragraph || isOfOtherPeriod(paragraph.text)) return undefined
  if (otherCount.test(report.text.slice(statement.sentenceStart, statement.sentenceEnd))) return undefined
  const year = relativeYear(statement, report.year)
  return year === null ? undefined : [indicator, statement.surface, year, period].join('|')
}

function compared(text: string, first: Quantity, second: Quantity, name: string, severity: Severity): Outcome {
  const figures = [first, second]
  if (!disjoint(baseIntervalOf(first), baseIntervalOf(second))) return { holds: 'yes', figures }
  const wide = disjoint(baseIntervalOf(first, 'wide'), baseIntervalOf(second, 'wide'))
  return hitOf(text, first, second, name, wide ? severity : 'note')
}

function hitOf(text: string, first: Quantity, second: Quantity, name: string, severity: Severity): Hit {
  return {
    messageId: 'twoValues',
    indicator: name,
    values: { name, first: printedAmount(first), second: printedAmount(second) },
    start: second.start,
    end: second.end,
    severity,
    evidence: [evidenceOf(text, first), evidenceOf(text, second)],
    repairs: [
      {
        messageId: 'changeValue',
        values: { value: printedAmount(first) },
        edits: [{ start: second.start, end: second.end, text: printedAmount(first) }],
      },
      {
        messageId: 'changeEarlier',
        values: { value: printedAmount(second) },
        edits: [{ start: first.start, end: first.end, text: printedAmount(second) }],
      },
    ],
  }
}
