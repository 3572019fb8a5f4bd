import { SaxesParser } from 'saxes'
import type { HtmlNode } from '../../renderer/editor/clipboard/read-html.ts'

interface Built extends HtmlNode {
  childNodes: Built[]
  parentNode: Built | null
}

/** A document tree from well-formed markup: what `DOMParser` gives in the window, as far as the editor reads it. */
export function parseHtml(markup: string): HtmlNode {
  const root = element('BODY', {}, null)
  let current = root
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const opened = element(name, attributes, current)
    current.childNodes.push(opened)
    current = opened
  })
  parser.on('closetag', () => (current = current.parentNode ?? root))
  parser.on('text', (text) => {
    current.childNodes.push({ nodeType: 3, nodeName: '#text', textContent: text, childNodes: [], parentNode: current })
  })
  parser.write(`<x>${markup.replaceAll('&nbsp;', '\u00A0')}</x>`).close()
  return root.childNodes[0] ?? root
}

function element(name: string, attributes: Record<string, string>, parentNode: Built | null): Built {
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    textContent: null,
    childNodes: [],
    parentNode,
    getAttribute: (key) => attributes[key] ?? null,
  }
}

/** The clipboard of a paste or copy, as far as the editor uses it. */
export function clipboard(content: Record<string, string> = {}): DataTransfer & { content: Record<string, string> } {
  return {
    content,
    getData: (type: string) => content[type] ?? '',
    setData: (type: string, value: string) => void (content[type] = value),
  } as never
}
