import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Dialogs } from '../../electron/services/dialogs.ts'
import { Documents } from '../../electron/services/documents.ts'
import { lockPath } from '../../electron/services/file-lock.ts'
import { History } from '../../electron/services/history.ts'
import { readJournals } from '../../electron/services/journal.ts'
import { RecentReports } from '../../electron/services/recent.ts'
import { decodeReportFile, encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { nameOfReport } from '../../electron/services/report-name.ts'
import type { SaveRequest } from '../../electron/services/save-document.ts'
import type { ReportFiles } from '../../electron/services/report-files.ts'
import type { OpenedReport, OpenResult } from '../../shared/desktop/results.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import type { Report } from '../../shared/report/schema.ts'
import { setResult, smallLedger } from '../support/small-ledger.ts'
import { smallReport } from './support/report.ts'
import { scratchFolder } from './support/scratch.ts'

const clock = (): Date => new Date(2026, 0, 12, 9, 30, 0)

let folder: string
let data: string
let documents: Documents
let history: History
let recent: RecentReports
let answers: (string | undefined)[]
let tooLarge: boolean
const started: Documents[] = []

/** The program's own format, and text files of one paragraph. */
const files: ReportFiles = {
  async read({ name, bytes }) {
    if (name.endsWith('.txt')) {
      const report = smallReport(`imported-${name}`, Buffer.from(bytes).toString())
      return { ok: true, report, newer: false, summary: { notices: [], revisions: 0, comments: 0, brokenLines: 0 } }
    }
    const read = await decodeReportFile(bytes)
    return read.ok ? { ...read, summary: null } : read
  },
  encode: (report, parts, prior, ledger) => (tooLarge ? undefined : encodeReportFile(report, parts, prior, ledger)),
  readFile: () => Promise.resolve({ ok: false, reason: 'notFound' }),
  text: () => Promise.resolve({ ok: true, text: '' }),
}

function start(): Documents {
  const answer = (): Promise<string | undefined> => Promise.resolve(answers.shift())
  const dialogs: Dialogs = {
    chooseReport: answer,
    choosePrior: answer,
    chooseFormulations: answer,
    chooseSaveTarget: answer,
    chooseExportTarget: answer,
    chooseFiles: async () => (await answer())?.split('\n') ?? [],
    chooseFolder: answer,
  }
  const made = new Documents({
    clock,
    person: { user: '程远山', host: 'office-1' },
    dialogs,
    files,
    history,
    recent,
    journalFolder: join(data, 'journal'),
    folder: { read: () => folder, write: () => undefined },
  })
  started.push(made)
  return made
}

beforeEach(() => {
  folder = scratchFolder()
  data = scratchFolder()
  answers = []
  tooLarge = false
  history = new History(join(data, 'history'))
  recent = new RecentReports(data)
  documents = start()
})

afterEach(async () => {
  for (const made of started.splice(0)) await made.leave()
})

function put(name: string, report: Report): string {
  const path = join(folder, name)
  writeFileSync(path, encodeReportFile(report))
  return path
}

function opened(result: OpenResult): OpenedReport {
  if (!result.opened) throw new Error(`not opened: ${result.reason}`)
  return result
}

async function textOf(path: string): Promise<string> {
  const read = await decodeReportFile(readFileSync(path))
  return read.ok ? JSON.stringify(read.report.body) : read.reason
}

const save = (report: Report, more: Partial<SaveRequest> = {}): ReturnType<Documents['save']> =>
  documents.save({ report, prior: [], ledger: emptyLedger(report.meta.place), as: false, overwrite: false, ...more })

const journal = (report: Report): ReturnType<Documents['journal']> =>
  documents.journal({ report, prior: [], ledger: emptyLedger(report.meta.place) })

describe('saving', () => {
  it('asks for a name once, adds the ending, then saves there', async () => {
    answers = [join(folder, '报告')]
    const path = join(folder, '报告.zhenggao')
    expect(await save(smallReport('r1', '一'))).toEqual({
      saved: true,
      path,
      name: '报告',
      savedAt: '2026-01-12T09:30:00',
      notices: [],
    })
    expect(await save(smallReport('r1', '二'))).toMatchObject({ saved: true, path })
    expect(await textOf(path)).toContain('二')
    expect(existsSync(lockPath(path))).toBe(true)
    expect((await history.list('r1')).map(({ number }) => number)).toEqual([1, 2])
    expect(await recent.list()).toMatchObject([{ path, name: '报告', stage: '初稿', missing: false }])
  })

  it('does nothing when the dialog is cancelled', async () => {
    answers = [undefined]
    expect(await save(smallReport('r1'))).toEqual({ saved: false, reason: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes no file that could not be opened again', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const { report } = opened(await documents.open(path))
    const before = readFileSync(path)
    tooLarge = true
    expect(await save(report)).toEqual({ saved: false, reason: 'tooLarge' })
    expect(readFileSync(path)).toEqual(before)
  })

  it('never replaces a file that another program has changed, even with the same size and time', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const { report } = opened(await documents.open(path))
    const { size, atime, mtime } = statSync(path)
    const other = readFileSync(path)
    other[size - 1] = 1
    writeFileSync(path, other)
    utimesSync(path, atime, mtime)
    expect(await documents.changedOutside()).toEqual(['r1'])
    expect(await save(report)).toEqual({ saved: false, reason: 'changedOutside' })
    expect(readFileSync(path)).toEqual(other)
  })

  it('keeps the changed file in the history when the user overwrites it', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const { report } = opened(await documents.open(path))
    put('a.zhenggao', smallReport('r1', '别处改的'))
    expect(await save(report, { overwrite: true })).toMatchObject({ saved: true })
    const kept = await Promise.all((await history.list('r1')).map(({ file }) => textOf(file)))
    expect(kept.some((text) => text.includes('别处改的'))).toBe(true)
    expect(await documents.changedOutside()).toEqual([])
  })

  it('writes a file anew that somebody has deleted', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const { report } = opened(await documents.open(path))
    rmSync(path)
    expect(await save(report)).toMatchObject({ saved: true, path })
  })

  it('moves its lock when saved under another name', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const { report } = opened(await documents.open(path))
    const other = join(folder, 'b.zhenggao')
    answers = [other]
    expect(await save(report, { as: true })).toMatchObject({ saved: true, path: other })
    expect([existsSync(lockPath(path)), existsSync(lockPath(other))]).toEqual([false, true])
  })

  it('does not save over a file that somebody else has open', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const theirs = put('b.zhenggao', smallReport('r2', '他们的'))
    const foreign = { user: '别人', host: 'office-2', pid: 1, started: '', nonce: 'n', since: '2026-01-12T08:00:00' }
    writeFileSync(lockPath(theirs), JSON.stringify(foreign))
    const { report } = opened(await documents.open(path))
    answers = [theirs]
    expect(await save(report, { as: true })).toMatchObject({ saved: false, reason: 'lockedElsewhere' })
    expect(await textOf(theirs)).toContain('他们的')
  })

  it('notices before a save that its lock was taken away', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const { report } = opened(await documents.open(path))
    const foreign = { user: '别人', host: 'office-2', pid: 1, started: '', nonce: 'n', since: '2026-01-12T08:00:00' }
    writeFileSync(lockPath(path), JSON.stringify(foreign))
    expect(await save(report)).toMatchObject({ saved: false, reason: 'lockedElsewhere', values: { user: '别人' } })
  })
})

describe('opening', () => {
  it('opens read-only what somebody else edits, and saves it elsewhere', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const other = start()
    opened(await other.open(path))
    const { report, readOnly } = opened(await documents.open(path))
    expect(readOnly).toMatchObject({ reason: 'lockedElsewhere', values: { user: '程远山', host: 'office-1' } })
    const copy = join(folder, 'copy.zhenggao')
    answers = [copy]
    expect(await save(report)).toMatchObject({ saved: true, path: copy })
    expect(await save(report)).toMatchObject({ saved: true, path: copy })
  })

  it.each([
    ['a symbolic link', symlinkSync],
    ['a hard link', linkSync],
  ])('knows the same report under %s', async (_what, link) => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    const alias = join(folder, 'alias.zhenggao')
    link(path, alias)
    opened(await documents.open(path))
    expect(opened(await documents.open(alias)).readOnly).toBeNull()
    await documents.close('r1', null)
    expect(await save(smallReport('r1', '改'))).toMatchObject({ saved: true })
  })

  it('may open again what is open; the late word that it was closed does not close it', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    opened(await documents.open(path))
    await documents.close('r1', null)
    expect(existsSync(lockPath(path))).toBe(true)
    await documents.close('r1', null)
    expect(existsSync(lockPath(path))).toBe(false)
  })

  it('lets go of a report when a copy of it, with the same identity, takes its place', async () => {
    const [one, copy] = [put('a.zhenggao', smallReport('r1', '一')), put('b.zhenggao', smallReport('r1', '副本'))]
    opened(await documents.open(one))
    await journal(smallReport('r1', '放弃的改动'))
    opened(await documents.open(copy))
    await documents.close('r1', null)
    expect([existsSync(lockPath(one)), existsSync(lockPath(copy))]).toEqual([false, true])
    expect((await readJournals(join(data, 'journal'))).left).toEqual([])
    await journal(smallReport('r1', '副本改'))
    expect((await readJournals(join(data, 'journal'))).left).toMatchObject([{ path: copy }])
    expect(await save(smallReport('r1', '副本改'))).toMatchObject({ saved: true, path: copy })
    expect(await textOf(one)).toContain('一')
    await documents.close('r1', null)
    expect(existsSync(lockPath(copy))).toBe(false)
  })

  it('keeps what is written after the same file was opened again, before the word that it was closed', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    await journal(smallReport('r1', '放弃的改动'))
    opened(await documents.open(path))
    expect((await readJournals(join(data, 'journal'))).left).toEqual([])
    await journal(smallReport('r1', '新的改动'))
    await documents.close('r1', null)
    await journal(smallReport('r1', '新的改动', '又一段'))
    const { left } = await readJournals(join(data, 'journal'))
    expect(left).toMatchObject([{ path, report: smallReport('r1', '新的改动', '又一段') }])
  })

  it('says why a file cannot be opened, and leaves no lock', async () => {
    const broken = join(folder, 'broken.zhenggao')
    writeFileSync(broken, 'PK half of a zip')
    expect(await documents.open(broken)).toMatchObject({ opened: false })
    expect(await documents.open(join(folder, 'missing.zhenggao'))).toMatchObject({ opened: false, reason: 'notFound' })
    expect(readdirSync(folder)).toEqual(['broken.zhenggao'])
  })

  it('copies a report of a newer version byte for byte', async () => {
    const newer = smallReport('r1', '一')
    newer.format = { ...newer.format, major: newer.format.major + 1 }
    const path = put('a.zhenggao', { ...newer, future: { kept: true } } as Report)
    const { report, readOnly } = opened(await documents.open(path))
    expect(readOnly).toMatchObject({ reason: 'newerFormat' })
    const copy = join(folder, 'copy.zhenggao')
    answers = [copy]
    expect(await save(report)).toMatchObject({ saved: true, path: copy })
    expect(readFileSync(copy)).toEqual(readFileSync(path))
  })

  it('keeps parts that it does not know', async () => {
    const path = join(folder, 'a.zhenggao')
    writeFileSync(path, encodeReportFile(smallReport('r1', '一'), { 'later/part.bin': new Uint8Array([1, 2, 3]) }))
    const { report } = opened(await documents.open(path))
    await save(report)
    const read = await decodeReportFile(readFileSync(path))
    expect(read.ok && read.parts['later/part.bin']).toEqual(new Uint8Array([1, 2, 3]))
  })

  it('imports without touching the file, remembers where it came from, and warns of a program that has it open', async () => {
    const path = join(folder, '去年.txt')
    writeFileSync(path, '去年的报告')
    writeFileSync(join(folder, '.~lock.去年.txt#'), '')
    const { report, path: own, imported } = opened(await documents.open(path))
    expect([own, documents.sourceOf(report.id)]).toEqual([null, path])
    expect(imported?.notices).toEqual([{ messageId: 'documents:notice.openInOffice' }])
    expect(readFileSync(path, 'utf8')).toBe('去年的报告')
    await documents.close(report.id, 3)
    expect(await recent.list()).toMatchObject([{ path, errors: 3 }])
  })
})

describe('recovery', () => {
  it('offers the text of a run that ended without a word, and saves it to its file', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    await journal(smallReport('r1', '一', '没有保存的一段'))
    await documents.leave()

    const next = (documents = start())
    const { left } = await readJournals(join(data, 'journal'))
    expect(left).toMatchObject([{ name: 'a', path }])
    const { report, path: own } = opened(await next.recover(left[0]?.key ?? ''))
    expect(own).toBe(path)
    expect(await save(report)).toMatchObject({ saved: true, path })
    expect(await textOf(path)).toContain('没有保存的一段')
    expect((await readJournals(join(data, 'journal'))).left).toEqual([])
  })

  it('keeps the unknown parts of the file that the text grew from', async () => {
    const path = join(folder, 'a.zhenggao')
    const parts = { 'later/part.bin': new Uint8Array([1, 2, 3]) }
    writeFileSync(path, encodeReportFile(smallReport('r1', '一'), parts))
    opened(await documents.open(path))
    await journal(smallReport('r1', '没有保存'))
    await documents.leave()
    documents = start()
    const { left } = await readJournals(join(data, 'journal'))
    const { report } = opened(await documents.recover(left[0]?.key ?? ''))
    expect(await save(report)).toMatchObject({ saved: true, path })
    expect(await decodeReportFile(readFileSync(path))).toMatchObject({ ok: true, report, parts })
  })

  it('recovers a report whose file has gone, and writes it anew', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    await journal(smallReport('r1', '没有保存'))
    await documents.leave()
    rmSync(path)
    documents = start()
    const { left } = await readJournals(join(data, 'journal'))
    const { report, readOnly } = opened(await documents.recover(left[0]?.key ?? ''))
    expect(readOnly).toBeNull()
    expect(await save(report)).toMatchObject({ saved: true, path })
  })

  it('offers again what was neither recovered nor thrown away, although the file was opened and edited', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    await journal(smallReport('r1', '断电前写的'))
    await documents.leave()
    documents = start()
    opened(await documents.open(path))
    await documents.close('r1', null)
    expect((await readJournals(join(data, 'journal'))).left).toHaveLength(1)
    opened(await documents.open(path))
    await journal(smallReport('r1', '另起的'))
    await documents.close('r1', null)
    const { left } = await readJournals(join(data, 'journal'))
    expect(left).toMatchObject([{ path, report: smallReport('r1', '断电前写的') }])
    const { report } = opened(await documents.recover(left[0]?.key ?? ''))
    expect(await save(report)).toMatchObject({ saved: true, path })
    expect((await readJournals(join(data, 'journal'))).left).toEqual([])
  })

  it('offers the text of a page that broke down, as soon as it is told of it', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    await journal(smallReport('r1', '没有保存'))
    expect([...documents.openJournals()]).toHaveLength(1)
    await documents.leave()
    expect([...documents.openJournals()]).toEqual([])
    const { left } = await readJournals(join(data, 'journal'))
    const { readOnly } = opened(await documents.recover(left[0]?.key ?? ''))
    expect(readOnly).toBeNull()
  })

  it('says that the journal cannot be written, and writes it when it can', async () => {
    writeFileSync(join(data, 'journal'), 'a file where the folder should be')
    expect(await journal(smallReport('r1', '改'))).toMatchObject({ reason: 'nameTaken' })
    rmSync(join(data, 'journal'))
    expect(await journal(smallReport('r1', '改'))).toBeUndefined()
    expect((await readJournals(join(data, 'journal'))).left).toMatchObject([{ report: smallReport('r1', '改') }])
  })

  it('gives the earlier reports back from the file, from the history and after a crash', async () => {
    const prior = [{ name: '2025.docx', text: '完成财政总收入2000万元。' }]
    const path = join(folder, 'a.zhenggao')
    answers = [path]
    await save(smallReport('r1', '一'), { prior })
    await documents.close('r1', null)
    const { report, prior: reopened } = opened(await documents.open(path))
    expect(reopened).toEqual(prior)
    const bytes = await history.read('r1', 1)
    expect(bytes && (await decodeReportFile(bytes))).toMatchObject({ prior })

    const both = [...prior, { name: '2024.docx', text: '完成财政总收入1800万元。' }]
    await documents.journal({ report, prior: both, ledger: emptyLedger('') })
    await documents.leave()
    documents = start()
    const { left } = await readJournals(join(data, 'journal'))
    expect(opened(await documents.recover(left[0]?.key ?? '')).prior).toEqual(both)
    await save(report, { prior: [] })
    await documents.close('r1', null)
    expect(opened(await documents.open(path)).prior).toEqual([])
  })

  it('gives the ledger back from the file, from the history and after a crash', async () => {
    const ledger = smallLedger()
    const path = join(folder, 'a.zhenggao')
    answers = [path]
    await save(smallReport('r1', '一'), { ledger })
    await documents.close('r1', null)
    const { report, ledger: reopened } = opened(await documents.open(path))
    expect(reopened).toEqual(ledger)
    const bytes = await history.read('r1', 1)
    expect(bytes && (await decodeReportFile(bytes))).toMatchObject({ ledger })

    const more = editLedger(ledger, [setResult('粮食总产量', 2024, '3.10')], { at: '2026-01-12T09:00:00', by: '' })
    await documents.journal({ report, prior: [], ledger: more })
    await documents.leave()
    documents = start()
    const { left } = await readJournals(join(data, 'journal'))
    expect(opened(await documents.recover(left[0]?.key ?? '')).ledger).toEqual(more)
    await documents.discardRecovery(left[0]?.key ?? '')
    const kept = (await history.list('r1')).at(-1)?.number ?? 0
    expect(await decodeReportFile((await history.read('r1', kept)) ?? new Uint8Array())).toMatchObject({ ledger: more })
  })

  it('gives recovered text without a file the name that its file would have', async () => {
    const report = smallReport('r1', '没有存过')
    await journal(report)
    await documents.leave()
    documents = start()
    const { left } = await readJournals(join(data, 'journal'))
    expect(opened(await documents.recover(left[0]?.key ?? '')).name).toBe(nameOfReport(report))
    expect(nameOfReport(report)).not.toBe('')
  })

  it('does not overwrite what was changed since, without a word', async () => {
    const path = put('a.zhenggao', smallReport('r1', '一'))
    opened(await documents.open(path))
    await journal(smallReport('r1', '没有保存'))
    await documents.leave()
    put('a.zhenggao', smallReport('r1', '后来改的'))
    documents = start()
    const { left } = await readJournals(join(data, 'journal'))
    const { report } = opened(await documents.recover(left[0]?.key ?? ''))
    expect(await save(report)).toMatchObject({ saved: false, reason: 'changedOutside' })
  })

  it('knows the Word file that an open report was imported from, and none of a report that has none', async () => {
    const source = new Uint8Array([1, 2, 3])
    const path = join(folder, 'b.zhenggao')
    writeFileSync(path, encodeReportFile(smallReport('r2', '一'), { 'source.docx': source }, [], emptyLedger('')))
    opened(await documents.open(path))
    opened(await documents.open(put('a.zhenggao', smallReport('r1', '一'))))
    expect(documents.importedAs('r2')).toEqual(source)
    expect(documents.importedAs('r1')).toBeUndefined()
  })

  it('keeps discarded text in the history', async () => {
    await journal(smallReport('r1', '不要了'))
    await documents.leave()
    const { left } = await readJournals(join(data, 'journal'))
    await start().discardRecovery(left[0]?.key ?? '')
    expect((await readJournals(join(data, 'journal'))).left).toEqual([])
    expect(await textOf((await history.list('r1'))[0]?.file ?? '')).toContain('不要了')
  })

  it('forgets the journal of a report that was closed by choice', async () => {
    opened(await documents.openUnsaved(smallReport('r1'), '示范', []))
    await journal(smallReport('r1', '改'))
    await documents.close('r1', null)
    expect((await readJournals(join(data, 'journal'))).left).toEqual([])
  })
})
