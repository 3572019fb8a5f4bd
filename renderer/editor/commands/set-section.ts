import { Transforms } from 'slate'
import type { SectionKind, SectionState } from '../../../shared/report/schema.ts'
import { bodyOf } from '../body-of.ts'
import type { ReportEditor } from '../slate-types.ts'
import { inOneStep } from './one-step.ts'

/** 草稿 / 待核 / 定稿 of the section that a heading or paragraph opens. */
export function setSectionState(editor: ReportEditor, index: number, state: SectionState): void {
  if (opensSection(editor, index)) inOneStep(editor, () => Transforms.setNodes(editor, { state }, { at: [index] }))
}

export function setSectionKind(editor: ReportEditor, index: number, section: SectionKind): void {
  if (opensSection(editor, index)) inOneStep(editor, () => Transforms.setNodes(editor, { section }, { at: [index] }))
}

function opensSection(editor: ReportEditor, index: number): boolean {
  const type = bodyOf(editor)[index]?.type
  return type === 'heading' || type === 'paragraph'
}
