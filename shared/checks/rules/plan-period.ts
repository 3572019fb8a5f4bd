import type { Outcome, ParagraphReading, ReportRule, ReportView } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * Five-year plans and legal education plans have fixed years: 2026年是“十五五”开局之年. The n-th plan starts in
 * 1966 + 5 (n − 3), the n-th plan of legal education in 1986 + 5 (n − 1).
 */
export const planPeriod: ReportRule<PlanMention[]> = {
  id: 'plan-period',
  kind: 'wrong-year',
  severity: 'error',
  read: readMentions,
  checkReport(report, placed) {
    return placed.flatMap(({ start, facts }) => facts.flatMap((mention) => judge(report, mention, start)))
  },
}

interface PlanMention {
  /** 十五 … 十五五, by number; legal education 四 … 九. */
  plan: number
  kind: 'plan' | 'law'
  phase: 'first' | 'last' | 'middle' | 'within'
  /** 今年 is the year of the report, 去年 the one before. */
  year: number | 'this' | 'last'
  start: number
  end: number
}

const year = '(今年|去年|(?:19|20)\\d\\d年)'
const plan = '[“"‘]?(十[一二三四五六]?五|[一二三四五六七八九]五)[”"’]?'
const phases = '(开局|起步|收官|最后一年|承上启下|承前启后|中期|中间|第三年)'
/** 为“十五五”良好开局奠基 looks ahead; 谋划, 编制 and 衔接 as well. */
const ahead =
  /谋划|开启|迈向|编制|展望|蓄势|奠基|奠定|打好?基础|筹备|冲刺|迎接|衔接|下一个|是为[“"‘]?$|夯实|创造条件|规划建议|前期|起草/

const statement = new RegExp(
  `${year}[，,]?(?:是|为|作为|既是|正是)[^。；;\\n]{0,60}?${plan}[^。；;，,“”\\n]{0,16}?${phases}`,
  'dg',
)

function readMentions({ text }: ParagraphReading): PlanMention[] | undefined {
  const found: PlanMention[] = []
  for (const match of text.matchAll(statement)) {
    const [, when = '', name = '', phase = ''] = match
    const [start, end] = match.indices?.[2] ?? [match.index, match.index]
    const before = text.slice(match.index, start)
    if (ahead.test(before.slice(-16)) || ahead.test(text.slice(end, match.index + match[0].length + 8))) continue
    found.push({
      ...(name.startsWith('十')
        ? { kind: 'plan', plan: planNumber(name) }
        : { kind: 'law', plan: digit(name.charAt(0)) }),
      phase: phaseOf(phase),
      year: when === '今年' ? 'this' : when === '去年' ? 'last' : Number(when.slice(0, 4)),
      start,
      end,
    })
  }
  return found.length > 0 ? found : undefined
}

const digit = (han: string): number => '一二三四五六七八九'.indexOf(han) + 1
/** 十五 is the tenth plan, 十一五 the eleventh. */
const planNumber = (name: string): number => (name.length === 2 ? 10 : 10 + digit(name.charAt(1)))

function phaseOf(word: string): PlanMention['phase'] {
  if (word === '开局' || word === '起步') return 'first'
  if (word === '收官' || word === '最后一年') return 'last'
  return 'middle'
}

function judge(report: ReportView, mention: PlanMention, by: number): Outcome[] {
  const year = yearOf(report, mention)
  if (year === null) return []
  const first = mention.kind === 'plan' ? 1966 + 5 * (mention.plan - 3) : 1986 + 5 * (mention.plan - 1)
  const expected = { first, last: first + 4, middle: first + 2, within: first }[mention.phase]
  if (year === expected) return []
  // The middle is a matter of style: the second and the fourth year are called so too.
  if (mention.phase === 'middle' && year > first && year < first + 4) return []
  const fitting = nameFor(year, mention.phase)
  const span = { start: mention.start + by, end: mention.end + by }
  const printed = report.text.slice(span.start, span.end)
  const inner = /十[一二三四五六]?五/.exec(printed)
  return [
    {
      messageId: 'planPeriod',
      values: { plan: printed, first, last: first + 4, year },
      ...span,
      evidence: [evidenceOf(report.text, span)],
      repairs:
        fitting && inner
          ? [
              {
                messageId: 'changeTo',
                values: { value: fitting },
                edits: [
                  { start: span.start + inner.index, end: span.start + inner.index + inner[0].length, text: fitting },
                ],
              },
            ]
          : [],
    },
  ]
}

function yearOf(report: ReportView, mention: PlanMention): number | null {
  if (typeof mention.year === 'number') return mention.year
  if (report.year === null) return null
  return mention.year === 'this' ? report.year : report.year - 1
}

/** The plan whose first, last or middle year this is. */
function nameFor(year: number, phase: PlanMention['phase']): string | undefined {
  const start = { first: year, last: year - 4, middle: year - 2, within: year }[phase]
  const number = (start - 1966) / 5 + 3
  if (!Number.isInteger(number) || number < 10 || number > 16) return undefined
  return `十${'一二三四五六'.charAt(number - 11)}五`
}
