import { parseReport } from '../report/parse.ts'
import {
  currentFormat,
  type Block,
  type Guidance,
  type Report,
  type ReportKind,
  type ReportMeta,
} from '../report/schema.ts'
import { fillFields, fillText } from './fields.ts'
import type { StructureTemplate, TemplateBlock, Templates } from './templates.ts'
import { titleBlock } from './title-block.ts'

export interface NewReport {
  id: string
  kind: ReportKind
  structure: StructureTemplate
  meta: ReportMeta
  templates: Pick<Templates, 'sections'>
}

/** A report from a structure: title block by formula, sections with their fields filled, advice on empty paragraphs. */
export function newReport({ id, kind, structure, meta: given, templates }: NewReport): Report {
  const meta: ReportMeta = { ...given, kind }
  const sections = structure.sections.map((name) => {
    const found = templates.sections.find((section) => section.id === name)
    if (!found) throw new Error(`${structure.id} names the unknown section ${name}`)
    return found
  })
  const body = [
    ...titleBlock(meta),
    ...sections.flatMap((section) => section.blocks.map((block) => newBlock(block, meta))),
  ]
  const parsed = parseReport({ format: currentFormat, id, meta, body, notes: {}, checks: { ignored: [] } })
  if (!parsed.ok) throw new Error(`${structure.id} makes no report: ${parsed.problem}`)
  return parsed.report
}

function newBlock(block: TemplateBlock, meta: ReportMeta): Block {
  const children = fillFields(block.text ?? '', meta)
  const own = {
    ...(block.section && { section: block.section }),
    ...(block.guidance && { guidance: filledGuidance(block.guidance, meta) }),
  }
  switch (block.type) {
    case 'heading':
      return {
        type: 'heading',
        level: block.level ?? 1,
        children,
        ...(block.label !== undefined && { label: block.label }),
        ...own,
      }
    case 'paragraph':
      return { type: 'paragraph', children, ...own }
    case 'list-item':
      return { type: 'list-item', marker: block.marker ?? 'ordinal', children }
    case 'salutation':
      return { type: 'salutation', children }
    case 'page-break':
      return { type: 'page-break', children: [{ text: '' }] }
  }
}

function filledGuidance(guidance: Guidance, meta: ReportMeta): Guidance {
  return {
    hint: fillText(guidance.hint, meta),
    ...(guidance.length !== undefined && { length: guidance.length }),
    ...(guidance.phrases && { phrases: guidance.phrases.map((phrase) => fillText(phrase, meta)) }),
  }
}
