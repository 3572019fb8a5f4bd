import type { PlaceLevel, ReportKind, SectionKind } from '../report/schema.ts'

/**
 * The data of `templates/` as values: loaded by the main process, checked by a test, handed on through the port.
 * Texts may hold fields that the report's meta fills, {place} or {lastYear} (the list is in `fields.ts`), and
 * [[地区生产总值|value]] for a figure that waits for its indicator.
 */
export interface Templates {
  sections: SectionTemplate[]
  structures: StructureTemplate[]
  presets: PagePreset[]
  indicators: IndicatorEntry[]
  formulations: FormulationList
  usage: UsageList
  terms: TermEntry[]
}

/** One block of a section: a heading, or a paragraph with text, or an empty one with advice. */
export interface TemplateBlock {
  type: 'heading' | 'paragraph' | 'list-item' | 'salutation' | 'page-break'
  level?: 1 | 2 | 3 | 4
  /** Headings of annexes carry their own label; `''` = without a number. */
  label?: string
  /** List items only; 一是 unless said otherwise. */
  marker?: 'ordinal' | 'decimal' | 'circled' | 'dash'
  text?: string
  section?: SectionKind
  guidance?: { hint: string; length?: string; phrases?: string[] }
}

/** 回顾, 问题 …: the blocks of one section. `levels`/`kinds` narrow where it is offered; absent = everywhere. */
export interface SectionTemplate {
  id: string
  section: SectionKind
  name: string
  levels?: PlaceLevel[]
  kinds?: ReportKind[]
  blocks: TemplateBlock[]
}

/** 镇年度报告, 县换届报告 …: which section templates in which order. */
export interface StructureTemplate {
  id: string
  name: string
  /** One sentence for the dialog: what it is for, how long it usually is. */
  description: string
  levels: PlaceLevel[]
  kind: ReportKind
  sections: string[]
}

/** Page layout of an export; lengths in twips (1/1440 inch), font sizes in half points. */
export interface PagePreset {
  id: string
  name: string
  description: string
  page: { width: number; height: number; top: number; right: number; bottom: number; left: number; footer: number }
  /** Exact line pitch and the character spacing that fill the text area. */
  line: { pitch: number; spacing: number }
  /** Body size in half points (32 = 3号). */
  size: number
  /** What the layout must measure: lines a page, characters a line. */
  grid: { lines: number; characters: number }
  pageNumber: 'alternate' | 'centre'
  fonts: { title: string; subtitle: string; heading1: string; heading2: string; body: string; pageNumber: string }
}

export type Dimension =
  'money' | 'rate' | 'permille' | 'income' | 'mass' | 'area' | 'length' | 'volume' | 'energy' | 'count'

export interface IndicatorEntry {
  name: string
  /** Other names; `until`/`from` are the years in which the name was in use. */
  aliases: { name: string; from?: number; until?: number; wrong?: true }[]
  dimension: Dimension
  /** Units it is printed in, without magnitude; `''` = a bare number. */
  units: string[]
  /** 现价 / 可比价 / mixed / none: whether growth may be recomputed from the values. */
  basis: 'nominal' | 'real' | 'mixed' | 'none'
  /** Words that make it another indicator: 全口径, 地方. */
  scopeWords?: string[]
  direction: 'more' | 'less' | 'neither'
  /** Plausible range by level in base units (元, %, 亩 …), as decimal strings. */
  range?: Partial<Record<'township' | 'county' | 'city' | 'province' | 'nation', [string, string]>>
  /** First year of a new series: growth is not computed across it. */
  breaks?: number[]
  /** Indicator it is a part of. */
  partOf?: string
  /** Stands for several indicators: 城乡居民收入. */
  expands?: string[]
  /** Heading of the ledger it stands under: 经济运行. Absent only in lists that are made by hand. */
  group?: string
  department?: string
  headline?: true
  /** Not weighed by the checks like a headline, but one that most reports give year by year. */
  customary?: true
}

/** Names of one thing; a report keeps to one of them. */
export interface TermEntry {
  id: string
  /** The name to keep; null: any will do, so long as it is the same throughout. */
  preferred: string | null
  names: string[]
  /** Longer words that contain one of the names and are something else. */
  except?: string[]
  /** Outside the report of the whole country the other names are flagged even where the preferred one does not occur. */
  localOnly?: true
  /** First report year in which it holds: 地区生产总值 took the place of 国内生产总值 in 2004. */
  from?: number
}

/** Dated fixed formulations (固定表述); the fields are those of the data file, so that a user's file of the same shape replaces it. */
export interface FormulationList {
  /** Shown as 提法库截至 …: `YYYY-MM`. */
  asOf: string
  items: Formulation[]
}

export interface Formulation {
  id: string
  text: string
  kind: string
  validFrom: string | null
  supersededAbout: string | null
  /** First and last day of a meeting, `first/last`. */
  held?: string
  replacedBy?: string | null
  wrongForms?: string[]
  confirmed: boolean
  note?: string
}

/** Words that are wrong as printed, and acts that only some levels may do. */
export interface UsageList {
  /** `YYYY-MM`. */
  asOf: string
  items: UsageItem[]
  powers: Power[]
}

/** 截止目前 → 截至目前. */
export interface UsageItem {
  wrong: string
  right: string
  /** Stretches that contain the same characters and are right: 恢复盖 of 恢复盖章, for 复盖. */
  unless?: string[]
  /** Wrong only before one of these: 截止 before 20 of a year. */
  followedBy?: string[]
  /** Right in traditional characters, which fold to the same form: 帳務. */
  simplifiedOnly?: true
  /** Wrong wherever it stands; otherwise only worth a look. */
  confirmed: boolean
  note?: string
}

/** 政府立法: an act that begins at a level (设区的市). */
export interface Power {
  words: string
  from: 'county' | 'city' | 'province' | 'nation'
}
