// Imports and re-exports Word files and compares their non-empty paragraphs with a reader that is not the product's.
//   node scripts/compare-paragraphs.mjs TOOLS FILE.docx…
// TOOLS: folder of score-roundtrip.mjs. One line a file; exit code 1 when a text differs, 2 when nothing was compared.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [tools, ...files] = process.argv.slice(2)
if (!tools || files.length === 0) {
  console.error('usage: node scripts/compare-paragraphs.mjs TOOLS FILE.docx…')
  process.exit(2)
}
const load = (name) => import(pathToFileURL(resolve(tools, name)).href)
const { paragraphs } = await load('score-roundtrip.mjs')
const { readPackage } = await load('docx-read.mjs')

const folder = mkdtempSync(join(tmpdir(), 'paragraphs-'))
let different = 0
try {
  for (const file of files) {
    const problem = compare(file)
    if (problem) different++
    console.log(`${basename(file)}: ${problem ?? 'equal'}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${files.length - different} of ${files.length} files come back with the same paragraphs`)
process.exit(different === 0 ? 0 : 1)

function compare(file) {
  const report = join(folder, 'report.zhenggao')
  const written = join(folder, 'written.docx')
  const failure = cli('import', file, '-o', report) ?? cli('export', report, '--preset', 'standard', '-o', written)
  if (failure) return failure
  const before = texts(file, { action: 'accept' })
  const after = texts(written)
  const at = before.findIndex((text, index) => text !== after[index])
  if (at >= 0) return `paragraph ${at + 1}: ${shown(before[at])} became ${shown(after[at])}`
  return after.length > before.length
    ? `paragraph ${before.length + 1} was added: ${shown(after[before.length])}`
    : undefined
}

function cli(...args) {
  const run = spawnSync(process.execPath, ['electron/cli/main.ts', ...args], { encoding: 'utf8' })
  return run.status === 0 ? undefined : `${args[0]} ended with ${run.status}: ${run.stderr.trim()}`
}

/**
 * As in the scoring of round trips, blank characters and objects are not compared: indentation by hand is the layout's
 * work, and a soft line break within a sentence comes back as a blank.
 */
function texts(file, options) {
  return paragraphs(readPackage(file), options)
    .map((text) => text.replace(/[\s\uFFFC\u00AD\u200B]/g, ''))
    .filter((text) => text !== '')
}

function shown(text) {
  return text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 60))
}
