/** Values of tools: numbers, colours, measures, words of a format. No sentence and no name of a person has this form. */
const token = /^[A-Za-z0-9#%+_.-]*$/
/** Formulas, lists, sizes and addresses of drawings. */
const technical = /^[\w\s.,:;#%()@+\-/\\[\]{}!$='"*|&?<>^~]*$/
const uri = /^(?:https?|urn):[\w.:/-]+$/
const hex = /^[0-9A-F]{1,16}$/i

/** Names that programs give their own bookmarks, and those of numbers. */
const bookmark = /^(?:_Toc|_Ref|_Hlt|b)\d+$/

/** Words of which programs make the names of their own styles, in the languages of the country and of the format. */
const styleWords = new Set(
  (
    'normal table default paragraph font no list spacing title subtitle strong emphasis heading toc index toa header footer caption ' +
    'envelope address return footnote endnote text reference line number page of figures authorities macro bullet continue closing ' +
    'signature salutation date note body first indent message block hyperlink followedhyperlink smart link document map plain ' +
    'e mail html acronym cite code definition keyboard preformatted sample typewriter variable z top bottom form balloon placeholder ' +
    'revision bibliography quote intense subtle book annotation subject mention hashtag unresolved grid light medium dark colorful ' +
    'shading accent simple classic columns effects d contemporary elegant professional web theme outline article section i a char ' +
    'visited internet contents frame quotations numbering symbols bullets'
  ).split(' '),
)
const ownStyles = /^(?:样式 \d+|政稿[\u4e00-\u9fff]{0,6})$/
const chineseStyles =
  /^(?:公文|文件|报告|正文|文本|主标题|副标题|大标题|小标题|标题|標題|题目|[一二三四五]级|段落|首行|缩进|无缩进|顶格|居中|[左右]对齐|两端对齐|加粗|楷体|仿宋|黑体|宋体|小标宋|字符|列表|编号|表格|表[头题注]|单元格|文字|图题|图片|插图|注释|脚注|尾注|页眉|頁首|頁尾|页脚|页码|目录|目錄|附[件表录]|落款|署名|日期|称谓|主送|抄送|发文|字号|版记|网格|样式|普通|默认|引用|超链接|题注|说明|名词|解释|明显|强调|的)+$/

export function isOwnStyleName(name: string): boolean {
  if (ownStyles.test(name)) return true
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every(
      (word) =>
        word === '' ||
        /^[a-z]$/.test(word) ||
        styleWords.has(word) ||
        chineseStyles.test(word.replace(/(?<=\p{Script=Han})[a-z]|[a-z](?=\p{Script=Han})/gu, '')),
    )
}

/** Attributes of WordprocessingML, `element name`, whose values are words of people or of fonts; how each may look. */
const ofWords: Record<string, (value: string) => boolean> = {
  // Compared with the names of their styles, all at once.
  'style styleId': () => true,
  'name val': isOwnStyleName,
  'lsdException name': isOwnStyleName,
  'bookmarkStart name': (value) => bookmark.test(value),
  'hyperlink anchor': (value) => bookmark.test(value) || value === '_top',
  'font name': isFont,
  'altName val': isFont,
  'rFonts ascii': isFont,
  'rFonts hAnsi': isFont,
  'rFonts eastAsia': isFont,
  'rFonts cs': isFont,
  'sym font': isFont,
  // Readers see these.
  'lvlText val': () => true,
  'numFmt format': () => true,
  'listEntry val': () => true,
  // Fields are read as a whole.
  'fldSimple instr': () => true,
  'noLineBreaksAfter val': isMarks,
  'noLineBreaksBefore val': isMarks,
  'listSeparator val': (value) => value.length <= 2,
  'decimalSymbol val': (value) => value.length <= 2,
  'compatSetting uri': (value) => uri.test(value),
  'documentProtection hash': isHash,
  'documentProtection salt': isHash,
  'documentProtection hashValue': isHash,
  'documentProtection saltValue': isHash,
  'documentProtection cryptProvider': (value) => technical.test(value),
  'docPartGallery val': (value) =>
    /^(?:Table of Contents|Page Numbers(?: \([A-Za-z ]+\))?|Watermarks|Cover Pages|Headers|Footers|Bibliographies|Tables|Equations|Text Boxes|Quick Parts)$/.test(
      value,
    ),
  'dateFormat val': () => true,
  'documentProtection formatting': isHash,
}
export const styleUses = ['basedOn', 'next', 'link', 'pStyle', 'rStyle', 'tblStyle', 'styleLink', 'numStyleLink']
for (const use of styleUses) ofWords[`${use} val`] = () => true

/** A number, as programs give them, or the name of the style without its blanks. */
export function isOwnStyleId(id: string, name: string): boolean {
  if (/^(?:[a-z]?[0-9a-f]{0,3}|s9\d{3,}|Zg[A-Z][A-Za-z]*\d?)$/i.test(id)) return true
  const letters = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '')
      .replace(/char$/, '')
  return letters(id) === letters(name)
}

function isFont(value: string): boolean {
  return value.length <= 64
}

function isMarks(value: string): boolean {
  return /^[\p{P}\p{S}\p{Script=Hiragana}\p{Script=Katakana}\p{Nd}ー々]*$/u.test(value)
}

function isHash(value: string): boolean {
  return /^[A-Za-z0-9+/=]*$/.test(value)
}

export function isAllowedWordValue(element: string, attribute: string, value: string): boolean {
  const rule = ofWords[`${element} ${attribute}`]
  return rule ? rule(value) : token.test(value)
}

/** Attributes of all other vocabularies; `namespace` is that of an element whose attribute has none of its own. */
export function isAllowedValue(element: string, namespace: string, attribute: string, value: string): boolean {
  if (/^(?:descr|title|tooltip|alt|href|althref|gfxdata|userId|author|docLocation)$/.test(attribute))
    return value === ''
  if (attribute === 'name' && /^(?:docPr|cNvPr)$/.test(element)) return value === ''
  if (attribute === 'name' && /^(?:theme|\w+Scheme|custClr)$/.test(element))
    return /^(?:Office\b.{0,8}|WPS|佈景主題|)$/.test(value)
  if (attribute === 'typeface' || attribute === 'panose') return isFont(value)
  if (/^(?:paraId|textId|anchorId|editId)$/.test(attribute)) return hex.test(value)
  // Words of a watermark, of a table's formula, of a list's number: readers see them.
  if (namespace === vml && ['string', 'formatCode'].includes(attribute)) return true
  if (namespace === vml && attribute === 'id') return /^(?:_x0000_[a-z]*\d*)?$/i.test(value)
  if (namespace === vml && attribute === 'src') return value === ''
  return technical.test(value)
}

export function isAllowedNamespace(namespace: string): boolean {
  return namespace === '' || allowed.test(namespace)
}

export const vml = 'urn:schemas-microsoft-com:vml'

const allowed = new RegExp(
  [
    String.raw`^http://schemas\.openxmlformats\.org/(?:wordprocessingml/2006/main|markup-compatibility/2006|schemaLibrary/2006/main|officeDocument/2006/(?:relationships|math|extended-properties|docPropsVTypes|bibliography|characteristics)|package/2006/(?:relationships|content-types|metadata/core-properties)|drawingml/2006/\w+)$`,
    String.raw`^http://purl\.oclc\.org/ooxml/(?:wordprocessingml|officeDocument|drawingml|schemaLibrary)/\w+$`,
    String.raw`^http://schemas\.microsoft\.com/office/(?:word/20(?:06|10|12|15|16|18|20|23)/(?:wordml(?:/(?:symex|word16du))?|wordprocessing(?:Canvas|Drawing|Group|Shape))|word/2010/11/wordml|thememl/2012/main|drawing/20\d\d(?:/\d+(?:/\d+)?)?/[\w/-]+|drawingml/20\d\d/[\w/-]+)$`,
    String.raw`^http://purl\.org/dc/(?:elements/1\.1|terms|dcmitype)/$`,
    String.raw`^http://www\.w3\.org/(?:XML/1998/namespace|2001/XMLSchema-instance|2000/svg|1999/xlink)$`,
    '^urn:schemas-microsoft-com:(?:vml|office:office|office:word)$',
  ].join('|'),
)
