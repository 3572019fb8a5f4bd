import {
  sourceDescendants,
  type SourceAttribute,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { rewritten, withoutAttributes, withValues } from './rewrite.ts'

const vml = 'urn:schemas-microsoft-com:vml'
const office = 'urn:schemas-microsoft-com:office:office'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const drawing2010 = 'http://schemas.microsoft.com/office/drawing/2010/main'
const svg = 'http://www.w3.org/2000/svg'
const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

/** Attributes of VML that say how a shape looks and lies; programs also put titles, sources and whole files there. */
const vmlAttributes = new Set(
  (
    'id spid type style coordsize coordorigin path adj arcsize from to points position size filled fillcolor ' +
    'fillok stroked strokecolor strokeweight strokeok strokeok opacity color color2 opacity2 colors rotate method focus ' +
    'focussize focusposition on weight dashstyle linestyle endcap joinstyle miterlimit startarrow endarrow startarrowwidth ' +
    'startarrowlength endarrowwidth endarrowlength aspect alignshape origin recolor detectmouseclick gradientshapeok ' +
    'textpathok shadowok arrowok limo connecttype connectlocs connectangles textboxrect extrusionok string fitshape ' +
    'fitpath trim xscale inset eqn cropleft croptop cropright cropbottom gain blacklevel gamma bilevel grayscale ' +
    'chromakey embosscolor offset offset2 matrix obscured print spt preferrelative allowincell allowoverlap ' +
    'userdrawn bwmode bwpure bwnormal insetmode hr hrstd hrnoshade hralign hrpct button ole oned dgmlayout dgmnodekind ' +
    'wrapcoords ext grouping ungrouping rotation cropping verticies adjusthandles text shapetype aspectratio ' +
    'anchorx anchory side data spidmax relid id shadowcolor extrusioncolor fillid edited ProgID Type ShapeID DrawAspect ' +
    'ObjectID xrange yrange position map invx invy switch radiusrange polar'
  ).split(' '),
)

/** A shape or drawing without words that nobody sees on the page. */
export function plainShape(element: SourceElement): readonly SourceNode[] {
  // The picture as it was before its effects; what is shown has them.
  if (element.namespace === drawing2010 && element.name === 'imgProps') return []
  if (element.namespace === office && ['ink', 'signatureline'].includes(element.name)) return []
  if (element.namespace === svg)
    return ['script', 'metadata', 'title', 'desc'].includes(element.name) ? [] : [withoutAttributes(element, isSvgNote)]
  if (element.namespace === vml || element.namespace === office) {
    const plain = withoutAttributes(element, ({ name, namespace }) =>
      namespace === '' || namespace === vml || namespace === office ? !vmlAttributes.has(name) : false,
    )
    return [plain]
  }
  if (element.name === 'prSet') return [withoutAttributes(element, ({ name }) => name === 'phldrT')]
  if (element.namespace === drawing) return [plainTheme(element)]
  if (element.namespace === chart && element.name === 'f') return [plainFormula(element)]
  return [element]
}

function isSvgNote({ tag }: SourceAttribute): boolean {
  return /^(?:data-|aria-)/.test(tag)
}

/** Names of a theme and of its sets of colours, fonts and effects are those of the house. */
function plainTheme(element: SourceElement): SourceElement {
  if (!['theme', 'clrScheme', 'fontScheme', 'fmtScheme', 'custClr'].includes(element.name)) return element
  return withValues(element, ({ name, value }) =>
    name === 'name' && value !== '' && !/^(?:Office(?: Theme| 主题\u200b*|佈景主題)?|WPS)$/.test(value)
      ? 'Office'
      : undefined,
  )
}

/** Where a chart's figures came from: the cells alone, without file and sheet. */
function plainFormula(element: SourceElement): SourceElement {
  const [text, ...more] = element.children
  if (typeof text !== 'string' || more.length > 0 || !/[^A-Za-z0-9$:!,()]/.test(text)) return element
  const { slice: _, ...rest } = element
  return { ...rest, children: [plainCells(text)] }
}

function plainCells(formula: string): string {
  return (formula.match(/\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![^'!]*[!'])/g) ?? ['$A$1'])
    .map((cells) => `Sheet1!${cells}`)
    .join(',')
}

/** Shapes by numbers: programs name some after what is in them, and others of the part point to them by name. */
export function withPlainShapeNames(root: SourceElement): SourceElement {
  const names = new Map<string, string>()
  for (const element of sourceDescendants(root)) {
    const id = element.namespace === vml ? element.attributes.find(({ tag }) => tag === 'id')?.value : undefined
    if (id !== undefined && !isPlainShapeName(id) && !names.has(id))
      names.set(id, `_x0000_s${firstNumber + names.size}`)
  }
  if (names.size === 0) return root
  return rewritten(root, (element) => [withValues(element, (attribute) => renamedIn(element, attribute, names))])
}

/** Beyond the numbers that programs give within one document. */
const firstNumber = 90000

function isPlainShapeName(id: string): boolean {
  return /^(?:_x0000_[a-z]*\d*)?$/i.test(id)
}

function renamedIn(
  { namespace }: SourceElement,
  { tag, name, value }: SourceAttribute,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (namespace !== vml && namespace !== office) return undefined
  if (tag === 'id' || name === 'spid' || name === 'ShapeID') return names.get(value)
  if (tag === 'type') return value.replace(/^#(.*)$/s, (_, id: string) => `#${names.get(id) ?? id}`)
  return tag === 'style'
    ? value.replace(/(mso-next-textbox:\s*#?)([^;]+)/g, (_, head: string, id: string) => head + (names.get(id) ?? id))
    : undefined
}
