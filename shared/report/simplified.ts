import characters from 'opencc-js/dict/TSCharacters'

/**
 * The same text in simplified characters, each replaced by exactly one of the same length, so that offsets hold for
 * both: 財政總收入 → 财政总收入. Words are matched in it, never shown. Mis-converted texts (農村麵貌) fold the same way.
 */
export function simplified(text: string): string {
  let folded = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const replacement = table[text.charCodeAt(at)]
    if (replacement === undefined || replacement === 0) continue
    folded += text.slice(copied, at) + String.fromCharCode(replacement)
    copied = at + 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
}

/** Code unit of the simplified form by code unit; 0 where there is none, or only one outside the basic plane. */
const table = readTable(characters)

function readTable(source: string): Uint16Array {
  const units = new Uint16Array(0x10000)
  for (const entry of source.split('|')) {
    const [traditional, simple] = entry.split(' ')
    if (traditional?.length === 1 && simple?.length === 1) units[traditional.charCodeAt(0)] = simple.charCodeAt(0)
  }
  return units
}
