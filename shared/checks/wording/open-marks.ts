import type { Placed } from '../rule.ts'
import { mostInParagraph } from './most-in-paragraph.ts'

/** A quotation mark, bracket or title mark; half-width brackets count as full-width ones, mixed pairs are common. */
interface Mark {
  start: number
  end: number
  opening: string
}

/** What a paragraph leaves open, and what it closes without having opened it. */
export interface OpenMarks {
  turned: Mark[]
  unclosed: Mark[]
  unopened: Mark[]
  /** Begins with “, as every paragraph of a long quotation does. */
  quotes: boolean
}

export interface LoneMark {
  start: number
  end: number
  partner: string
  problem: 'markUnclosed' | 'markUnopened' | 'markTurned'
}

const closings = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（', '）'],
])
const openings = new Map([...closings].map(([opening, closing]) => [closing, opening]))

export function readOpenMarks(text: string): OpenMarks | undefined {
  const quotes = /^[\s\u3000]*“/.test(text)
  const found: OpenMarks = { turned: [], unclosed: [], unopened: [], quotes }
  const stack: Mark[] = []
  // Where straight quotation marks stand in for some of the curly ones, these do not pair.
  const straight = text.includes('"')
  for (const { index: start, 0: printed } of text.matchAll(/[“”‘’《》（）()]/g)) {
    const mark = printed === '(' ? '（' : printed === ')' ? '）' : printed
    const span = { start, end: start + 1 }
    if (straight && /[“”]/.test(mark)) continue
    if (closings.has(mark)) open(text, { ...span, opening: mark }, stack, found)
    else close(text, { ...span, opening: openings.get(mark) ?? mark }, stack, found)
  }
  found.unclosed.push(...stack)
  for (const marks of [found.turned, found.unclosed, found.unopened]) marks.splice(mostInParagraph)
  return quotes || found.turned.length + found.unclosed.length + found.unopened.length > 0 ? found : undefined
}

/** “务实高效“等: the second one should have closed. Before a word it may open a quotation within the quotation. */
function open(text: string, mark: Mark, stack: Mark[], found: OpenMarks): void {
  const turned =
    mark.opening === '“' &&
    stack.at(-1)?.opening === '“' &&
    /^(?:[，。、；：！？）》]|等|$)/.test(text.charAt(mark.end))
  if (turned) {
    stack.pop()
    found.turned.push(mark)
  } else {
    const last = stack.at(-1)
    if (last?.opening === '“' && leadsLine(text, last) && leadsLine(text, mark)) stack.pop()
    stack.push(mark)
  }
}

/** Each paragraph of a long quotation opens it anew; a copy may hold several of them as the lines of one paragraph. */
const leadsLine = (text: string, { start, opening }: Mark): boolean =>
  opening === '“' && /(?:^|\n)[ \t\u3000]*$/.test(text.slice(Math.max(0, start - 8), start))

function close(text: string, mark: Mark, stack: Mark[], found: OpenMarks): void {
  const at = stack.findLastIndex(({ opening }) => opening === mark.opening)
  if (at < 0) {
    if (!standsAlone(text, mark)) found.unopened.push(mark)
  } else found.unclosed.push(...stack.splice(at).slice(1))
}

/** 1） and 一） count items; ’ after a Latin letter or a digit is an apostrophe or minutes, ” after a digit inches. */
function standsAlone(text: string, { start, opening }: Mark): boolean {
  const before = text.slice(Math.max(0, start - 4), start)
  if (opening === '（') return /(?:^|[\s\u3000。；：，、])[0-9０-９一二三四五六七八九十A-Za-z]{1,3}$/.test(before)
  if (opening === '‘') return /[0-9A-Za-z]$/.test(before)
  if (/[0-9]$/.test(before)) return opening === '“'
  // 联动”，在…: words lost at the head of a paragraph are another rule's finding.
  return opening === '“' && start <= 12 && /^[^“”"‘’\n]{1,12}”[，,。；、]/.test(text)
}

/**
 * Marks without a partner. A quotation may close in one of the next paragraphs, and one of several paragraphs opens in each
 * of them; a copy may break the line after 《.
 */
export function withoutPartner(placed: readonly Placed<OpenMarks>[]): LoneMark[] {
  const lone: LoneMark[] = []
  let waiting: (Mark & { leads: boolean })[] = []
  for (const { start, facts } of placed) {
    const moved = (mark: Mark): Mark => ({ ...mark, start: mark.start + start, end: mark.end + start })
    lone.push(...facts.turned.map(moved).map((mark) => loneMark(mark, 'markTurned')))
    waiting = waiting.filter((mark) => start - mark.end < reach || !lone.push(loneMark(mark, 'markUnclosed')))
    if (facts.quotes) waiting = waiting.filter((mark) => !mark.leads)
    for (const mark of facts.unopened.map(moved)) {
      const at = waiting.findLastIndex(({ opening }) => opening === mark.opening)
      if (at < 0) lone.push(loneMark(mark, 'markUnopened'))
      else waiting = waiting.filter((_, index) => index !== at)
    }
    waiting.push(...facts.unclosed.map(moved).map((mark, at) => ({ ...mark, leads: facts.quotes && at === 0 })))
  }
  lone.push(...waiting.map((mark) => loneMark(mark, 'markUnclosed')))
  return lone.sort((a, b) => a.start - b.start)
}

/** Characters over which a mark may wait for its partner in another paragraph. */
const reach = 600

function loneMark({ start, end, opening }: Mark, problem: LoneMark['problem']): LoneMark {
  return { start, end, problem, partner: problem === 'markUnopened' ? opening : (closings.get(opening) ?? '') }
}
