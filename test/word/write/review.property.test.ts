import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createReportEditor } from '../../../renderer/editor/create-report-editor.ts'
import { readThreads } from '../../../shared/comments/threads.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Comment,
  type LineBlock,
  type Pending,
  type Report,
} from '../../../shared/report/schema.ts'
import { decide, decideReport } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { lintPackage } from '../../../shared/word/write/lint.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { sampleBody } from '../../editor-page/sample-body.ts'
import { reportOf } from '../../support/blocks.ts'
import { wordsOf } from '../../support/final-view.ts'
import { printedPages, printedParagraphs } from '../../support/printed-paragraphs.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParts } from '../../support/read-docx.ts'
import { leaf, p } from '../../support/slate.ts'
import { ofAll, runEdits, stepsOf } from '../../support/tracked-scripts.ts'
import { partsOf } from '../../support/word-exports.ts'

/** What random edits by two people leave in a report, and a choice among its revisions for each number. */
const revised = fc.tuple(stepsOf(ofAll), fc.array(fc.nat({ max: 2 }), { minLength: 40, maxLength: 40 }))
const runs = Number(process.env['RUNS'] ?? 40)

function bodyAfter(steps: Parameters<typeof runEdits>[2]): Block[] {
  const editor = createReportEditor(sampleBody)
  runEdits(editor, ofAll, steps, true)
  return editor.children as Block[]
}

/** The ids by the number that falls on each; a move is one thing. */
function shared(body: readonly Block[], numbers: readonly number[]): Set<string>[] {
  const things = [...new Set(revisionsIn(body).map(({ revision }) => revision.move ?? revision.id))]
  const of = new Map(things.map((thing, index) => [thing, numbers[index % numbers.length] ?? 0]))
  return [0, 1, 2].map(
    (number) =>
      new Set(
        revisionsIn(body)
          .filter(({ revision }) => of.get(revision.move ?? revision.id) === number)
          .map(({ revision }) => revision.id),
      ),
  )
}

const none = new Set<string>()

test('accepting some and then others is accepting both at once', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(revised, ([steps, numbers]) => {
      const body = bodyAfter(steps)
      const [first = none, second = none] = shared(body, numbers)
      for (const decision of ['accept', 'reject'] as const) {
        const inTurn = decide(decide(body, decision, first), decision, second)
        const atOnce = decide(body, decision, new Set([...first, ...second]))
        expect(wordsOf(inTurn)).toEqual(wordsOf(atOnce))
        expect(idsOf(inTurn)).toEqual(idsOf(atOnce))
      }
    }),
    { numRuns: runs },
  )
})

test('nothing is pending when all is decided, and what is left keeps its ids', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(revised, ([steps, numbers]) => {
      const body = bodyAfter(steps)
      const [first = none] = shared(body, numbers)
      const known = new Set(idsOf(body))
      for (const decision of ['accept', 'reject'] as const) {
        for (const id of idsOf(decide(body, decision, first))) expect(known.has(id)).toBe(true)
        expect(idsOf(decide(decide(body, decision, first), 'accept', 'all'))).toEqual([])
      }
    }),
    { numRuns: runs },
  )
})

/** Insertions and deletions in separate lines: one that lies in another is decided along with it. */
const apart = fc.array(fc.record({ kind: fc.constantFrom('ins' as const, 'del' as const), first: fc.boolean() }), {
  minLength: 2,
  maxLength: 8,
})

test('accepting some and rejecting others can be done in any order', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(apart, (places) => {
      const body: Block[] = places.map(({ kind }, index) =>
        p(`第${index}项`, leaf('改', { [kind]: { id: `r${index}`, author: '周书记', date: '' } }), '完成'),
      )
      const ids = (wanted: boolean): Set<string> =>
        new Set(places.flatMap(({ first }, index) => (first === wanted ? [`r${index}`] : [])))
      const one = decide(decide(body, 'accept', ids(true)), 'reject', ids(false))
      const other = decide(decide(body, 'reject', ids(false)), 'accept', ids(true))
      expect(one).toEqual(other)
    }),
    { numRuns: runs },
  )
})

const idsOf = (body: readonly Block[]): string[] =>
  [...new Set(revisionsIn(body).map(({ revision }) => revision.id))].sort()

const preset = readPreset('standard')

/** Comments on every third leaf with words, the second of them with a reply. */
function commented(body: readonly Block[]): Report {
  const comments: Comment[] = []
  let leaves = 0
  const marked = body.map((block): Block => {
    if (!isLineBlock(block)) return block
    const children = block.children.map((inline) => {
      if (!isTextLeaf(inline) || inline.text === '' || leaves++ % 3 !== 0) return inline
      const id = `c${comments.length}`
      comments.push({
        id,
        author: '周书记',
        initials: '周',
        date: '2026-01-05T08:00:00',
        paragraphs: [id],
        done: false,
      })
      return { ...inline, comments: [id] }
    })
    return { ...block, children }
  })
  const reply: Comment = { ...(comments[1] as Comment), id: 'reply', parent: 'c1', done: false, paragraphs: ['已改'] }
  const all = comments.length > 1 ? [...comments, reply] : comments
  return { ...reportOf(marked, notes), review: { tracking: 'on', comments: all, opinions: {} } }
}

const notes = Object.fromEntries(['n1', 'n2', 'n9'].map((id) => [id, { kind: 'footnote' as const, text: '注。' }]))

const written = async (report: Report, review: boolean): Promise<Map<string, Uint8Array>> =>
  partsOf((await writeReport(report, preset, { clock: '2026-01-05T08:00:00Z', review })).bytes)

/** The report as it is after it went out with its review and came back. */
async function throughWord(report: Report): Promise<Report> {
  const { bytes } = await writeReport(report, preset, { clock: '2026-01-05T08:00:00Z', review: true })
  expect(lintPackage(docxParts(bytes))).toEqual([])
  const again = readDocx(partsOf(bytes), { id: 'test', name: 'a.docx', format: 'docx' })
  if (!again.ok) throw new Error(again.reason)
  return again.report
}

test('what goes out with its review has no fault and comes back with its comments', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(ofAll), async (steps) => {
      const report = commented(bodyAfter(steps))
      const again = await throughWord(report)
      const threads = ({ body, review }: Report): unknown[] =>
        readThreads(review?.comments ?? [], body)
          .map(({ root, replies }) =>
            [root, ...replies].map(({ author, paragraphs }) => [author, ...paragraphs].join()).join('|'),
          )
          .sort()
      expect(threads(again)).toEqual(threads(report))
    }),
    { numRuns: Math.ceil(runs / 2) },
  )
})

/** Words and ends of lines with those who changed them; what kind of line it is may be read in another way. */
function revisedWords(body: readonly Block[]): string[] {
  const people = ({ ins, del }: Pending): string =>
    `${ins ? `+${ins.author.charAt(0)}` : ''}${del ? `-${del.author.charAt(0)}` : ''}`
  const ofLine = ({ children, mark = {} }: LineBlock): string => {
    const units = children.flatMap((child) =>
      (isTextLeaf(child) ? Array.from(child.text) : ['※']).map((unit) => unit + people(child)),
    )
    return `${units.join(' ')} ¶${people(mark)}`
  }
  return body.flatMap((block) => {
    if (isLineBlock(block)) return ofLine(block)
    if (block.type !== 'table') return block.type + people(block)
    return block.children.map(
      (row) => people(row) + row.children.map((cell) => cell.children.map(ofLine).join('/')).join('|'),
    )
  })
}

test('what came back goes out and comes back again as it is', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(ofAll), async (steps) => {
      const once = await throughWord(reportOf(bodyAfter(steps), notes))
      expect(revisedWords((await throughWord(once)).body)).toEqual(revisedWords(once.body))
    }),
    { numRuns: Math.ceil(runs / 2) },
  )
})

/** A table that came or went: a file keeps the lines around it apart. */
function isRevisedObject(block: Block): boolean {
  return block.type === 'table' && block.children.some(({ ins, del }) => ins ?? del)
}

test('deciding about all in the file gives what deciding in the report does', { timeout: 60_000 }, async () => {
  const scripts = stepsOf(ofAll).map((steps) => bodyAfter(steps))
  await fc.assert(
    fc.asyncProperty(
      scripts.filter((body) => !body.some(isRevisedObject)),
      async (body) => {
        const report = reportOf(body, notes)
        const file = await written(report, true)
        for (const decision of ['accept', 'reject'] as const) {
          const inReport = await written(decideReport(report, decision, 'all'), false)
          const inFile = decidePackage(file, decision, 'all')
          expect(printedParagraphs(inFile), decision).toEqual(printedParagraphs(inReport))
          expect(printedPages(inFile), decision).toEqual(printedPages(inReport))
        }
      },
    ),
    { numRuns: Math.ceil(runs / 4) },
  )
})
