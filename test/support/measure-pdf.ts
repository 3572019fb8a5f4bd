import { execFileSync } from 'node:child_process'

export interface PdfPage {
  /** Lines of the text area from top to bottom, each with its characters and the x of its edges in points. */
  lines: { text: string; top: number; left: number; right: number }[]
  /** The line below the text area, and on which side of the page it stands. */
  number: { text: string; side: 'left' | 'right' | 'centre' } | undefined
}

/** Reads where the words of a PDF stand, through poppler. `bottom` is the height of the lower margin in points. */
export function measurePdf(path: string, bottom: number): PdfPage[] {
  const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return html
    .split('<page ')
    .slice(1)
    .map((page) => readPage(page, bottom))
}

interface Word {
  left: number
  top: number
  right: number
  bottom: number
  text: string
}

function readPage(page: string, bottom: number): PdfPage {
  const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page)
  const width = Number(size?.[1])
  const height = Number(size?.[2])
  const words = [
    ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gs),
  ]
  const lines = groupLines(
    words.map(([, left, top, right, low, text = '']) => ({
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(low),
      text,
    })),
  )
  const below = lines.find((line) => line.middle > height - bottom)
  const middle = below ? (below.left + below.right) / 2 / width : 0
  return {
    lines: lines
      .filter((line) => line.middle <= height - bottom)
      .map(({ text, top, left, right }) => ({ text, top, left, right })),
    number: below && { text: below.text, side: middle < 0.4 ? 'left' : middle > 0.6 ? 'right' : 'centre' },
  }
}

function groupLines(words: Word[]): { text: string; top: number; middle: number; left: number; right: number }[] {
  const lines: { words: Word[]; middle: number }[] = []
  for (const word of words.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const middle = (word.top + word.bottom) / 2
    const line = lines.at(-1)
    if (line && Math.abs(line.middle - middle) < 0.4 * (word.bottom - word.top)) line.words.push(word)
    else lines.push({ words: [word], middle })
  }
  return lines.map(({ words: found, middle }) => {
    const sorted = found.toSorted((a, b) => a.left - b.left)
    return {
      text: decode(sorted.map((word) => word.text).join('')),
      top: Math.min(...sorted.map((word) => word.top)),
      middle,
      left: Math.min(...sorted.map((word) => word.left)),
      right: Math.max(...sorted.map((word) => word.right)),
    }
  })
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
