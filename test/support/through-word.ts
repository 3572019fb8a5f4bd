import { expect } from 'vitest'
import type { Block, Report } from '../../shared/report/schema.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../shared/word/read/read-docx.ts'
import { newFaults } from '../../shared/word/write/new-faults.ts'
import { shown } from './revised.ts'

export type Parts = ReadonlyMap<string, Uint8Array>

export function readPackage(parts: Parts): Report {
  const found = readDocx(parts, { id: 'test', name: 'a.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

export const documentXml = (parts: Parts): string => new TextDecoder().decode(parts.get('word/document.xml'))

/** A file that is read anew has no empty lines at its end. */
export const withoutEmpty = (words: readonly string[]): string[] => words.filter((word) => word !== '')

/** Put into its file and read again a report is the same, author, date and kind of every revision too. */
export function expectWritten(source: Parts, now: Report): void {
  const written = patchPackage(source, now)
  expect(newFaults(source, written)).toEqual([])
  const again = readPackage(written)
  expect(withoutEmpty(shown(again.body))).toEqual(withoutEmpty(shown(now.body)))
  const signed = (body: readonly Block[]): string[] =>
    revisionsIn(body).map(({ kind, revision, text }) => [kind, revision.author, revision.date, text].join(' '))
  expect(signed(again.body)).toEqual(signed(now.body))
}
