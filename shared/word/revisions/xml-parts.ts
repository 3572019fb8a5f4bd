import { attributeOf, readSourcePart, sourceElements } from './source-tree.ts'

/** Whole files that are inserted have the type of their main part. */
const zipStart = 0x50
const contentTypes = '[Content_Types].xml'

/** Whether a part is XML: its content type says so, whatever its name ends in. */
export function xmlParts(parts: ReadonlyMap<string, Uint8Array>): (name: string) => boolean {
  const bytes = parts.get(contentTypes)
  const types = bytes ? sourceElements(readSourcePart(bytes, contentTypes).root) : []
  const named = new Map<string, string>()
  for (const type of types) {
    const key = attributeOf(type, 'PartName')?.replace(/^\//, '') ?? `.${attributeOf(type, 'Extension') ?? ''}`
    named.set(key.toLowerCase(), attributeOf(type, 'ContentType') ?? '')
  }
  return (name) => {
    if (parts.get(name)?.[0] === zipStart) return false
    const lower = name.toLowerCase()
    const type = named.get(lower) ?? named.get(lower.slice(lower.lastIndexOf('.'))) ?? ''
    return /\.xml$/.test(lower) || /[+/]xml$/i.test(type)
  }
}
