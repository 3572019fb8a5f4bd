import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../../shared/report/schema.ts'
import { readCards } from '../../../shared/revisions/cards.ts'
import { decideReport, type Decision } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { safePackage } from '../../../shared/word/patch/safe-package.ts'
import { decidePackage, packageRevisions } from '../../../shared/word/revisions/decide-package.ts'
import { newFaults } from '../../../shared/word/write/new-faults.ts'
import { zipOf } from '../../support/docx-package.ts'
import { paragraphTexts } from '../../support/package-texts.ts'
import { docxParts } from '../../support/read-docx.ts'
import { shown } from '../../support/revised.ts'
import { expectWritten, readPackage, withoutEmpty } from '../../support/through-word.ts'
import { wordCases } from '../../support/word-cases.ts'
import { bytesOf, wordFile } from '../../support/word-xml.ts'

const all = (report: Report, decision: Decision): string[] => shown(decideReport(report, decision, 'all').body)
function idsOf(report: Report, author: string): Set<string> {
  return new Set(revisionsIn(report.body).flatMap(({ revision }) => (revision.author === author ? revision.id : [])))
}

describe.each(wordCases)('$name', ({ parts, headers, model, final, original, cards, acts = [] }) => {
  const source = bytesOf(wordFile(parts, headers))
  const report = readPackage(source)

  test('the model and its views', () => {
    expect(shown(report.body)).toEqual(model)
    expect(all(report, 'accept')).toEqual(final)
    expect(all(report, 'reject')).toEqual(original)
    if (cards) expect(readCards(report.body).map(told)).toEqual(cards)
  })

  test('untouched it comes back byte for byte', () => {
    for (const [name, bytes] of patchPackage(source, report)) expect(bytes, name).toBe(source.get(name))
  })

  test.each<Decision>(['accept', 'reject'])('%s all, written and read again', (decision) => {
    expectWritten(source, decideReport(report, decision, 'all'))
    const decided = decidePackage(source, decision, 'all')
    expect(newFaults(source, decided)).toEqual([])
    expect(packageRevisions(decided)).toEqual([])
    expect(withoutEmpty(shown(readPackage(decided).body))).toEqual(withoutEmpty(all(report, decision)))
  })

  for (const { name, author, decision, left } of acts)
    test(name, () => {
      const decided = decideReport(report, decision, idsOf(report, author))
      expect(shown(decided.body)).toEqual(left)
      expectWritten(source, decided)
    })
})

const told = ({ kind, author, old, new: added }: ReturnType<typeof readCards>[number]): string =>
  `${kind} ${author} ${JSON.stringify(old)} ${JSON.stringify(added)}`

const oracle = fileURLToPath(new URL('../../../../shared/tools/lo-oracle.sh', import.meta.url))
const office = existsSync(oracle) && spawnSync('soffice', ['--version']).error === undefined

/** LibreOffice computes fields anew, and leaves cells undecided. */
const differsInOffice = /^1[78] /

test.runIf(office)('LibreOffice comes to the same texts', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-wordCases-'))
  try {
    const files = wordCases.map(({ parts, headers }, index) => {
      const file = join(folder, `case${index}.docx`)
      writeFileSync(file, zipOf(wordFile(parts, headers)))
      return file
    })
    const run = spawnSync(oracle, ['both', folder, ...files], { encoding: 'utf8', timeout: 280_000 })
    if (run.status === 2) return
    const differing = wordCases.flatMap(({ name, parts, headers }, index) =>
      (['accept', 'reject'] as const).flatMap((decision) => {
        if (differsInOffice.test(name)) return []
        const theirs = readFileSync(join(folder, `case${index}.${decision}.txt`), 'utf8')
          .split('\n')
          .filter(Boolean)
        const own = paragraphTexts(decidePackage(bytesOf(wordFile(parts, headers)), decision, 'all')).filter(Boolean)
        const bare = (texts: string[]): string => texts.join('\n').replaceAll('\uFFFC', '')
        return bare(theirs) === bare(own) ? [] : [{ name, decision, theirs, own }]
      }),
    )
    expect(differing).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const fixtures = fileURLToPath(new URL('../../../../shared/docx-fixtures/', import.meta.url))

/** The public Word files that the wordCases are named after. */
const published: [string, number[]][] = [
  ['1', [3]],
  ['2', [2]],
  ['4', [5]],
  ['5', [6]],
  ['6', [7]],
  ['8', [47, 48]],
  ['9', [40, 42, 45]],
  ['14', [25, 22]],
  ['15', [15, 18]],
  ['16', [9, 10, 11, 12]],
  ['17', [28, 29, 30, 36]],
  ['18', [19, 20]],
  ['19', [50]],
]

describe.skipIf(!existsSync(fixtures))('public Word files', () => {
  test.each(published)('case %s', (_number, ids) => {
    for (const id of ids) {
      const pattern = `{RP/,*__}RP${String(id).padStart(3, '0')}-*.docx`
      const files = globSync(pattern, { cwd: fixtures }).filter((name) => !/-(?:Accepted|Rejected)\.docx$/.test(name))
      expect(files.length, pattern).toBeGreaterThan(0)
      for (const name of files) {
        const source = bytesOf(Object.fromEntries(docxParts(readFileSync(join(fixtures, name)))))
        const report = readPackage(source)
        const safe = safePackage(source)
        for (const [part, bytes] of patchPackage(source, report))
          expect(bytes, `${name} ${part}`).toEqual(safe.get(part))
        expect(safe.get('word/document.xml')).toBe(source.get('word/document.xml'))
        for (const decision of ['accept', 'reject'] as const) {
          const decided = decidePackage(source, decision, 'all')
          expect(newFaults(source, decided), name).toEqual([])
          expect(packageRevisions(decided), name).toEqual([])
          expect(newFaults(source, patchPackage(source, decideReport(report, decision, 'all'))), name).toEqual([])
        }
      }
    }
  })
})

test('every number has its case', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const files = globSync('*.test.ts', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'))
  const names = files.flatMap((text) => [...text.matchAll(/'(\d+) /g)].map(([, number]) => number))
  const named = new Set([...names, ...wordCases.map(({ name }) => name.split(' ')[0])])
  const numbers = Array.from({ length: 25 }, (_, index) => String(index + 1))
  expect(numbers.filter((number) => !named.has(number))).toEqual([])
})
