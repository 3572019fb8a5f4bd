import { lintPackage } from './lint.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/**
 * Faults of a package that the one it was made of has not, or has fewer of: a file from outside may be faulty itself, and
 * is not made worse. The source is looked at only where the result has any.
 */
export function newFaults(source: Parts, result: Parts): string[] {
  const faults = lintPackage(textsOf(result))
  if (faults.length === 0) return []
  const known = new Map<string, number>()
  for (const fault of lintPackage(textsOf(source))) known.set(shapeOf(fault), (known.get(shapeOf(fault)) ?? 0) + 1)
  return faults.filter((fault) => {
    const left = known.get(shapeOf(fault)) ?? 0
    known.set(shapeOf(fault), left - 1)
    return left <= 0
  })
}

/** Numbers change when a file is written anew. */
function shapeOf(fault: string): string {
  return fault.replace(/\b[0-9A-F]{8}\b/gi, '#').replace(/-?\d+/g, '#')
}

/** Only what is text need be read; of pictures the name is enough. */
function textsOf(parts: Parts): Map<string, string> {
  return new Map([...parts].map(([name, bytes]) => [name, /\.(?:xml|rels)$/i.test(name) ? decoded(bytes) : '']))
}

function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
