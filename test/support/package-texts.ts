import { isElement, readSourcePart, type SourceElement } from '../../shared/word/revisions/source-tree.ts'

/** Texts of the paragraphs of a Word file's body; formulas, text boxes and copies for older programs are left out. */
export function paragraphTexts(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const { root } = readSourcePart(parts.get('word/document.xml') ?? new Uint8Array(), 'word/document.xml')
  const texts: string[] = []
  for (const element of outsideBoxes(root)) {
    if (element.name === 'p') texts.push('')
    else if (texts.length > 0) texts.push((texts.pop() ?? '') + characters(element))
  }
  return texts
}

function* outsideBoxes(root: SourceElement): Generator<SourceElement> {
  for (const child of root.children) {
    if (!isElement(child) || ['txbxContent', 'Fallback', 'oMath'].includes(child.name)) continue
    yield child
    yield* outsideBoxes(child)
  }
}

function characters({ name, children }: SourceElement): string {
  if (name === 't' || name === 'delText') return children.filter((child) => typeof child === 'string').join('')
  const marks: Record<string, string> = { br: '\n', noBreakHyphen: '-' }
  if (/^(?:drawing|(?:foot|end)noteReference|sym)$/.test(name)) return '\uFFFC'
  return name === 'tab' ? '\t' : (marks[name] ?? '')
}
