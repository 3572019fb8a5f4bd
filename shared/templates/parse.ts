import * as v from 'valibot'
import { sectionKinds } from '../report/schema.ts'
import type { Templates } from './templates.ts'

/** The data files as read; sections, structures and presets by file name, a file holding one entry or a list of them. */
export interface RawTemplates {
  sections: Record<string, unknown>
  structures: Record<string, unknown>
  presets: Record<string, unknown>
  indicators: unknown
  formulations: unknown
  usage: unknown
  terms: unknown
}

/** Checks the data of `templates/`; what does not fit is an error that names the file and the place in it. */
export function parseTemplates(raw: RawTemplates): Templates {
  const sections = entries('sections', raw.sections, section)
  const structures = entries('structures', raw.structures, structure)
  const known = new Set(sections.map((entry) => entry.id))
  for (const { id, sections: wanted } of structures) {
    const missing = wanted.filter((name) => !known.has(name))
    if (missing.length > 0) throw new Error(`structures: ${id} names unknown sections ${missing.join(', ')}`)
  }
  return {
    sections,
    structures,
    presets: entries('page-presets', raw.presets, preset),
    indicators: parse('indicators.json', v.array(indicator), raw.indicators),
    formulations: parse('formulations.json', formulationListSchema, raw.formulations),
    usage: parse('usage.json', usage, raw.usage),
    terms: parse('terms.json', v.array(term), raw.terms),
  }
}

function entries<Entry extends { id: string }>(
  folder: string,
  files: Record<string, unknown>,
  schema: v.GenericSchema<unknown, Entry>,
): Entry[] {
  const all = Object.entries(files).flatMap(([name, raw]) => {
    const where = `${folder}/${name}`
    return Array.isArray(raw) ? parse(where, v.array(schema), raw) : [parse(where, schema, raw)]
  })
  const seen = new Set<string>()
  for (const { id } of all) {
    if (seen.has(id)) throw new Error(`${folder}: two entries have the id ${id}`)
    seen.add(id)
  }
  return all
}

function parse<Value>(where: string, schema: v.GenericSchema<unknown, Value>, raw: unknown): Value {
  const result = v.safeParse(schema, raw)
  if (result.success) return result.output
  const issue = result.issues[0]
  throw new Error(`${where}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}

const optional = v.exactOptional
const text = v.pipe(v.string(), v.minLength(1))
const level = v.picklist(['township', 'town', 'subdistrict', 'county', 'district', 'city', 'province', 'nation'])
const kind = v.picklist(['annual', 'half-year', 'term', 'blank'])
const sectionKind = v.picklist(sectionKinds)

const guidance = v.strictObject({ hint: text, length: optional(text), phrases: optional(v.array(text)) })

const block = v.strictObject({
  type: v.picklist(['heading', 'paragraph', 'list-item', 'salutation', 'page-break']),
  level: optional(v.picklist([1, 2, 3, 4])),
  label: optional(v.string()),
  marker: optional(v.picklist(['ordinal', 'decimal', 'circled', 'dash'])),
  text: optional(v.string()),
  section: optional(sectionKind),
  guidance: optional(guidance),
})

const section = v.strictObject({
  id: text,
  section: sectionKind,
  name: text,
  levels: optional(v.array(level)),
  kinds: optional(v.array(kind)),
  blocks: v.array(block),
})

const structure = v.strictObject({
  id: text,
  name: text,
  description: text,
  levels: v.array(level),
  kind,
  sections: v.array(text),
})

const twips = v.pipe(v.number(), v.minValue(0), v.maxValue(31_680))
const preset = v.strictObject({
  id: text,
  name: text,
  description: text,
  page: v.strictObject({
    width: twips,
    height: twips,
    top: twips,
    right: twips,
    bottom: twips,
    left: twips,
    footer: twips,
  }),
  line: v.strictObject({ pitch: twips, spacing: v.number() }),
  size: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(200)),
  grid: v.strictObject({ lines: v.pipe(v.number(), v.integer()), characters: v.pipe(v.number(), v.integer()) }),
  pageNumber: v.picklist(['alternate', 'centre']),
  fonts: v.strictObject({
    title: text,
    subtitle: text,
    heading1: text,
    heading2: text,
    body: text,
    pageNumber: text,
  }),
})

const decimal = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/))
const range = optional(v.tuple([decimal, decimal]))
const indicator = v.strictObject({
  name: text,
  aliases: v.array(
    v.strictObject({
      name: text,
      from: optional(v.number()),
      until: optional(v.number()),
      wrong: optional(v.literal(true)),
    }),
  ),
  dimension: v.picklist(['money', 'rate', 'permille', 'income', 'mass', 'area', 'length', 'volume', 'energy', 'count']),
  units: v.array(v.string()),
  basis: v.picklist(['nominal', 'real', 'mixed', 'none']),
  scopeWords: optional(v.array(text)),
  direction: v.picklist(['more', 'less', 'neither']),
  range: optional(v.strictObject({ township: range, county: range, city: range, province: range, nation: range })),
  breaks: optional(v.array(v.number())),
  partOf: optional(text),
  expands: optional(v.array(text)),
  group: text,
  department: optional(text),
  headline: optional(v.literal(true)),
  customary: optional(v.literal(true)),
})

const term = v.strictObject({
  id: text,
  preferred: v.nullable(text),
  names: v.pipe(v.array(text), v.minLength(2)),
  except: optional(v.array(text)),
  localOnly: optional(v.literal(true)),
  from: optional(v.pipe(v.number(), v.integer())),
})

export const formulationListSchema = v.looseObject({
  asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  items: v.array(
    v.looseObject({
      id: text,
      text,
      kind: text,
      validFrom: v.nullable(v.string()),
      supersededAbout: v.nullable(v.string()),
      held: optional(v.string()),
      replacedBy: optional(v.nullable(v.string())),
      wrongForms: optional(v.array(text)),
      confirmed: v.boolean(),
      note: optional(v.string()),
    }),
  ),
})

/** A right stretch that does not contain the wrong word would excuse nothing. */
const usageItem = v.pipe(
  v.strictObject({
    wrong: v.pipe(v.string(), v.minLength(2)),
    right: text,
    unless: optional(v.array(text)),
    followedBy: optional(v.array(text)),
    simplifiedOnly: optional(v.literal(true)),
    confirmed: v.boolean(),
    note: optional(text),
  }),
  v.check(({ wrong, right }) => !right.includes(wrong), 'right holds wrong'),
  v.check(({ wrong, unless }) => unless?.every((stretch) => stretch.includes(wrong)) ?? true, 'unless lacks wrong'),
)

const usage = v.looseObject({
  asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  items: v.array(usageItem),
  powers: v.array(v.strictObject({ words: text, from: v.picklist(['county', 'city', 'province', 'nation']) })),
})
