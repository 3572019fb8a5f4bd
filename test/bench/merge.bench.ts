import { performance } from 'node:perf_hooks'
import { isLineBlock, isTextLeaf, type Block, type Report } from '../../shared/report/schema.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { mergeCopies, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { variedReport } from './varied-report.ts'

/** 比较 and 合并 of reports of 50,000 characters, beside cutting both into words: nothing can compare words before that. */

const rounds = 9
const report = variedReport(50_000, false)
const reviewers = ['王书记', '李镇长', '赵主任']

/** Every so manieth paragraph has another figure and one more sentence. */
function reviewed(body: readonly Block[], every: number, sentence: string): Block[] {
  return body.map((block, index) => {
    if (block.type !== 'paragraph' || index % every !== 0) return block
    const text = block.children.map((child) => ('text' in child ? child.text : '')).join('')
    return { ...block, children: [{ text: `${text.replace(/(\d)(\d)/, '$2$1')}${sentence}` }] }
  })
}

const versions = reviewers.map((name, index) => reviewed(report.body, 3 + index, `${name}要求抓紧落实。`))
const unmarked = versions.map((body, index) => copyOf(reviewers[index] ?? '', body))
const marked = versions.map((body, index) => {
  const author = reviewers[index] ?? ''
  const both = compareBodies(report, { body, notes: {} }, { author, date: '2026-01-07T10:00:00' })
  return { ...copyOf(author, both), knownAs: author }
})

function copyOf(reviewer: string, body: Block[]): ReviewedCopy {
  return { report: { body, notes: {} }, reviewer, knownAs: undefined, date: '', formats: true }
}

const last = versions.at(-1) ?? []
const floor: number = row('words of both (floor)', 0, () => {
  const words = new Intl.Segmenter('zh', { granularity: 'word' })
  for (const body of [report.body, last]) for (const text of textsOf(body)) Array.from(words.segment(text))
})
row('compare of two reports', 300, () => compareBodies(report, { body: last, notes: {} }, { author: '比较', date: '' }))
row('merge of three marked copies', 300, () => merged(marked))
row('merge of three unmarked copies', 600, () => merged(unmarked))

function merged(copies: ReviewedCopy[]): Report {
  return mergeCopies(report, copies, 'm').report
}

function textsOf(body: readonly Block[]): string[] {
  return body.flatMap((block) =>
    isLineBlock(block) ? block.children.map((child) => (isTextLeaf(child) ? child.text : '')) : [],
  )
}

/** Milliseconds; the target is that of a computer without other load. */
function row(name: string, target: number, work: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    work()
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  const middle = times[Math.floor(rounds / 2)] ?? 0
  const beside = target === 0 ? '' : ` (target ${target}, ${(middle / floor).toFixed(1)} × floor)`
  console.log(`${name.padEnd(34)} ${middle.toFixed(0).padStart(6)} ms, fastest ${(times[0] ?? 0).toFixed(0)}${beside}`)
  return middle
}
