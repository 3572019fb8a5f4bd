import type { Formulation } from '../../templates/templates.ts'
import type { Hit, Repair, Severity } from '../finding.ts'
import type { LineView, ParagraphReading, Placed, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'
import { createWordFinder, type FoundWords } from '../word-finder.ts'

/**
 * Fixed formulations against the dated list: known wrong forms, forms with one inner character lost or changed, forms that
 * did not exist in the year of the report, and campaigns that have ended but stand in the plan as a task.
 */
export const formulation: ReportRule<FoundForm[]> = {
  id: 'formulation',
  kind: 'fixed-formulation',
  severity: 'error',
  aboutWording: true,
  read: readForms,
  checkReport(report, placed) {
    return placed.flatMap(({ start, facts }: Placed<FoundForm[]>) =>
      facts.flatMap((found) => {
        const hit = judge(report, found, start)
        return hit ? [hit] : []
      }),
    )
  },
}

interface FoundForm {
  form: 'wrong' | 'near' | 'right'
  item: Formulation | undefined
  start: number
  end: number
  /** What it should read; the edit restores it with as little change as possible. */
  right: string
  edit?: { start: number; end: number; text: string }
}

/** Malformed idioms and verbs that no dated item covers. */
const malformed: { pattern: RegExp; right: string; severity: Severity }[] = [
  { pattern: /民计民生/g, right: '国计民生', severity: 'warning' },
  { pattern: /贯彻落(?=习近平|党的|党中央|中央|省委|市委|县委)/g, right: '贯彻落实', severity: 'error' },
]

/** One character beside a listed form and right all the same. */
const alsoRight = [
  '党纪学习教育',
  '习近平强军思想',
  '习近平外交思想',
  '习近平经济思想',
  '习近平法治思想',
  '习近平文化思想',
  '全面建设小康社会',
  '全面建成小康社会',
  '全面小康社会',
  '中国现代化建设',
  '中国现代化事业',
  '建设社会主义和谐社会',
  '稳中求进总基调',
  '以习近平总书记为核心的党中央',
]

/** No slips of the pen before there was the formulation (中国式现代化), nor where the year is not known. */
const rightBefore = new Set(['中国现代化'])

function readForms({ text, formulations }: ParagraphReading): FoundForm[] | undefined {
  const { forms, find } = listOf(formulations)
  const plain = stripped(text)
  const words = find(plain.text)
  const found: FoundForm[] = []
  const exact: { start: number; end: number }[] = []
  for (const { item, right, wrong } of words.size > 0 ? forms : []) {
    for (const at of words.get(right) ?? []) {
      exact.push({ start: at, end: at + right.length })
      found.push({ form: 'right', item, right: item.text, ...spanOf(plain, at, at + right.length) })
    }
    for (const form of wrong) {
      for (const at of words.get(form) ?? []) {
        exact.push({ start: at, end: at + form.length })
        found.push({ form: 'wrong', item, right: item.text, ...spanOf(plain, at, at + form.length) })
      }
    }
  }
  for (const text of alsoRight) {
    for (const at of words.get(text) ?? []) exact.push({ start: at, end: at + text.length })
  }
  for (const form of words.size > 0 ? forms : []) found.push(...nearForms(plain, form, words, exact))
  for (const { pattern, right } of malformed) {
    for (const match of text.matchAll(pattern)) {
      if (found.some(({ start, end }) => start <= match.index && match.index < end)) continue
      found.push({ form: 'wrong', item: undefined, right, start: match.index, end: match.index + match[0].length })
    }
  }
  return found.length > 0 ? found : undefined
}

/** The text without blanks and quotation marks, and where each of its units stood. */
interface Stripped {
  text: string
  at: number[]
}

function stripped(text: string): Stripped {
  const at: number[] = []
  let plain = ''
  const keep = (start: number, end: number): void => {
    plain += text.slice(start, end)
    for (let index = start; index < end; index++) at.push(index)
  }
  let kept = 0
  for (const { index, 0: left } of text.matchAll(/[\s\u3000“”"「」]+/g)) {
    keep(kept, index)
    kept = index + left.length
  }
  keep(kept, text.length)
  return { text: plain, at }
}

/** A formulation as it is looked for: without blanks and quotation marks. */
interface SoughtForm {
  item: Formulation
  right: string
  wrong: string[]
  /** The two halves by which a near form is found; undefined where one is too likely another word. */
  halves: [string, string] | undefined
}

interface SoughtList {
  forms: SoughtForm[]
  find: (text: string) => FoundWords
}

const lists = new WeakMap<readonly Formulation[], SoughtList>()

/** One list of formulations is made ready once. */
function listOf(formulations: readonly Formulation[]): SoughtList {
  let list = lists.get(formulations)
  if (!list) {
    const forms = formulations.map(soughtForm)
    const words = forms.flatMap(({ right, wrong, halves = [] }) => [right, ...wrong, ...halves])
    list = { forms, find: createWordFinder([...words, ...alsoRight]) }
    lists.set(formulations, list)
  }
  return list
}

function soughtForm(item: Formulation): SoughtForm {
  const right = stripped(item.text).text
  const wrong = (item.wrongForms ?? []).map((form) => stripped(form).text).filter((form) => !right.includes(form))
  const half = Math.floor(right.length / 2)
  return { item, right, wrong, halves: mayBeNear(item, right) ? [right.slice(0, half), right.slice(half)] : undefined }
}

/** Meetings and statistical names differ from each other by one character; short forms are near too many words. */
function mayBeNear({ kind }: Formulation, right: string): boolean {
  return kind !== 'meeting' && kind !== 'stat-term' && right.replace(/\P{Script=Han}/gu, '').length >= 6
}

function spanOf({ at }: Stripped, from: number, to: number): { start: number; end: number } {
  const start = at[from] ?? 0
  return { start, end: (at[to - 1] ?? start) + 1 }
}

const hanzi = /\p{Script=Han}/u
/** 经济发展的常态化 is another phrase, no slip of the pen in 经济发展新常态. */
const particle = /[的和与及之了为在]/

function nearForms(
  plain: Stripped,
  { item, right, halves }: SoughtForm,
  words: FoundWords,
  taken: readonly { start: number; end: number }[],
): FoundForm[] {
  if (!halves) return []
  const [first, second] = halves
  const starts = [
    ...(words.get(first) ?? []),
    ...(words.get(second) ?? []).flatMap((at) => [at - first.length, at - first.length + 1]),
  ]
  return [...new Set(starts)].flatMap((start) => {
    const change = oneChange(plain.text, start, right)
    if (!change) return []
    const at = start + change.index
    // A right form around the change makes it no slip; right forms elsewhere in a long one do not excuse it.
    if (taken.some((one) => one.start <= at && at < one.end)) return []
    const unit = right.charAt(change.index)
    const raw = plain.at[at] ?? 0
    const edit = change.lost ? { start: raw, end: raw, text: unit } : { start: raw, end: raw + 1, text: unit }
    return [{ form: 'near' as const, item, right: item.text, edit, ...spanOf(plain, start, change.end) }]
  })
}

/** Exactly one inner hanzi of the form is lost or another in the text at `start`. */
function oneChange(
  text: string,
  start: number,
  right: string,
): { index: number; lost: boolean; end: number } | undefined {
  let index = 0
  while (index < right.length && text.charAt(start + index) === right.charAt(index)) index++
  if (index === 0 || index >= right.length - 1 || !hanzi.test(right.charAt(index))) return undefined
  const rest = right.slice(index + 1)
  if (text.startsWith(rest, start + index)) {
    return { index, lost: true, end: start + right.length - 1 }
  }
  if (
    hanzi.test(text.charAt(start + index)) &&
    !particle.test(text.charAt(start + index)) &&
    text.startsWith(rest, start + index + 1)
  ) {
    return { index, lost: false, end: start + right.length }
  }
  return undefined
}

function judge(report: ReportView, found: FoundForm, by: number): Hit | undefined {
  const { text } = report
  const span = { start: found.start + by, end: found.end + by }
  const { item } = found
  const from = item ? yearIn(item.validFrom) : null
  if (rightBefore.has(text.slice(span.start, span.end)) && (report.year ?? 0) < (from ?? 0)) return undefined
  if (found.form !== 'right') return wrongForm(text, found, span, by)
  if (!item || report.year === null) return undefined
  // A campaign is announced in the report of the year before.
  if (from !== null && report.year < from - 1 && isNamed(item)) {
    return datedHit(text, 'formulationTooEarly', item, span, item.confirmed ? 'error' : 'note', { since: String(from) })
  }
  const until = yearIn(item.supersededAbout)
  if (until === null || report.year <= until || !isCurrentTask(report, span)) return undefined
  const values = { since: String(until), replaced: item.replacedBy ?? '' }
  if (!item.replacedBy) return datedHit(text, 'formulationEnded', item, span, 'note', values)
  return datedHit(text, 'formulationReplaced', item, span, item.confirmed ? 'warning' : 'note', values)
}

function wrongForm(
  text: string,
  { item, right, edit }: FoundForm,
  span: { start: number; end: number },
  by: number,
): Hit {
  const own = malformed.find((one) => one.right === right)
  const severity = item ? (item.confirmed ? 'error' : 'note') : (own?.severity ?? 'warning')
  const edits = edit ? [{ ...edit, start: edit.start + by, end: edit.end + by }] : [{ ...span, text: right }]
  const repair: Repair = { messageId: 'changeForm', values: { value: right }, edits }
  return {
    messageId: 'formulationWrong',
    values: { found: text.slice(span.start, span.end), right },
    ...span,
    severity,
    evidence: [evidenceOf(text, span)],
    repairs: [repair],
  }
}

function datedHit(
  text: string,
  messageId: string,
  item: Formulation,
  span: { start: number; end: number },
  severity: Severity,
  values: Record<string, string>,
): Hit {
  return { messageId, values: { found: item.text, ...values }, ...span, severity, evidence: [evidenceOf(text, span)] }
}

const yearIn = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)))

/** Everyday words (新发展阶段, 高质量发展) were written before they became a formulation; a name in marks was not. */
const isNamed = ({ text, kind }: Formulation): boolean => /[“”]/.test(text) || ['leader', 'theory'].includes(kind)

const planSections = new Set(['guidance', 'targets', 'tasks', 'self-building'])
const asHistory =
  /巩固|拓展|成果|成效|成绩|以来|收官|圆满|完成|经过|精神|经验|后[，,]|衔接|乡村振兴|形成的?资产|投入形成|常态化|原|曾/

/** In the plan, and not as something that is over: 巩固拓展脱贫攻坚成果 speaks of the past. */
function isCurrentTask({ text, lines }: ReportView, { start, end }: { start: number; end: number }): boolean {
  const line = lineAt(lines, start)
  if (!line?.section || !planSections.has(line.section)) return false
  return !asHistory.test(text.slice(Math.max(line.start, start - 10), Math.min(line.end, end + 12)))
}

function lineAt(lines: readonly LineView[], at: number): LineView | undefined {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return lines[low]
}
