import { readCards } from '../../revisions/cards.ts'
import { openConflicts } from '../../revisions/open-conflicts.ts'
import type { Notice } from '../../desktop/results.ts'
import { inlinesOf, leftOutOfLayout } from '../../report/left-out.ts'
import { plainText } from '../../report/plain-text.ts'
import { isTextLeaf, type Block, type Inline, type Report } from '../../report/schema.ts'
import type { PagePreset } from '../../templates/templates.ts'
import { missingFonts } from './fonts.ts'
import { rareCharacters } from './rare-characters.ts'

/** What the user should know about a file that was written; sentences in the locale `export`. */
export function exportNotices(
  report: Report,
  body: readonly Block[],
  preset: PagePreset,
  installedFonts: readonly string[] | undefined,
): Notice[] {
  return [
    ...fontNotices(preset, installedFonts),
    ...rareCharacterNotices(report, body, preset),
    ...countNotice('openFields', inlinesOf(body).filter(isOpenField).length),
    ...leftOutNotices(body),
    ...countNotice('revisionsAsFinal', revisions(report.body)),
    ...countNotice('openConflicts', openConflicts(report.body).length),
  ]
}

function fontNotices(preset: PagePreset, installed: readonly string[] | undefined): Notice[] {
  const missing = installed ? missingFonts(preset, installed) : []
  if (missing.length === 0) return []
  const fonts = [...new Set(missing.map(({ font }) => font))]
  return [{ messageId: 'export:notice.missingFonts', values: { fonts: fonts.join('、') } }]
}

/** Only fonts named _GB2312 are limited to that set. */
function rareCharacterNotices(report: Report, body: readonly Block[], preset: PagePreset): Notice[] {
  if (!Object.values(preset.fonts).some((font) => font.endsWith('_GB2312'))) return []
  const notes = Object.values(report.notes).map((note) => note.text)
  const rare = rareCharacters([plainText(body).text, ...notes].join('\n'))
  if (rare.length === 0) return []
  const named = rare.slice(0, mostNamed).join('、') + (rare.length > mostNamed ? '……' : '')
  return [{ messageId: 'export:notice.rareCharacters', values: { characters: named, count: rare.length } }]
}

/** A text in traditional characters has hundreds. */
const mostNamed = 30

export function countNotice(id: string, count: number): Notice[] {
  return count > 0 ? [{ messageId: `export:notice.${id}`, values: { count } }] : []
}

/** A field of a template that still shows its placeholder. */
function isOpenField(inline: Inline): boolean {
  return isTextLeaf(inline) && inline.field !== undefined && inline.text.includes('□')
}

function leftOutNotices(body: readonly Block[]): Notice[] {
  const { count, items } = leftOutOfLayout(body)
  return count > 0 ? [{ messageId: 'export:notice.opaqueLeftOut', values: { count, items } }] : []
}

function revisions(body: readonly Block[]): number {
  return readCards(body).length
}
