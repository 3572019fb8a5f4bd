import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readReportBytes } from '../../../electron/services/import/read-report-bytes.ts'
import { parseReport } from '../../../shared/report/parse.ts'

const shared = new URL('../../../../shared/', import.meta.url)

interface OtherReader {
  paragraphs(parts: unknown, options?: { action?: string }): string[]
}

/** Blank characters and objects are not compared. */
const cleaned = (lines: string[]): string[] =>
  lines.map((line) => line.replace(/[\s\uFFFC\u00AD\u200B]/g, '')).filter((line) => line !== '')

function wordFiles(folder: string): string[] {
  const root = new URL(folder, shared)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true })
    .map((name) => `${root.pathname}${String(name)}`)
    .filter((name) => name.endsWith('.docx') && statSync(decodeURI(name)).isFile())
    .sort()
}

// A hundred files at once: generous, for computers that do other things beside.
const patience = 60_000

describe.runIf(existsSync(new URL('docx-reports/', shared)))('Word files from the world outside', () => {
  test(
    'published reports have the paragraphs that another reader finds, in the same order',
    async () => {
      const reader = (await import(
        pathToFileURL(new URL('tools/score-roundtrip.mjs', shared).pathname).href
      )) as OtherReader
      const packages = (await import(pathToFileURL(new URL('tools/docx-read.mjs', shared).pathname).href)) as {
        readPackage(path: string): unknown
      }
      const files = wordFiles('docx-reports/')
      expect(files.length).toBeGreaterThan(5)
      for (const name of files) {
        const read = await readReportBytes({ name, bytes: new Uint8Array(readFileSync(name)), id: 'test' })
        if (!read.ok) throw new Error(`${name}: ${read.reason}`)
        expect(cleaned(read.plain.text.split('\n')), name).toEqual(
          cleaned(reader.paragraphs(packages.readPackage(name))),
        )
        expect(read.report.meta.level).toBe('province')
        expect(
          read.report.body.filter((block) => block.type === 'heading' && block.level === 1).length,
        ).toBeGreaterThan(1)
      }
    },
    patience,
  )

  test(
    'files with revisions, comments and odd parts are read or refused, never crashed on',
    async () => {
      const files = wordFiles('docx-fixtures/')
      expect(files.length).toBeGreaterThan(50)
      const refused: string[] = []
      for (const name of files) {
        const read = await readReportBytes({ name, bytes: new Uint8Array(readFileSync(name)), id: 'test' })
        if (read.ok) expect(parseReport(read.report), name).toMatchObject({ ok: true })
        else refused.push(read.reason)
      }
      expect(refused).toEqual([])
    },
    patience,
  )
})
