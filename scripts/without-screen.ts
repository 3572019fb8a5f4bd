// What `npm start` does on a computer without a screen: the whole way from the sample report to paper.
import { join } from 'node:path'
import process from 'node:process'
import { printToPdf } from '../electron/cli/print-engine.ts'
import { deliveredLists } from '../electron/services/check-lists.ts'
import { exportReport } from '../electron/services/export/export-report.ts'
import { installedFonts } from '../electron/services/fonts.ts'
import { readSample } from '../electron/services/sample.ts'
import { sentencesIn } from '../electron/services/sentences.ts'
import { readTemplates } from '../electron/services/templates.ts'
import { checkReport } from '../shared/checks/check-report.ts'
import { findingSentence, severityWord } from '../shared/checks/finding-sentence.ts'
import { plainText } from '../shared/report/plain-text.ts'

const out = join(import.meta.dirname, '..', 'out')
const say = await sentencesIn('zh-CN')
const translate = (key: string, values: Record<string, string | number> = {}): string => say(key, values)

const templates = await readTemplates()
const { report, prior } = await readSample()
const { text } = plainText(report.body)
const { year, place } = report.meta
const { findings, coverage } = checkReport({ ...deliveredLists(templates), text, year, place, prior: [prior] })
console.log(`示范报告：数字 ${coverage.quantities} 个，可核对 ${coverage.checkable} 个，发现 ${findings.length} 处：`)
for (const finding of findings) {
  const quote = text.slice(finding.start, finding.end).replaceAll('\n', ' ')
  console.log(`  ${severityWord(finding.severity, translate)} · ${findingSentence(finding, translate)}：${quote}`)
}

const preset = templates.presets.find(({ id }) => id === 'standard')
if (!preset) throw new Error('templates/page-presets has no standard preset')
const fonts = await installedFonts()
const clock = `${new Date().toISOString().slice(0, 19)}Z`
let failed = false
for (const format of ['docx', 'pdf'] as const) {
  const path = join(out, `示范报告.${format}`)
  const result = await exportReport({ report, preset, format, path, clock, installedFonts: fonts }, printToPdf)
  if (result.exported) {
    console.log(`已写出 ${path}`)
  } else {
    failed = true
    console.log(say('failed.export', { why: say(`refusal.${result.reason}`, result.values ?? {}) }))
  }
}
console.log('要看窗口：在有显示器的计算机上运行 npm start，或在这里运行 xvfb-run -a npm start。')
process.exit(failed ? 1 : 0)
