import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipPackage } from '../../../electron/services/revisions/zip-package.ts'
import type { Block, Report, Revision } from '../../../shared/report/schema.ts'
import { readCards, type Card } from '../../../shared/revisions/cards.ts'
import { settleConflict } from '../../../shared/revisions/conflicts.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { mergeCopies } from '../../../shared/revisions/merge/merge-copies.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { proveClean } from '../../../shared/word/clean/proof/prove-clean.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { cell, paragraph, reportOf, table } from '../../support/blocks.ts'
import { linesOf, markedCopy, reportInConflict, unmarkedCopy } from '../../support/open-conflict.ts'
import { readPreset } from '../../support/printing-preset.ts'

const preset = readPreset('standard')

async function exported(report: Report, review = true): Promise<Map<string, Uint8Array>> {
  const { bytes, faults } = await writeReport(report, preset, { clock: '2026-01-09T08:00:00Z', review })
  expect(faults).toEqual([])
  return new Map(Object.entries(unzipSync(bytes)))
}

function imported(parts: ReadonlyMap<string, Uint8Array>): Report {
  const read = readDocx(parts, { id: 'read', name: '稿.docx', format: 'docx' })
  if (!read.ok) throw new Error(read.detail)
  return read.report
}

/** What a person sees of the cards; conflicts are named otherwise in every file. */
function seen(body: readonly Block[]): unknown[] {
  return readCards(body).map(({ kind, authors, old, new: added, sides }: Card) => ({
    kind,
    authors,
    old,
    added,
    sides: sides?.map(({ side, authors: people, before, text, date }) => ({ side, people, before, text, date })),
  }))
}

function people(body: readonly Block[]): string[] {
  return revisionsIn(body).map(({ kind, revision, text }) => `${kind} ${text} ${JSON.stringify(who(revision))}`)
}

function who({ author, date, also = [], conflict }: Revision): unknown {
  return [author, date, also, conflict?.sides ?? []]
}

const wordsIn = (parts: ReadonlyMap<string, Uint8Array>): string =>
  [...parts].map(([name, bytes]) => (/\.(?:xml|rels)$/.test(name) ? strFromU8(bytes) : '')).join('\n')

const dates = ['2026-01-07T10:00:00', '2026-01-08T11:30:00', '2026-01-08T16:05:00']

/** A base and what each reviewer made of it. */
function merged(base: string, ...copies: string[]): Report {
  const names = ['王书记', '李镇长「代」', '周'] as const
  const report = reportOf(linesOf(base))
  const made = copies.map((words, index) =>
    markedCopy(names[index] ?? '', report.body, linesOf(words), dates[index] ?? ''),
  )
  return mergeCopies(report, made, 'm').report
}

describe('a redline copy that comes back tells of conflicts and of what several did alike', () => {
  test.each<[string, Report]>([
    ['another number each', reportInConflict()],
    ['three sides', merged('新建冷库两座。', '新建冷库三座。', '新建冷库四座。', '不建冷库。')],
    ['rewritten and deleted', merged('栽植黄桃3480亩，销路好。', '栽植黄桃3480亩，产销两旺。', '栽植黄桃3480亩。')],
    [
      'alike, in two places',
      merged('新建冷库两座，修路三里。', '新建冷库三座，修路五里。', '新建冷库三座，修路五里。'),
    ],
    ['an end of a line', merged('甲乙丙。\n丁戊己。', '甲乙丙。丁戊己。', '甲乙丙。丁戊己。')],
    [
      'a line that both add, and one that differs',
      merged('甲乙丙。\n丁戊己。', '甲乙丙。\n子丑寅卯。\n丁戊己。', '甲乙丙。\n子丑寅卯。\n丁戊庚。'),
    ],
    ['lines that go', merged('甲乙丙。\n丁戊己。\n庚辛壬。', '甲乙丙。\n庚辛壬。', '甲乙丙。\n丁戊癸。\n庚辛壬。')],
    [
      'what one alone did beside it',
      merged('新建冷库两座，修路三里。', '新建冷库三座，修路五里。', '新建冷库四座，修路三里。'),
    ],
  ])('%s', async (_, report) => {
    const noted = revisionsIn(report.body).some(({ revision }) => revision.also ?? revision.conflict)
    expect(noted).toBe(true)
    const parts = await exported(report)
    const back = imported(parts)
    expect(seen(back.body)).toEqual(seen(report.body))
    expect(people(back.body)).toEqual(people(report.body))
    expect(back.review?.comments ?? []).toEqual(report.review?.comments ?? [])
    expect(wordsIn(parts)).toContain('w:author="政稿"')
  })

  test('in a table: who deletes the row against who writes in it', async () => {
    const rows = (...words: string[][]): Block[] => [
      paragraph('甲乙丙。'),
      table(words.map((row) => row.map((text) => cell(text)))),
      paragraph('丁戊己。'),
    ]
    const base = reportOf(rows(['项目', '亩'], ['黄桃', '3480']))
    const copies = [
      unmarkedCopy('王书记', rows(['项目', '亩']), dates[0]),
      unmarkedCopy('李镇长', rows(['项目', '亩'], ['黄桃', '3840']), dates[1]),
    ]
    const { report, conflicts } = mergeCopies(base, copies, 'm')
    expect(conflicts).toBe(1)
    const back = imported(await exported(report))
    expect(seen(back.body)).toEqual(seen(report.body))
  })

  test('whatever three reviewers do', async () => {
    const word = fc.constantFrom('甲', '乙3840亩', '丙', '，', '丁12%', '戊己庚')
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `起${words.join('')}止。`)
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { minLength: 2, maxLength: 3 }), async (base, copies) => {
        const report = merged(base, ...copies)
        const back = imported(await exported(report))
        expect(seen(back.body)).toEqual(seen(report.body))
      }),
      { numRuns: 40, seed: 11 },
    )
  }, 60_000)
})

describe('in the Word file that a report came from', () => {
  const open = reportInConflict()

  test('nothing changed: the same bytes', async () => {
    const parts = await exported(open)
    expect(patchPackage(parts, imported(parts))).toEqual(parts)
  })

  test('once somebody has chosen, the note of the conflict is gone and the other stays', async () => {
    const parts = await exported(open)
    const back = imported(parts)
    const [conflict] = openConflicts(back.body)
    const body = settleConflict(back.body, conflict?.sides ?? [], 1)
    const again = patchPackage(parts, { ...back, body })
    const words = wordsIn(again)
    expect([words.includes('冲突：'), words.includes('改法相同：')]).toEqual([false, true])
    expect(seen(imported(again).body)).toEqual(seen(body))
  })

  test('a file without them gets notes of what is merged into it', async () => {
    const words = '栽植黄桃3480亩，新建冷库两座。'
    const parts = await exported(reportOf(linesOf(words)), false)
    const base = imported(parts)
    const copies = ['3840', '3580'].map((now, index) =>
      markedCopy(['王书记', '李镇长'][index] ?? '', base.body, linesOf(words.replace('3480', now)), dates[index]),
    )
    const { report } = mergeCopies(base, copies, 'm')
    const again = patchPackage(parts, report)
    expect(seen(imported(again).body)).toEqual(seen(report.body))
    expect(openConflicts(imported(again).body)).toHaveLength(1)
  })

  test('a clean copy holds nothing of them', async () => {
    const parts = await exported(open)
    const back = imported(parts)
    const cleaned = cleanPackage(patchPackage(parts, { ...back, body: decide(back.body, 'reject', 'all') }))
    expect(proveClean(cleaned)).toEqual([])
    expect(wordsIn(cleaned)).not.toMatch(/author="政稿|冲突|改法相同|王书记|李镇长/)
    expect(wordsIn(await exported({ ...open, body: decide(open.body, 'reject', 'all') }, false))).not.toMatch(
      /author="政稿|冲突|改法相同|王书记|李镇长/,
    )
  })
})

describe('what others do to a note in Word', () => {
  const edited = async (edit: (name: string, xml: string) => string): Promise<Report> => {
    const parts = await exported(reportInConflict())
    for (const [name, bytes] of parts)
      if (name.endsWith('.xml')) parts.set(name, new TextEncoder().encode(edit(name, strFromU8(bytes))))
    const repacked = unzipSync(zipPackage(parts))
    return imported(new Map(Object.entries(repacked)))
  }

  test('Word drops the seconds of dates', async () => {
    const back = await edited((name, xml) =>
      name === 'word/document.xml' ? xml.replaceAll(/(w:date="[^"]*:\d\d):\d\d"/g, '$1:00Z"') : xml,
    )
    expect(openConflicts(back.body)).toHaveLength(1)
  })

  test('a note in which somebody has written is a comment', async () => {
    const back = await edited((name, xml) => (name === 'word/comments.xml' ? xml.replace('①', '请定 ①') : xml))
    expect(back.review?.comments).toHaveLength(1)
    expect(openConflicts(back.body)).toEqual([])
  })

  test('one whose changes are decided there says nothing any more', async () => {
    const back = await edited((name, xml) =>
      name === 'word/document.xml'
        ? xml.replaceAll(/<w:ins [^>]*>|<\/w:ins>/g, '').replaceAll(/<w:del .*?<\/w:del>/gs, '')
        : xml,
    )
    expect([readCards(back.body), back.review?.comments ?? []]).toEqual([[], []])
  })
})
