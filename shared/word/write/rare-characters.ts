/**
 * Chinese characters of a text that the fonts named _GB2312 do not hold (names of people and places mostly), each once, in
 * the order of the text. GB2312 has 6,763 of them: bytes B0A1 to F7FE.
 */
export function rareCharacters(text: string): string[] {
  return [...new Set(text)].filter(
    (character) => !gb2312().has(character) && character !== '〇' && /\p{Script=Han}/u.test(character),
  )
}

let known: ReadonlySet<string> | undefined

/** Decoded once: a table of what the decoder knows, the same on every computer. */
function gb2312(): ReadonlySet<string> {
  if (known) return known
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  }
  known = new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)))
  return known
}
