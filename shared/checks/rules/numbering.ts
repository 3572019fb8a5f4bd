import type { Hit, Repair } from '../finding.ts'
import {
  isRunning,
  labelOf,
  movedMark,
  numberText,
  readMarks,
  standsBetween,
  type Mark,
  type Style,
} from '../list-marks.ts'
import type { ReportRule, ReportView } from '../rule.ts'

/**
 * Numbers of headings, list items and series in their order: each style counts from one within its parent, a parent being
 * whichever list was open when it began. A series (一是…) counts within its section, since 一是 often ends a paragraph.
 */
export const numbering: ReportRule<Mark[]> = {
  id: 'numbering',
  kind: 'numbering',
  severity: 'error',
  read: readMarks,
  checkReport(report, placed) {
    const marks = placed.flatMap(({ start, facts }) => facts.map((mark) => movedMark(mark, start)))
    return [...checkLists(report, marks), ...checkSeries(report, marks)]
  },
}

interface OpenList {
  style: Style
  marks: Mark[]
  /** Numbers that may come next; two after a repeated number, whichever of the pair was wrong. */
  next: number[]
}

function checkLists({ text, lines }: ReportView, all: readonly Mark[]): Hit[] {
  const marks = all.filter((mark) => !isRunning(mark))
  const hits: Hit[] = []
  const closed: OpenList[] = []
  const stack: OpenList[] = []
  const lastCount = new Map<Style, number>()
  let before: Mark | undefined
  marks.forEach((mark, index) => {
    const depth = stack.findLastIndex(({ style }) => style === mark.style)
    const open = stack[depth]
    if (mark.bare) {
      const asked = open ? open.next.includes(mark.count) && depth === stack.length - 1 : runsOn(text, mark, before)
      if (!asked) return
      hits.push(hitOf(text, 'numberWithoutPoint', mark, [before ?? mark], 'warning'))
    }
    if (open && (mark.count !== 1 || repeatsFirst(marks, index, open))) {
      closed.push(...stack.splice(depth + 1))
      const hit = checkNext(text, open, mark, marks)
      if (hit) hits.push(hit)
      open.marks.push(mark)
    } else {
      if (open) {
        const hit = restarted(text, lines, open, mark)
        if (hit) hits.push(hit)
        closed.push(...stack.splice(depth))
      }
      if (mark.count !== 1 && lastCount.get(mark.style) !== mark.count - 1) {
        const hit = firstMissing(text, lines, mark, before)
        if (hit) hits.push(hit)
      }
      stack.push({ style: mark.style, marks: [mark], next: [mark.count + 1] })
    }
    lastCount.set(mark.style, mark.count)
    before = mark
  })
  closed.push(...stack)
  return [...hits, ...closed.flatMap((list) => mixedForms(text, list)), ...loneChapter(text, marks)]
}

/** （七） and then （一） under the same heading: the heading between them is lost. A list that is announced may start anew. */
function restarted(text: string, lines: ReportView['lines'], { style, marks }: OpenList, mark: Mark): Hit | undefined {
  const last = marks.at(-1)
  if (style !== 'section' || !last || last.count < 4 || !mark.head || !last.head) return undefined
  const between = lines.filter((line) => line.start > last.start && line.start < mark.start)
  const above = between.findLast((line) => line.role !== 'blank')
  if (!above || /[：:]\s*$/.test(above.text) || between.some((line) => line.opens ?? line.role === 'heading'))
    return undefined
  return hitOf(text, 'numberRestarted', mark, [last], 'warning')
}

/** …工程1.增强…。2优化…: the number before it stands inside a line, run together with a title. */
function runsOn(text: string, mark: Mark, before: Mark | undefined): boolean {
  return before !== undefined && standsBetween(text, 'item', mark.count - 1, before.end, mark.start)
}

/** 一、 一、 三、: the second is a repeated number and no new list, because the third goes on. */
function repeatsFirst(marks: readonly Mark[], index: number, open: OpenList): boolean {
  if (open.marks.length !== 1) return false
  const next = marks.slice(index + 1).find(({ style, bare }) => style === open.style && !bare)
  return next?.count === 3
}

function checkNext(text: string, open: OpenList, mark: Mark, marks: readonly Mark[]): Hit | undefined {
  const last = open.marks.at(-1)
  const expected = open.next[0] ?? 1
  if (!last || open.next.includes(mark.count)) {
    open.next = [mark.count + 1]
    return undefined
  }
  if (mark.count === last.count) {
    open.next = [mark.count + 2, mark.count + 1]
    return hitOf(text, 'numberRepeated', mark, [last], 'error', [renumber(mark, mark.count + 1)])
  }
  open.next = [mark.count + 1]
  if (mark.count < last.count) return hitOf(text, 'numberRepeated', mark, [last], 'warning')
  if (standsBetween(text, mark.style, expected, last.end, mark.start)) return undefined
  const followers = marks.slice(marks.indexOf(mark)).filter((other) => other.style === mark.style)
  const run = followers.slice(0, followers.findIndex(({ count }, i) => count !== mark.count + i) >>> 0)
  const repair = renumberAll(run, expected - mark.count, labelOf(mark, expected))
  return hitOf(text, 'numberSkipped', mark, [last], 'error', [repair], labelOf(mark, expected))
}

function firstMissing(text: string, lines: ReportView['lines'], mark: Mark, before: Mark | undefined): Hit | undefined {
  if (!mark.head || (mark.style !== 'chapter' && mark.count > 3)) return undefined
  const from = Math.max(before?.end ?? 0, mark.start - 8000)
  if (standsBetween(text, mark.style, mark.count - 1, from, mark.start)) return undefined
  if (standsBetween(text, mark.style, 1, from, mark.start)) return undefined
  const hit = hitOf(text, 'numberFirstMissing', mark, [], 'error', [], labelOf(mark, 1))
  const above = lines.findLast((line) => line.role === 'body' && line.end <= mark.start)
  if (above && (!before || above.start >= before.start)) {
    const head = { start: above.start, end: Math.min(above.end, above.start + 40) }
    hit.evidence = [{ sentence: head, marks: [head] }, ...(hit.evidence ?? [])]
  }
  return hit
}

/** A text with 一、 and nothing after it has lost the heading of its second part. */
function loneChapter(text: string, marks: readonly Mark[]): Hit[] {
  const chapters = marks.filter(({ style, head }) => style === 'chapter' && head)
  const [only] = chapters
  if (!only || chapters.length > 1 || only.count !== 1 || text.length - only.end < 2000) return []
  return [hitOf(text, 'numberAlone', only, [], 'warning')]
}

function mixedForms(text: string, list: OpenList): Hit[] {
  const marks = list.marks.filter((mark) => !mark.bare)
  const counts = new Map<string, number>()
  for (const { form } of marks) counts.set(form, (counts.get(form) ?? 0) + 1)
  const usual = [...counts].sort((a, b) => Number(isHalfWidth(a[0])) - Number(isHalfWidth(b[0])) || b[1] - a[1])[0]?.[0]
  const odd = marks.find(({ form }) => form !== usual)
  const example = marks.find(({ form }) => form === usual)
  if (!odd || !example) return []
  return [hitOf(text, 'numberForms', odd, [example], 'note', [], text.slice(example.start, example.end))]
}

const isHalfWidth = (form: string): boolean => /[(\s]/.test(form.replace(/^- /, ''))

/** 一是…二是…, 第一，第二，: within a section, which a heading ends. */
function checkSeries({ text }: ReportView, all: readonly Mark[]): Hit[] {
  const hits: Hit[] = []
  const open = new Map<Style, OpenList>()
  const finish = (): void => {
    for (const list of open.values()) hits.push(...loneFirst(text, list, text.length))
    open.clear()
  }
  for (const mark of all) {
    if (!isRunning(mark)) {
      if (mark.head && (mark.style === 'chapter' || mark.style === 'section')) finish()
      continue
    }
    const list = open.get(mark.style)
    if (list && (mark.count !== 1 || repeatsFirst(all, all.indexOf(mark), list))) {
      const hit = checkNext(text, list, mark, all)
      if (hit) hits.push(hit)
      list.marks.push(mark)
      continue
    }
    if (list) hits.push(...loneFirst(text, list, mark.start))
    open.set(mark.style, { style: mark.style, marks: [mark], next: [mark.count + 1] })
  }
  finish()
  return hits
}

function loneFirst(text: string, { style, marks }: OpenList, until: number): Hit[] {
  const [only] = marks
  if (!only || marks.length > 1 || only.count !== 1) return []
  const after = text.slice(only.end, Math.min(until, only.end + 600))
  if (/二[是要、，)）]|第二|其次|另一|另外/.test(after)) return []
  return style === 'series' ? [hitOf(text, 'numberAlone', only, [], 'note')] : []
}

function hitOf(
  text: string,
  messageId: string,
  mark: Mark,
  others: readonly Mark[],
  severity: Hit['severity'] & string,
  repairs: Repair[] = [],
  expected = labelOf(mark, mark.count + 1),
): Hit {
  return {
    messageId,
    values: { found: text.slice(mark.start, mark.end), expected },
    start: mark.start,
    end: mark.end,
    severity,
    evidence: [...others, mark].map((one) => {
      const line = { start: one.start, end: Math.min(lineEnd(text, one.start), one.start + 60) }
      return { sentence: line, marks: [{ start: one.start, end: one.end }] }
    }),
    repairs,
  }
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

function renumber(mark: Mark, count: number): Repair {
  return renumberAll([mark], count - mark.count, labelOf(mark, count))
}

function renumberAll(marks: readonly Mark[], by: number, value: string): Repair {
  const edits = marks.map((mark) => ({
    start: mark.digitsStart,
    end: mark.digitsEnd,
    text: numberText(mark, mark.count + by),
  }))
  return { messageId: 'renumber', values: { value }, edits }
}
