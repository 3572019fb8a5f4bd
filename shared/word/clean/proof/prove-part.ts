import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'
import {
  isAllowedNamespace,
  isAllowedValue,
  isAllowedWordValue,
  isOwnStyleName,
  styleUses,
  vml,
} from './allowed-values.ts'
import { fieldTrace } from './prove-field.ts'
import type { Trace, TraceKind } from './trace.ts'
import { wordAttributes, wordElements } from './word-names.ts'

/** What the parts of a package tell only together. */
export interface Seen {
  /** Text that readers see. */
  words: string[]
  titles: Omit<Trace, 'kind'>[]
  /** Notes that text refers to, and notes: `footnote 2`. */
  references: Set<string>
  notes: { key: string; trace: Trace }[]
  styles: { id: string; name: string; part: string }[]
  uses: { id: string; part: string; what: string }[]
  /** Fonts that are listed, and those that text is set in. */
  fonts: { name: string; part: string }[]
  setIn: Set<string>
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strictWord = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const xmlns = 'http://www.w3.org/2000/xmlns/'

/** Elements with text of their own, by the end of their vocabulary's name and their own. */
const withText =
  /(?:wordprocessingml\/(?:2006\/)?main (?:t|instrText)|math t|drawingml\/(?:2006\/)?(?:main|chart|diagram) (?:t|v|f|formatCode|separator|name|pt)|chartex (?:t|v|f|pt)|wordprocessingDrawing (?:posOffset|align|pctWidth|pctHeight|pctPosHOffset|pctPosVOffset)|extended-?[pP]roperties \w+|elements\/1\.1\/ (?:title|language)|2000\/svg (?:text|tspan|style))$/

const review =
  /^(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|\w+Range(?:Start|End)|delText|delInstrText|comment|comments|commentReference|annotationRef|conflict(?:Ins|Del)|trackRevisions)$/
const hiding = /^(?:vanish|specVanish)$/
const counts =
  /^(?:Application|AppVersion|DocSecurity|Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged)$/

/** What later versions of Word added to the look of text, of controls and of notes. */
const extensions = new Set(
  (
    'ligatures numForm numSpacing stylisticSets styleSet cntxtAlts glow shadow reflection textOutline textFill scene3d ' +
    'props3d solidFill gradFill noFill gsLst gs lin path fillToRect srgbClr schemeClr alpha lumMod lumOff tint shade satMod ' +
    'satOff sat hueMod hueOff hue lum prstDash round bevel miter camera lightRig rot bevelT bevelB extrusionClr contourClr ' +
    'checkbox checked checkedState uncheckedState appearance color collapsed footnoteColumns symEx'
  ).split(' '),
)

interface Open {
  name: string
  namespace: string
  /** Where a field's instruction is being read. */
  attributes: Record<string, SaxesAttributeNS>
}

interface Field {
  instruction: string
  shown: boolean
}

/** All that one part of XML holds and a clean copy may not. */
export function provePart(part: string, bytes: Uint8Array, seen: Seen): Trace[] {
  const reading = new PartReading(part, seen)
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('comment', (words) => reading.add('unknown', 'comment of XML', words))
  parser.on('processinginstruction', ({ target }) => reading.add('unknown', `instruction ${target}`))
  parser.on('doctype', () => reading.add('unknown', 'DOCTYPE'))
  parser.on('error', ({ message }) => reading.add('unknown', message))
  parser.on('opentag', (tag) => reading.enter(tag))
  parser.on('closetag', () => reading.leave())
  parser.on('text', (words) => reading.read(words))
  parser.on('cdata', (words) => reading.read(words))
  parser.write(decoded(bytes)).close()
  return reading.traces
}

function decoded(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

class PartReading {
  readonly traces: Trace[] = []
  private readonly part: string
  private readonly seen: Seen
  private readonly open: Open[] = []
  private readonly fields: Field[] = []
  /** Text of the paragraphs that are open, and what was found in each: its words come after. */
  private readonly paragraphs: { words: string; found: Trace[] }[] = []

  constructor(part: string, seen: Seen) {
    this.part = part
    this.seen = seen
  }

  add(kind: TraceKind, what: string, near?: string): void {
    const trace: Trace = { kind, part: this.part, what, ...(near ? { near: near.slice(0, longestNear) } : {}) }
    this.traces.push(trace)
    if (near === undefined) this.paragraphs.at(-1)?.found.push(trace)
  }

  enter(tag: SaxesTagNS): void {
    const isWord = tag.uri === word || tag.uri === strictWord
    const parent = this.open.at(-1)
    this.open.push({ name: tag.local, namespace: tag.uri, attributes: tag.attributes })
    if (isWord && tag.local === 'p') this.paragraphs.push({ words: '', found: [] })
    if (!isAllowedNamespace(tag.uri)) this.add('unknown', tag.name)
    else if (review.test(tag.local) && !isShownName(tag, parent)) this.add('review', tag.local)
    else if (isWord) this.enterWord(tag, parent)
    else this.enterOther(tag)
    for (const attribute of Object.values(tag.attributes)) this.meet(tag, attribute, isWord)
  }

  private enterWord({ local, attributes }: SaxesTagNS, parent: Open | undefined): void {
    if (hiding.test(local) || (local === 'hidden' && parent?.name !== 'style')) this.add('hidden', local)
    else if (local === 'altChunk' || local === 'subDoc') this.add('inserted', local)
    else if (!wordElements.has(local)) this.add('names', local)
    const value = valueOf(attributes, 'val')
    if (local === 'style') this.seen.styles.push({ id: valueOf(attributes, 'styleId'), name: '', part: this.part })
    if (local === 'name' && parent?.name === 'style') this.nameStyle(value)
    else if (local === 'name') this.add('names', 'name', value)
    if (local === 'font') this.seen.fonts.push({ name: valueOf(attributes, 'name'), part: this.part })
    if (local === 'rFonts' || local === 'sym')
      for (const attribute of Object.values(attributes)) this.seen.setIn.add(attribute.value)
    if (styleUses.includes(local)) this.seen.uses.push({ id: value, part: this.part, what: local })
    if (local === 'fldSimple') this.judge(valueOf(attributes, 'instr'))
    if (local === 'fldChar') this.turn(valueOf(attributes, 'fldCharType'))
    const [note, end] = /^(footnote|endnote)(Reference)?$/.exec(local)?.slice(1) ?? []
    if (note === undefined || parent?.name.endsWith('Pr')) return
    const key = `${note} ${valueOf(attributes, 'id')}`
    if (end !== undefined) this.seen.references.add(key)
    else if (['', 'normal'].includes(valueOf(attributes, 'type')))
      this.seen.notes.push({ key, trace: { kind: 'hidden', part: this.part, what: note } })
  }

  private nameStyle(name: string): void {
    const style = this.seen.styles.at(-1)
    if (style) style.name = name
    if (!isOwnStyleName(name)) this.add('names', 'style', name)
  }

  private enterOther({ uri, local, attributes }: SaxesTagNS): void {
    const isHidden =
      (/^(?:docPr|cNvPr)$/.test(local) && ['1', 'true', 'on'].includes(valueOf(attributes, 'hidden'))) ||
      (uri === vml && /visibility\s*:\s*hidden|display\s*:\s*none/i.test(valueOf(attributes, 'style')))
    if (isHidden) this.add('hidden', local)
    if (attributes['typeface']) this.seen.setIn.add(attributes['typeface'].value)
    const kind = toldBy(uri, local)
    if (kind) this.add(kind, local)
  }

  private meet(
    { local, uri: namespace }: SaxesTagNS,
    { uri, local: name, value, prefix }: SaxesAttributeNS,
    ofWord: boolean,
  ): void {
    if (uri === xmlns || prefix === 'xmlns' || name === 'xmlns') {
      if (!isAllowedNamespace(value)) this.add('unknown', 'xmlns', value)
      return
    }
    if (!isAllowedNamespace(uri)) this.add('unknown', name, value)
    else if (uri === word || uri === strictWord) {
      const allowed =
        (wordAttributes.has(name) || `${local} ${name}` === 'documentProtection formatting') &&
        isAllowedWordValue(local, name, value)
      if (!allowed) this.add(/^(?:author|initials|date)$/.test(name) ? 'review' : 'names', `${local} ${name}`, value)
    } else if (/^Relationship$|^Override$|^Default$/.test(local)) return
    else if (ofWord && uri === '') this.add('unknown', `${local} ${name}`, value)
    else if (!isAllowedValue(local, uri === '' ? namespace : uri, name, value))
      this.add('names', `${local} ${name}`, value)
  }

  read(words: string): void {
    const here = this.open.at(-1)
    if (!here || words.trim() === '') {
      if (here?.name === 't') this.show(words)
      return
    }
    if (!withText.test(`${here.namespace} ${here.name}`)) this.add('unknown', `text in ${here.name}`, words)
    else if (here.name === 'title') this.seen.titles.push({ part: this.part, what: 'title', near: words })
    else if (here.name === 'instrText') this.instruct(words)
    else if (here.name === 't') this.show(words)
    else if (here.name === 'f' && /[^A-Za-z0-9$:!,()]/.test(words)) this.add('names', 'f', words)
  }

  private show(words: string): void {
    this.seen.words.push(words)
    const paragraph = this.paragraphs.at(-1)
    if (paragraph) paragraph.words += words
  }

  leave(): void {
    const closed = this.open.pop()
    if (closed?.name !== 'p' || (closed.namespace !== word && closed.namespace !== strictWord)) return
    const paragraph = this.paragraphs.pop()
    for (const trace of paragraph?.found ?? [])
      if (paragraph?.words) trace.near ??= paragraph.words.slice(0, longestNear)
  }

  private instruct(words: string): void {
    const field = this.fields.at(-1)
    if (field && !field.shown) field.instruction += words
    else this.judge(words)
  }

  private turn(type: string): void {
    if (type === 'begin') this.fields.push({ instruction: '', shown: false })
    const field = type === 'end' ? this.fields.pop() : this.fields.at(-1)
    if (field && !field.shown && type !== 'begin') this.judge(field.instruction)
    if (field && type === 'separate') field.shown = true
  }

  private judge(instruction: string): void {
    const trace = fieldTrace(instruction)
    if (trace !== undefined) this.add('names', `field ${trace}`)
  }
}

/** What elements beside those of WordprocessingML tell of people, programs and files. */
function toldBy(uri: string, local: string): TraceKind | undefined {
  if (/\/wordml(?:\/\w+)?$/.test(uri)) return extensions.has(local) ? undefined : 'names'
  if (/core-properties$|\/dc\/(?:terms|elements\/1\.1)\/$/.test(uri))
    return /^(?:coreProperties|title|language)$/.test(local) ? undefined : 'names'
  if (/extended-?properties$/i.test(uri)) return local === 'Properties' || counts.test(local) ? undefined : 'names'
  if (uri.endsWith('/svg'))
    return /^(?:script|metadata|title|desc|foreignObject|image)$/.test(local) ? 'pictures' : undefined
  if (local === 'OLEObject') return 'inserted'
  return /^(?:ink|signatureline|imgLayer|contentPart)$/.test(local) ? 'names' : undefined
}

/** In characters: enough to find a paragraph by. */
const longestNear = 24

/** `w:del` of a form's mark and `w:ins` have namesakes in formulas and drawings that are none. */
function isShownName({ uri, local }: SaxesTagNS, parent: Open | undefined): boolean {
  return (
    uri !== word &&
    uri !== strictWord &&
    /^(?:ins|del|comment|comments)$/.test(local) &&
    parent !== undefined &&
    !/wordml$/.test(uri)
  )
}

function valueOf(attributes: Record<string, SaxesAttributeNS>, name: string): string {
  return Object.values(attributes).find((attribute) => attribute.local === name)?.value ?? ''
}
