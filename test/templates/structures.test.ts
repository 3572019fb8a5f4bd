import { describe, expect, test } from 'vitest'
import { readTemplates } from '../../electron/services/templates.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { hanOrdinal } from '../../shared/report/numbering.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { PlaceLevel, Report, ReportKind, TextLeaf } from '../../shared/report/schema.ts'
import { newReport } from '../../shared/templates/new-report.ts'
import { usualOffice } from '../../shared/templates/offices.ts'
import { checkInput } from '../support/check-data.ts'
import { reportMeta } from '../support/report-meta.ts'

const templates = await readTemplates()
const levels: PlaceLevel[] = ['township', 'town', 'subdistrict', 'county', 'district', 'city']
const kinds: ReportKind[] = ['annual', 'half-year', 'term', 'blank']
const places: Partial<Record<PlaceLevel, string>> = {
  township: '栗溪乡',
  town: '穗桥镇',
  subdistrict: '映月街道',
  county: '云澜县',
  district: '汀南区',
  city: '云澜市',
}

const built = templates.structures.flatMap((structure) =>
  structure.levels.map((level) => {
    const meta = reportMeta({
      level,
      place: places[level] ?? '',
      speaker: { office: usualOffice(level), name: '程远山' },
      kind: structure.kind,
    })
    const report = newReport({ id: structure.id, kind: structure.kind, structure, meta, templates })
    return { name: `${structure.id} ${level}`, structure, level, report, text: plainText(report.body).text }
  }),
)

const leavesOf = (report: Report): TextLeaf[] =>
  report.body.flatMap((block) =>
    block.type === 'table' || block.type === 'page-break' || block.type === 'opaque'
      ? []
      : block.children.filter((child): child is TextLeaf => 'text' in child),
  )

const guidanceOf = (report: Report): string[] =>
  report.body.flatMap((block) => ('guidance' in block ? [block.guidance.hint, ...(block.guidance.phrases ?? [])] : []))

describe('what is offered', () => {
  test.each(levels.flatMap((level) => kinds.map((kind) => [level, kind] as const)))('%s %s', (level, kind) => {
    const offered = templates.structures.filter((entry) => entry.kind === kind && entry.levels.includes(level))
    expect(offered.length).toBeGreaterThan(0)
  })

  test('every section template is used, and only where it is offered', () => {
    const used = new Set(templates.structures.flatMap((structure) => structure.sections))
    expect(templates.sections.filter((section) => !used.has(section.id)).map((section) => section.id)).toEqual([])
    for (const structure of templates.structures) {
      for (const id of structure.sections) {
        const section = templates.sections.find((entry) => entry.id === id)
        expect(section?.kinds ?? kinds, `${id} in ${structure.id}`).toContain(structure.kind)
        for (const level of structure.levels) expect(section?.levels ?? levels, `${id} for ${level}`).toContain(level)
      }
    }
  })
})

describe.each(built)('$name', ({ structure, level, report, text }) => {
  test('leaves no field unfilled but the figures that wait', () => {
    expect(text).not.toMatch(/[{}]|\[\[|undefined|null/)
    const waiting = leavesOf(report).filter((leaf) => leaf.text.includes('□'))
    expect(waiting.filter((leaf) => !leaf.field)).toEqual([])
    const catalogue = new Set(templates.indicators.map((entry) => entry.name))
    const figures = waiting.filter((leaf) => leaf.field?.part !== 'text').map((leaf) => leaf.field?.indicator ?? '')
    expect(figures.filter((indicator) => !catalogue.has(indicator))).toEqual([])
  })

  test('advice is filled and never printed', () => {
    const advice = guidanceOf(report)
    expect(advice.length > 0 || structure.kind === 'blank').toBe(true)
    for (const sentence of advice) {
      expect(sentence).not.toMatch(/[{}]|\[\[/)
      expect(text).not.toContain(sentence)
    }
  })

  test('uses the formulations of today', () => {
    const words = [text, ...guidanceOf(report)].join('\n')
    for (const item of templates.formulations.items) {
      for (const wrong of item.wrongForms ?? []) expect(words).not.toContain(wrong)
      if (item.supersededAbout) expect(words).not.toContain(item.text)
    }
  })

  test('has nothing for the checks to find but its waiting fields', () => {
    const { findings } = checkReport(checkInput(text, { year: report.meta.year, place: report.meta.place }))
    expect(findings.filter(({ rule }) => rule !== 'leftover')).toEqual([])
  })

  test('announces as many fields of work as follow', () => {
    const chapters = readOutline(report.body).filter((node) => node.kind === 'tasks')
    const announced = /以下(.)个方面/.exec(text)?.[1]
    const headings = chapters.flatMap((node) => node.children.filter((child) => child.heading))
    expect(announced ?? hanOrdinal(headings.length)).toBe(hanOrdinal(headings.length))
  })

  test('speaks of its own level', () => {
    const others = levels.filter((other) => other !== level && !(level === 'subdistrict' || other === 'subdistrict'))
    const foreign = others.map(
      (other) => `全${{ township: '乡', town: '镇', county: '县', district: '区', city: '市' }[other as 'town']}`,
    )
    for (const word of foreign) expect(text).not.toContain(word)
  })

  test('has its sections in the order of a report', () => {
    const kindsInOrder: string[] = []
    const collect = (nodes: ReturnType<typeof readOutline>): void => {
      for (const node of nodes) {
        if (node.kind && kindsInOrder.at(-1) !== node.kind) kindsInOrder.push(node.kind)
        collect(node.children)
      }
    }
    collect(readOutline(report.body))
    const expected: Record<ReportKind, string[]> = {
      annual: ['opening', 'review', 'problems', 'tasks', 'guidance', 'targets', 'tasks', 'self-building', 'closing'],
      'half-year': ['opening', 'review', 'problems', 'tasks', 'self-building', 'closing'],
      term: ['opening', 'review', 'problems', 'tasks', 'guidance', 'targets', 'tasks', 'self-building', 'closing'],
      blank: [],
    }
    expect(kindsInOrder.filter((kind) => kind !== 'annex')).toEqual(expected[structure.kind])
  })
})

test('thanks for five years in the last report of a term', () => {
  const structure = templates.structures.find(({ id }) => id === 'county-term')
  if (!structure) throw new Error('no county-term structure')
  const sections = templates.sections.filter(({ id }) => structure.sections.includes(id))
  const text = JSON.stringify(sections.filter(({ section }) => section === 'problems'))
  expect(text).toContain('五年来的成绩')
  expect(text).not.toContain('一年来')
})
