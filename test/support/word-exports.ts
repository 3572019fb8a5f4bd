import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import { readThreads } from '../../shared/comments/threads.ts'
import type { TextComment } from '../../shared/report/commented-body.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { printedOpinions } from '../../shared/opinions/opinion-sheet.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { mergeCopies } from '../../shared/revisions/merge/merge-copies.ts'
import { annexIndicators, annexTable, trendChart } from '../../shared/ledger/annex/annex-tables.ts'
import { ledgerReader } from '../../shared/ledger/ledger-reader.ts'
import { writeReport, type WriteOptions } from '../../shared/word/write/write-report.ts'
import { sampleBody } from '../editor-page/sample-body.ts'
import { paragraph, reportOf } from './blocks.ts'
import { checkLists, translator } from './check-data.ts'
import { figure, row, sampleLedger } from './ledger.ts'
import { printedSample } from './printed-sample.ts'
import { readPreset } from './printing-preset.ts'
import { reviewedReport } from './reviewed-report.ts'
import { ofAll, runEdits, stepsOf } from './tracked-scripts.ts'

/** A Word file of each kind that a report made here gives. */
export async function wordExports(scripts: number): Promise<Map<string, Uint8Array>> {
  const preset = readPreset('standard')
  const files = new Map<string, Uint8Array>()
  const add = async (name: string, report: Report, more: Partial<WriteOptions> = {}): Promise<void> => {
    const { bytes, faults } = await writeReport(report, preset, { clock: '2026-01-05T08:00:00Z', ...more })
    if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`)
    files.set(name, bytes)
  }
  await add('printed', printedSample())
  await add('annexes', annexes())
  await add('redline', reviewedReport, { review: true })
  await add('clean', reviewedReport, { review: false })
  await add('comparison', comparison(), { review: true })
  await add('merged', merged(), { review: true })
  await add('opinions', opinions())
  const author = { name: '政稿', initials: '政', date: '2026-01-05T08:00:00' }
  await add('commented', printedSample(), { comments: { list: findingsAsComments, author } })
  for (const [index, body] of scriptedBodies(scripts).entries())
    await add(`scripted-${index}`, reportOf(body, printedSample().notes), { review: true })
  return files
}

const findingsAsComments: TextComment[] = [
  { start: 0, end: 4, paragraphs: ['标题与会议名称不一致。'] },
  { start: 2, end: 9, paragraphs: ['此处请核对。', '依据见第二段。'] },
]

const income = row(
  '财政总收入',
  '万元',
  [3200, 3550, 4000].map((value, index) => figure(2021 + index, '万元', { value: String(value) })),
)

function annexes(): Report {
  const t = translator('zh-CN')
  const ledger = sampleLedger()
  const reader = ledgerReader(ledger, checkLists.indicators)
  const chart = trendChart(income, { from: 2021, to: 2024 }, t)
  const indicators = annexIndicators('results', 2025, ledger.rows)
  return reportOf([
    paragraph('附表'),
    annexTable({ kind: 'results', year: 2025, indicators }, reader, t),
    ...(chart ? [chart] : []),
    paragraph('完。'),
  ])
}

function comparison(): Report {
  const [before, after] = [printedSample(), printedSample()]
  const body = after.body
    .filter((_, index) => index % 7 !== 4)
    .map((block, index): Block => {
      if (block.type !== 'paragraph' || index % 3 !== 0) return block
      return { ...block, children: [{ text: `改后第${index}段，粮食总产3.${index}万吨。` }] }
    })
  const compared = compareBodies(before, { body, notes: after.notes }, { author: '比较', date: '2026-01-06T08:00:00' })
  return { ...before, body: compared }
}

function merged(): Report {
  const base = printedSample()
  const copyOf = (reviewer: string, words: string) => ({
    report: {
      body: base.body.map((block): Block =>
        block.type === 'paragraph' ? { ...block, children: [...block.children, { text: words }] } : block,
      ),
      notes: base.notes,
    },
    reviewer,
    knownAs: undefined,
    date: '2026-01-07T08:00:00',
    formats: true,
  })
  return mergeCopies(base, [copyOf('周书记', '要抓紧。'), copyOf('林镇长', '要见效。')], 'm').report
}

function opinions(): Report {
  const threads = readThreads(reviewedReport.review?.comments ?? [], reviewedReport.body)
  const rows = threads.map(({ root }) => ({
    id: root.id,
    author: root.author,
    date: root.date,
    place: undefined,
    said: { kind: 'comment' as const, words: root.paragraphs.join(''), quote: '' },
    answer: 'open' as const,
    reason: '',
    automatic: true,
  }))
  return printedOpinions({ rows, report: '穗桥镇政府工作报告', day: '2026-01-06', dropped: 1 }, translator('zh-CN'))
}

/** What two people make of a report with 修订 on; the same scripts in every run. */
export function scriptedBodies(count: number): Block[][] {
  return fc.sample(stepsOf(ofAll), { numRuns: count, seed: 20260105 }).map((steps) => {
    const editor = createReportEditor(sampleBody)
    runEdits(editor, ofAll, steps, true)
    return editor.children as Block[]
  })
}

export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)))
}
