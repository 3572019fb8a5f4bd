/** How many comments of a package stand somewhere in its text; Word shows no other ones and drops them when it saves. */
export function countPlacedComments(parts: ReadonlyMap<string, Uint8Array>): number {
  const decoder = new TextDecoder()
  const [comments, referred] = [new Set<string>(), new Set<string>()]
  for (const [name, bytes] of parts) {
    if (!name.endsWith('.xml')) continue
    for (const [, tag, id = ''] of decoder.decode(bytes).matchAll(elements))
      (tag === 'comment' ? comments : referred).add(id)
  }
  return [...comments].filter((id) => referred.has(id)).length
}

const elements = /<\w{1,20}:(comment|commentReference)\s[^<>]{0,2000}?\bid="(\d{1,9})"/g
