import * as v from 'valibot'
import { currentFormat, highestCell, mostDecided, sectionKinds, widestCell, type Block, type Report } from './schema.ts'

/**
 * Reads a report from outside (file, journal, window). Unknown fields are kept, so that a newer minor version survives a
 * round trip; anything else that does not fit is a problem with the path at which it was found.
 */
export type ParsedReport =
  | { ok: true; report: Report; newer: boolean }
  /** `newer`: what does not fit may be the doing of a later program. */
  | { ok: false; problem: string; newer: boolean }

export function parseReport(raw: unknown): ParsedReport {
  const unsafe = findUnsafe(raw)
  if (unsafe) return { ok: false, problem: unsafe, newer: false }
  const result = v.safeParse(report, raw)
  if (!result.success) {
    const issue = result.issues[0]
    const newer = v.is(versionOfReport, raw) && raw.format.major > currentFormat.major
    return { ok: false, problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}`, newer }
  }
  const parsed = result.output as Report
  return { ok: true, report: parsed, newer: parsed.format.major > currentFormat.major }
}

/** Checks a body alone: clipboard, undo states of tests. */
export function isBody(raw: unknown): raw is Block[] {
  return findUnsafe(raw) === undefined && v.is(v.array(block), raw)
}

/** Deepest nesting of a report is table → row → cell → paragraph → leaf → revision; 64 leaves room for newer versions. */
const deepest = 64

/** `__proto__` as an own key and bottomless nesting are refused before anything walks the value. */
function findUnsafe(root: unknown): string | undefined {
  const stack: [unknown, number][] = [[root, 0]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [value, depth] = top
    if (typeof value !== 'object' || value === null) continue
    if (depth > deepest) return `deeper than ${deepest} levels`
    if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) return 'unsafe key __proto__'
    for (const child of Object.values(value)) stack.push([child, depth + 1])
  }
  return undefined
}

const optional = v.exactOptional
const flag = () => optional(v.literal(true))

const revision = v.looseObject({
  id: v.string(),
  author: v.string(),
  date: v.string(),
  move: optional(v.string()),
  dateUtc: optional(v.string()),
  also: optional(v.array(v.looseObject({ author: v.string(), date: v.string() }))),
  conflict: optional(v.looseObject({ name: v.string(), sides: v.array(v.number()) })),
})
const pending = { ins: optional(revision), del: optional(revision) }
const leafFormat = {
  bold: flag(),
  italic: flag(),
  underline: flag(),
  superscript: flag(),
  lead: flag(),
  xml: optional(v.string()),
}

const leaf = v.looseObject({
  text: v.string(),
  ...leafFormat,
  ...pending,
  fmt: optional(v.looseObject({ rev: revision, prev: v.looseObject(leafFormat) })),
  field: optional(v.looseObject({ indicator: v.string(), part: v.picklist(['value', 'growth', 'text']) })),
  indicator: optional(v.string()),
  carried: optional(v.string()),
  comments: optional(v.array(v.string())),
  points: optional(v.array(v.string())),
})

const voidChildren = v.tuple([v.looseObject({ text: v.literal('') })])
const inline = v.union([
  leaf,
  v.looseObject({ type: v.literal('note'), note: v.string(), ...pending, children: voidChildren }),
  v.looseObject({
    type: v.literal('opaque-inline'),
    xml: v.string(),
    label: v.string(),
    ...pending,
    children: voidChildren,
  }),
])

const align = optional(v.picklist(['left', 'center', 'right', 'justify']))
const sectionKind = v.picklist(sectionKinds)
const section = optional(sectionKind)
const state = optional(v.picklist(['draft', 'review', 'final']))
const guidance = optional(
  v.looseObject({ hint: v.string(), length: optional(v.string()), phrases: optional(v.array(v.string())) }),
)
const lineType = v.picklist(['title', 'meeting', 'speaker', 'salutation', 'heading', 'paragraph', 'list-item'])
const line = {
  children: v.pipe(v.array(inline), v.minLength(1)),
  align,
  mark: optional(
    v.looseObject({ ...pending, fmt: optional(v.looseObject({ rev: revision, xml: v.string() })), leaving: flag() }),
  ),
  pFmt: optional(v.looseObject({ rev: revision, prev: v.looseObject({ type: lineType }) })),
}

const paragraph = v.looseObject({ type: v.literal('paragraph'), ...line, section, state, guidance, flush: flag() })
const cell = v.looseObject({
  type: v.literal('table-cell'),
  colSpan: optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(widestCell))),
  rowSpan: optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(highestCell))),
  align,
  cellRev: optional(v.looseObject({ kind: v.picklist(['ins', 'del', 'merge']), rev: revision })),
  children: v.pipe(v.array(paragraph), v.minLength(1)),
})
const row = v.looseObject({
  type: v.literal('table-row'),
  header: flag(),
  ...pending,
  children: v.pipe(v.array(cell), v.minLength(1)),
})

const name = v.pipe(v.string(), v.maxLength(100))
const annexYear = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))
const annex = v.looseObject({
  kind: v.picklist(['results', 'targets']),
  year: annexYear,
  indicators: v.pipe(v.array(name), v.maxLength(2000)),
})
const chart = v.looseObject({
  indicator: name,
  title: v.pipe(v.string(), v.maxLength(300)),
  unit: v.pipe(v.string(), v.maxLength(20)),
  points: v.pipe(
    v.array(v.looseObject({ year: annexYear, value: v.pipe(v.string(), v.regex(/^-?\d{1,30}(?:\.\d{1,15})?$/)) })),
    v.minLength(1),
    v.maxLength(100),
  ),
  until: optional(annexYear),
})

const block = v.variant('type', [
  v.looseObject({ type: v.literal('title'), ...line }),
  v.looseObject({ type: v.literal('meeting'), ...line }),
  v.looseObject({ type: v.literal('speaker'), ...line }),
  v.looseObject({ type: v.literal('salutation'), ...line }),
  v.looseObject({
    type: v.literal('heading'),
    ...line,
    level: v.picklist([1, 2, 3, 4]),
    label: optional(v.string()),
    runIn: flag(),
    section,
    state,
    guidance,
  }),
  paragraph,
  v.looseObject({
    type: v.literal('list-item'),
    ...line,
    marker: v.picklist(['ordinal', 'decimal', 'circled', 'dash']),
    label: optional(v.string()),
  }),
  v.looseObject({
    type: v.literal('table'),
    columns: optional(v.array(v.pipe(v.number(), v.minValue(1)))),
    annex: optional(annex),
    children: v.pipe(v.array(row), v.minLength(1)),
  }),
  v.looseObject({ type: v.literal('page-break'), ...pending, children: voidChildren }),
  v.looseObject({
    type: v.literal('opaque'),
    xml: v.string(),
    label: v.string(),
    words: optional(v.string()),
    chart: optional(chart),
    ...pending,
    children: voidChildren,
  }),
])

const year = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)))
const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)))

const format = v.looseObject({
  name: v.literal('zhenggao'),
  major: v.pipe(v.number(), v.integer(), v.minValue(1)),
  minor: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
const versionOfReport = v.looseObject({ format })

const decidedChange = v.looseObject({
  id: v.string(),
  kind: v.picklist([
    'insert',
    'delete',
    'replace',
    'move',
    'format',
    'split',
    'join',
    'rowInsert',
    'rowDelete',
    'table',
  ]),
  author: v.string(),
  date: v.string(),
  old: v.string(),
  new: v.string(),
  format: optional(v.string()),
  place: v.looseObject({
    headings: v.array(v.string()),
    section: optional(sectionKind),
    paragraph: v.pipe(v.number(), v.integer(), v.minValue(0)),
    inTable: flag(),
    sentence: v.string(),
  }),
  decision: v.picklist(['accept', 'reject']),
  by: v.string(),
  at: v.string(),
})

const report = v.looseObject({
  format,
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  meta: v.looseObject({
    place: v.string(),
    level: v.picklist(['township', 'town', 'subdistrict', 'county', 'district', 'city', 'province', 'nation']),
    kind: v.picklist(['annual', 'half-year', 'term', 'blank']),
    year,
    meeting: v.looseObject({ congress: count, session: count }),
    speaker: v.looseObject({ office: v.string(), name: v.string() }),
    date: v.nullable(v.pipe(v.string(), v.isoDate())),
    stage: v.string(),
    classification: v.picklist(['', '内部', '秘密', '机密', '绝密']),
    source: optional(v.looseObject({ name: v.string(), format: v.picklist(['docx', 'txt', 'md']) })),
  }),
  body: v.pipe(v.array(block), v.minLength(1)),
  notes: v.record(v.string(), v.looseObject({ kind: v.picklist(['footnote', 'endnote', 'term']), text: v.string() })),
  checks: v.looseObject({
    ignored: v.array(
      v.looseObject({
        fingerprint: v.string(),
        rule: v.string(),
        reason: v.string(),
        by: v.string(),
        at: v.string(),
        quote: v.string(),
        indicator: optional(v.string()),
      }),
    ),
  }),
  review: optional(
    v.looseObject({
      tracking: v.picklist(['off', 'on', 'locked']),
      comments: v.array(
        v.looseObject({
          id: v.string(),
          author: v.string(),
          initials: v.string(),
          date: v.string(),
          dateUtc: optional(v.string()),
          paragraphs: v.array(v.string()),
          parent: optional(v.string()),
          done: v.boolean(),
        }),
      ),
      opinions: v.record(
        v.string(),
        v.looseObject({ answer: v.picklist(['adopted', 'partly', 'declined']), reason: v.string() }),
      ),
      decided: optional(v.pipe(v.array(decidedChange), v.maxLength(mostDecided))),
      decidedDropped: optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
  pledges: optional(
    v.array(
      v.looseObject({
        year,
        words: v.string(),
        decision: v.picklist(['dropped', 'told']),
        reason: v.string(),
        quote: v.string(),
        by: v.string(),
        at: v.string(),
      }),
    ),
  ),
})
