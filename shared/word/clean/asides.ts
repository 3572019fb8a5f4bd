import { decodeXml } from '../read/xml-tree.ts'

/** XML without remarks and instructions to programs, which no reader sees; the same bytes where there are none. */
export function withoutAsides(bytes: Uint8Array, name: string): Uint8Array {
  const text = decodeXml(bytes, name)
  // Literal text comes first: what looks like a remark in it is none. `<` stands in no attribute.
  const plain = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, (found, at: number) =>
    found.startsWith('<![') || (/^<\?xml\s/.test(found) && text.slice(0, at).replace('\uFEFF', '') === '') ? found : '',
  )
  if (plain === text) return bytes
  return new TextEncoder().encode(
    plain.replace(/^\uFEFF/, '').replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2'),
  )
}
