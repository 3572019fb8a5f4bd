import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file as a reviewer sends it back: its parts edited by hand, as Word would have written them. */
export class ReviewersCopy {
  readonly #parts: Record<string, Uint8Array>
  #ids = 9000

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes)
  }

  /** Without tracking: the words simply read otherwise. */
  rewrite(old: string, now: string): this {
    return this.#inRun(old, (before, rest) => before + run(rest.properties, now) + rest.behind)
  }

  /** With tracking. */
  replace(old: string, now: string, by: { author: string; date: string }): this {
    return this.#inRun(old, (before, { properties, behind }) => {
      const who = (): string => `w:id="${++this.#ids}" w:author="${by.author}" w:date="${by.date}"`
      const del = `<w:del ${who()}>${run(properties, old, 'delText')}</w:del>`
      const ins = now === '' ? '' : `<w:ins ${who()}>${run(properties, now)}</w:ins>`
      return `${before}${del}${ins}${behind}`
    })
  }

  comment(on: string, words: string, by: { author: string; date: string }): this {
    const id = ++this.#ids
    this.#inRun(
      on,
      (before, { properties, behind }) =>
        `${before}<w:commentRangeStart w:id="${id}"/>${run(properties, on)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>${behind}`,
    )
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const comment = `<w:comment w:id="${id}" w:author="${by.author}" w:date="${by.date}" w:initials=""><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`
    this.#put('word/comments.xml', `<?xml version="1.0"?><w:comments xmlns:w="${main}">${comment}</w:comments>`)
    this.#edit('word/_rels/document.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      ),
    )
    this.#edit('[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
      ),
    )
    return this
  }

  bytes(): Uint8Array {
    return zipSync(this.#parts)
  }

  /** The one run in which the words stand, cut around them. */
  #inRun(words: string, make: (before: string, rest: { properties: string; behind: string }) => string): this {
    this.#edit('word/document.xml', (xml) => {
      const runs = [
        ...xml.matchAll(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs),
      ]
      const found = runs.filter(([, , text = '']) => text.includes(words))
      const [whole] = found
      if (found.length !== 1 || !whole) throw new Error(`${found.length} runs have ${words}`)
      const [all, properties = '', text = ''] = whole
      const at = text.indexOf(words)
      const [head, tail] = [text.slice(0, at), text.slice(at + words.length)]
      const made = make(run(properties, head), { properties, behind: run(properties, tail) })
      return xml.slice(0, whole.index) + made + xml.slice(whole.index + all.length)
    })
    return this
  }

  #edit(name: string, change: (xml: string) => string): void {
    const part = this.#parts[name]
    if (!part) throw new Error(`no part ${name}`)
    const before = strFromU8(part)
    const after = change(before)
    if (after === before) throw new Error(`nothing to change in ${name}`)
    this.#put(name, after)
  }

  #put(name: string, xml: string): void {
    this.#parts[name] = strToU8(xml)
  }
}

function run(properties: string, text: string, element: 't' | 'delText' = 't'): string {
  return text === '' ? '' : `<w:r>${properties}<w:${element} xml:space="preserve">${text}</w:${element}></w:r>`
}
