import type { Align, HeadingLevel } from '../../report/schema.ts'
import { readHiding, type HidesText, type HidingStyle } from './hiding-styles.ts'
import { child, countOf, elements, isOn, isWord, valueOf, type XmlElement } from './xml-tree.ts'

/** What a paragraph style says, its parents included. Styles are known by name: WPS gives them numbers as ids. */
export interface ParagraphStyle {
  name: string
  /** 1 … 9 by outline level or by the name of a built-in heading. */
  level?: number
  title?: true
  align?: Align
  numbering?: { id: string; level: number }
  pageBreakBefore?: boolean
  /** A line of a table of contents. */
  contents?: true
}

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle
  /** Bold, italic … of a character style. */
  character(id: string | undefined): XmlElement | undefined
  /** Whether a run's text is hidden, by itself or by a style. */
  hides: HidesText
}

export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>()
  let standard = ''
  for (const style of elements(root)) {
    const id = style.attributes['styleId']
    if (!isWord(style, 'style') || id === undefined) continue
    if (!byId.has(id)) byId.set(id, style)
    if (style.attributes['type'] === 'paragraph' && ['1', 'true', 'on'].includes(style.attributes['default'] ?? ''))
      standard = id
  }
  const known = new Map<string, ParagraphStyle>()
  return {
    paragraph(id) {
      const key = id !== undefined && byId.has(id) ? id : standard
      let style = known.get(key)
      if (!style) known.set(key, (style = resolve(key, byId)))
      return style
    },
    character: (id) => (id === undefined ? undefined : child(byId.get(id), 'rPr')),
    hides: readHiding(
      elements(root)
        .filter((element) => isWord(element, 'style'))
        .map(hidingStyle),
      isOn(child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr'), 'vanish') === true,
    ),
  }
}

function hidingStyle(style: XmlElement): HidingStyle {
  return {
    id: style.attributes['styleId'] ?? '',
    type: style.attributes['type'] ?? 'paragraph',
    standard: ['1', 'true', 'on'].includes(style.attributes['default'] ?? ''),
    basedOn: valueOf(style, 'basedOn'),
    vanish: isOn(child(style, 'rPr'), 'vanish'),
  }
}

/** Longest chain of `basedOn` that is followed; a longer one is a circle. */
const longestChain = 20

function resolve(id: string, byId: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  const chain: XmlElement[] = []
  for (
    let style = byId.get(id);
    style && chain.length < longestChain;
    style = byId.get(valueOf(style, 'basedOn') ?? '')
  ) {
    if (chain.includes(style)) break
    chain.push(style)
  }
  const names = chain.map((style) => (valueOf(style, 'name') ?? '').toLowerCase())
  const found: ParagraphStyle = { name: names[0] ?? '' }
  for (const style of chain.toReversed()) Object.assign(found, readParagraphProperties(child(style, 'pPr')))
  const heading = names.map((name) => /^(?:heading|标题|標題)\s*(\d)$/.exec(name)?.[1]).find(Boolean)
  if (found.level === undefined && heading !== undefined) found.level = Number(heading)
  if (names.some((name) => name === 'title' || name === '标题' || name === '標題')) found.title = true
  if (names.some((name) => /^(?:toc|目录|目錄)\s*\d$/.test(name))) found.contents = true
  return found
}

/** The part of `w:pPr` that the model knows. Outline level 9 is body text. */
export function readParagraphProperties(properties: XmlElement | undefined): Partial<ParagraphStyle> {
  const found: Partial<ParagraphStyle> = {}
  const outline = valueOf(properties, 'outlineLvl')
  if (outline !== undefined && /^[0-8]$/.test(outline)) found.level = Number(outline) + 1
  const align = alignments[valueOf(properties, 'jc') ?? '']
  if (align) found.align = align
  const numbering = child(properties, 'numPr')
  const id = valueOf(numbering, 'numId')
  if (id !== undefined) found.numbering = { id, level: countOf(valueOf(numbering, 'ilvl'), 0, 9) }
  const breaks = isOn(properties, 'pageBreakBefore')
  if (breaks !== undefined) found.pageBreakBefore = breaks
  return found
}

const alignments: Record<string, Align> = {
  center: 'center',
  right: 'right',
  end: 'right',
  left: 'left',
  start: 'left',
  both: 'justify',
  distribute: 'justify',
}

/** Level of the model; deeper ones are body text. */
export function headingLevel(level: number | undefined): HeadingLevel | undefined {
  return level !== undefined && level >= 1 && level <= 4 ? (level as HeadingLevel) : undefined
}
