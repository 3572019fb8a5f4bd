import { namespaces } from '../read/namespaces.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  sourceChild,
  sourceElements,
  withChildren,
  type SourceElement,
} from '../revisions/source-tree.ts'
import { rewritten, withValues } from './rewrite.ts'

/**
 * Names that Word gives styles of its own. They are the same in every language, and each may be followed by « Char ».
 * Chinese ones are those by which programs of the country tell headings and lists of contents.
 */
const ownNames = new RegExp(
  '^(?:' +
    [
      'normal|normal (?:table|indent|\\(web\\))|default paragraph font|no list|no spacing|title|subtitle|strong|emphasis',
      '(?:heading|toc|index|标题|標題|目录|目錄) ?[1-9]|(?:index|toa|toc) heading|标题|標題|正文|页眉|页脚|頁首|頁尾|副标题',
      'header|footer|header/footer|caption|envelope (?:address|return)|footnote (?:text|reference)|endnote (?:text|reference)|line number|page number',
      'table of (?:figures|authorities)|macro|list(?: (?:bullet|number|continue))?(?: [2-5])?|closing|signature|salutation|date|note heading',
      'body text(?: (?:first )?indent)?(?: [23])?|body text first indent(?: 2)?|message header|block text|hyperlink|followedhyperlink|smart link',
      'document map|plain text|e-mail signature|html (?:acronym|address|cite|code|definition|keyboard|preformatted|sample|typewriter|variable)|z-(?:top|bottom) of form|balloon text|placeholder text|revision|bibliography',
      'list paragraph|(?:intense )?quote|(?:subtle|intense) (?:emphasis|reference)|book title|annotation (?:text|reference|subject)|mention|hashtag|unresolved mention',
      'table (?:grid|normal|simple|classic|colorful|columns|list|3d effects|contemporary|elegant|professional|subtle|web|theme)(?: [1-8]| light)?|(?:light|medium|dark|colorful) (?:shading|list|grid)(?: \\d)?(?: accent \\d)?|dark list(?: accent \\d)?',
      '(?:plain table|grid table|list table) ?\\d?(?: [a-z]+)?(?: ?(?:light|dark|colorful))?(?: accent \\d)?|grid table light|outline list \\d|article / section|1 / 1\\.1 / 1\\.1\\.1|1 / a / i',
      'text body|table contents|frame contents|quotations|numbering symbols|bullets|internet link|visited internet link',
    ].join('|') +
    ')(?: char)*\\d?$',
  'i',
)

/** Words of which the names of styles for documents are made; whoever made them is in none. */
const plainWords =
  /^(?:政稿|公文|文件|报告|正文|文本|主标题|副标题|大标题|小标题|标题|题目|一级|二级|三级|四级|五级|段落|首行|缩进|无缩进|顶格|居中|左对齐|右对齐|两端对齐|加粗|楷体|仿宋|黑体|宋体|小标宋|字符|列表|编号|表格|表头|表题|表注|单元格|文字|图题|图片|插图|注释|脚注|尾注|页眉|页脚|页码|目录|附件|附表|附录|落款|署名|日期|称谓|主送|抄送|发文|字号|版记|网格|样式|普通|默认|引用|超链接|题注|说明|名词|解释|明显|强调|的|[\s（）()_-]|\d|(?<![A-Za-z])[A-Za-z](?![A-Za-z]))*$/

export function isPlainStyleName(name: string): boolean {
  return ownNames.test(name) || plainWords.test(name)
}

/** What programs call the styles they make: a letter and a number, or the name of the style. */
function isPlainStyleId(id: string, name: string): boolean {
  return (
    /^(?:[a-z]?[0-9a-f]{0,3}|s9\d{3,})$/i.test(id) ||
    /^Zg[A-Z][A-Za-z]*\d?$/.test(id) ||
    (isPlainStyleName(name) && squeezed(id) === squeezed(name))
  )
}

function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/char\d*$/, '')
}

interface Names {
  declared: ReadonlySet<string | undefined>
  ids: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
}

/** All stories with styles whose names say nothing of those who made them; uses follow. */
export function withPlainStyles(roots: ReadonlyMap<string, SourceElement>): Map<string, SourceElement> {
  const names = newNames([...roots.values()].filter((root) => isWordElement(root, 'styles')))
  return new Map(
    [...roots].map(([part, root]) => [part, root.namespace === namespaces.word ? renamedIn(root, names) : root]),
  )
}

function newNames(tables: readonly SourceElement[]): Names {
  const ids = new Map<string, string>()
  const names = new Map<string, string>()
  const styles = tables.flatMap(sourceElements).filter((style) => isWordElement(style, 'style'))
  const taken = styles.flatMap((style) => [
    attributeOf(style, 'styleId'),
    attributeOf(sourceChild(style, 'name'), 'val'),
  ])
  const free = numbersBut(taken)
  for (const style of styles) {
    const id = attributeOf(style, 'styleId') ?? ''
    const name = attributeOf(sourceChild(style, 'name'), 'val') ?? ''
    if (!isPlainStyleName(name) && !names.has(name)) names.set(name, free('样式 ', 1))
    if (!isPlainStyleId(id, name) && !ids.has(id)) ids.set(id, free('s', 9000))
  }
  return { ids, names, declared: new Set(styles.map((style) => attributeOf(style, 'styleId'))) }
}

/** Names of a head and a number that nobody has. */
function numbersBut(taken: readonly (string | undefined)[]): (head: string, first: number) => string {
  const used = new Set(taken)
  return (head, first) => {
    let number = first
    while (used.has(`${head}${number}`)) number++
    used.add(`${head}${number}`)
    return `${head}${number}`
  }
}

const uses = ['basedOn', 'next', 'link', 'pStyle', 'rStyle', 'tblStyle', 'styleLink', 'numStyleLink']

function renamedIn(root: SourceElement, { ids, names, declared }: Names): SourceElement {
  return rewritten(root, (element, parent) => {
    if (isWordElement(element, 'aliases')) return []
    if (isWordElement(element, 'lsdException'))
      return ownNames.test(attributeOf(element, 'name') ?? '') ? [element] : []
    if (isWordElement(element, 'name') && isWordElement(parent, 'style')) return [withVal(element, names)]
    if (isWordElement(element, 'name') && isWordElement(parent, 'abstractNum')) return []
    if (isWordElement(element, ...uses)) {
      const id = attributeOf(element, 'val') ?? ''
      // Without its style it does nothing but name it.
      return declared.has(id) || isPlainStyleId(id, '') ? [withVal(element, ids)] : []
    }
    if (isWordElement(element, 'style'))
      return [withValues(element, ({ name, value }) => (name === 'styleId' ? ids.get(value) : undefined))]
    if (isWordElement(element, 'fldSimple'))
      return [withValues(element, ({ name, value }) => (name === 'instr' ? inInstruction(value, names) : undefined))]
    if (isWordElement(element, 'instrText') && names.size > 0)
      return [
        withChildren(
          element,
          element.children.map((child) => (isElement(child) ? child : inInstruction(child, names))),
        ),
      ]
    return [element]
  })
}

function withVal(element: SourceElement, names: ReadonlyMap<string, string>): SourceElement {
  return withValues(element, ({ name, value }) => (name === 'val' ? names.get(value) : undefined))
}

/** `STYLEREF "name"` and the pairs of name and level of `TOC \t "name,1,name,2"`. */
function inInstruction(instruction: string, names: ReadonlyMap<string, string>): string {
  if (!/^\s*(?:STYLEREF|TOC)\b/i.test(instruction)) return instruction
  return instruction.replace(/"([^"]*)"/g, (_, words: string) => {
    const renamed = words.split(/([,;，；])/).map((word) => names.get(word.trim()) ?? word)
    return `"${names.get(words) ?? renamed.join('')}"`
  })
}
