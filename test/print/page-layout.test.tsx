import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../electron/browser-runtime/find-chromium.ts'
import { PrintedReport } from '../../renderer/print/PrintedReport.tsx'
import { pageRules } from '../../renderer/print/paper-style.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { measurePdf, type PdfPage } from '../support/measure-pdf.ts'
import { paragraph, reportOf } from '../support/blocks.ts'
import { printedSample } from '../support/printed-sample.ts'
import { allPresets } from '../support/printing-preset.ts'
import { convertWithOffice, runProgram } from '../support/run-program.ts'

const poppler = spawnSync('pdftotext', ['-v']).error === undefined
const browser = poppler ? findChromium() : undefined
const office = poppler && spawnSync('soffice', ['--version']).error === undefined

/** Other programs are started, and once more where they hang. */
const patience = 300_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-layout-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The same text as a PDF of the print page, without the window around it. */
async function drawWithBrowser(preset: PagePreset): Promise<string> {
  const css = ['print.css', 'print-page.css'].map((name) =>
    readFileSync(new URL(`../../renderer/print/${name}`, import.meta.url), 'utf8'),
  )
  const text = renderToStaticMarkup(<PrintedReport report={runningText(preset)} preset={preset} />)
  const page = join(folder, 'page.html')
  const pdf = join(folder, `${preset.id}.pdf`)
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${[...css, ...pageRules(preset)].join('\n')}</style>${text}`,
  )
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const flags = (trial: number): string[] => [
    ...root,
    '--headless',
    '--disable-gpu',
    `--user-data-dir=${join(folder, `profile-${trial}`)}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    `file://${page}`,
  ]
  expect(await runProgram(browser ?? '', flags, { patience: 60_000, tries: 3 })).toBeUndefined()
  return pdf
}

async function drawWithOffice(preset: PagePreset): Promise<string> {
  const { bytes } = await writeReport(runningText(preset), preset, { clock: '2026-01-05T08:00:00Z' })
  const word = join(folder, `word-${preset.id}.docx`)
  writeFileSync(word, bytes)
  await drawPdf(word)
  return join(folder, `word-${preset.id}.pdf`)
}

async function drawPdf(word: string): Promise<void> {
  expect(await convertWithOffice(word, { to: 'pdf', into: folder, profiles: folder })).toBeUndefined()
}

/** Eight pages of full-width characters: every full line and page can be counted. */
function runningText({ grid }: PagePreset): ReturnType<typeof reportOf> {
  const words = '全镇上下齐心协力克难攻坚扎实推进各项工作任务落实见效'
  const long = words.repeat(Math.ceil((grid.lines * grid.characters) / words.length / 3))
  return reportOf(Array.from({ length: 24 }, () => paragraph(`${long}。`)))
}

function expectGrid(pages: readonly PdfPage[], { grid, pageNumber }: PagePreset): void {
  const full = pages.slice(0, -1)
  expect(full.length).toBeGreaterThan(4)
  expect(new Set(full.map((page) => page.lines.length))).toEqual(new Set([grid.lines]))
  const left = Math.min(...full.flatMap((page) => page.lines.map((line) => line.left)))
  const right = Math.max(...full.flatMap((page) => page.lines.map((line) => line.right)))
  const fullLines = full.flatMap((page) => page.lines).filter((line) => line.left < left + 2 && line.right > right - 3)
  expect(fullLines.length).toBeGreaterThan(20)
  expect(new Set(fullLines.map((line) => line.text.length))).toEqual(new Set([grid.characters]))
  pages.forEach((page, index) => {
    const side = pageNumber === 'centre' ? 'centre' : index % 2 === 0 ? 'right' : 'left'
    expect(page.number).toEqual({ text: `—${index + 1}—`, side })
  })
}

describe.each(allPresets())('preset $id keeps its grid', (preset) => {
  test.runIf(browser)('in the browser that prints', { timeout: patience }, async () => {
    expectGrid(measurePdf(await drawWithBrowser(preset), preset.page.bottom / 20), preset)
  })

  test.runIf(office)('as a Word file', { timeout: patience }, async () => {
    expectGrid(measurePdf(await drawWithOffice(preset), preset.page.bottom / 20), preset)
  })
})

test.runIf(office)(
  'a report with tables, notes and annexes keeps the pitch on the pages without them',
  { timeout: patience },
  async () => {
    const preset = allPresets().find(({ id }) => id === 'standard')
    if (!preset) throw new Error('no standard preset')
    const { bytes } = await writeReport(printedSample(), preset, { clock: '2026-01-05T08:00:00Z' })
    const word = join(folder, 'sample.docx')
    writeFileSync(word, bytes)
    await drawPdf(word)
    const pages = measurePdf(join(folder, 'sample.pdf'), preset.page.bottom / 20)
    // Page 1: title block, with the blank line that no text stands on.
    expect(pages[0]?.lines).toHaveLength(21)
    expect(pages.map((page) => page.number?.text)).toEqual(pages.map((_, index) => `—${index + 1}—`))
  },
)
