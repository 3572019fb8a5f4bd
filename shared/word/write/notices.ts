import { readCards } from '../../revisions/cards.ts'
import type { Notice } from '../../desktop/results.ts'
import { plainText } from '../../report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type Report } from '../../report/schema.ts'
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
    ...countNotice('openFields', inlines(body).filter(isOpenField).length),
    ...countNotice('opaqueLeftOut', leftOut(body)),
    ...countNotice('revisionsAsFinal', revisions(report.body)),
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

function countNotice(id: string, count: number): Notice[] {
  return count > 0 ? [{ messageId: `export:notice.${id}`, values: { count } }] : []
}

function inlines(body: readonly Block[]): Inline[] {
  return body.flatMap((block) => {
    if (isLineBlock(block)) return block.children
    if (block.type !== 'table') return []
    return block.children.flatMap((row) => row.children).flatMap((cell) => cell.children.flatMap((p) => p.children))
  })
}

/** A field of a template that still shows its placeholder. */
function isOpenField(inline: Inline): boolean {
  return isTextLeaf(inline) && inline.field !== undefined && inline.text.includes('□')
}

function leftOut(body: readonly Block[]): number {
  const blocks = body.filter((block) => block.type === 'opaque' && !block.words && !block.chart).length
  return blocks + inlines(body).filter((inline) => !isTextLeaf(inline) && inline.type === 'opaque-inline').length
}

function revisions(body: readonly Block[]): number {
  return readCards(body).length
}
