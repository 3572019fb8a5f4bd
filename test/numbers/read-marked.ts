/** A sentence with the expected figures in 【】: the plain sentence, and where the marks stand in it. */
export function readMarked(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = []
  let text = ''
  let start = -1
  for (const character of marked) {
    if (character === '【') start = text.length
    else if (character === '】') spans.push({ start, end: text.length })
    else text += character
  }
  return { text, spans }
}
