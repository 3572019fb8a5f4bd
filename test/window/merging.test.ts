import { beforeEach, describe, expect, test } from 'vitest'
import type { WindowController } from '../../renderer/app/controller.ts'
import { answerReview } from '../../renderer/workers/answer-review.ts'
import type { ReviewFile } from '../../shared/desktop/review-files.ts'
import { noReview, type Block, type Report } from '../../shared/report/schema.ts'
import { opinionRows } from '../../renderer/app/opinions.ts'
import { currentReport } from '../../renderer/app/session.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { decodeReportFile, encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { emptyReport, fakeDesktop, openedReport, type FakeDesktop } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { zhou } from '../support/revised.ts'
import { leaf, p } from '../support/slate.ts'

let controller: WindowController
let desktop: FakeDesktop
let kept = true
const t = createTranslations('zh-CN').getFixedT(null, 'window')

const base: Block[] = [p('一、工作回顾'), p('栽植黄桃3480亩。'), p('新修渠道三条。')]
const file = (name: string, body: Block[], more: Partial<Report> = {}): ReviewFile => ({
  path: `/in/${name}.zhenggao`,
  name: `${name}.zhenggao`,
  report: { ...emptyReport([]), body, ...more },
  own: true,
  outside: [],
  lastAuthor: name,
  date: '2026-01-08T09:00:00',
})
const files = [
  file('王书记', [p('一、工作回顾'), p('栽植黄桃3840亩。'), p('新修渠道三条。')]),
  file('李镇长', [p('一、工作回顾'), p('栽植黄桃3600亩。'), p('新修水泥渠道三条。')], {
    review: {
      ...noReview,
      comments: [{ id: 'x', author: '李镇长', initials: '', date: '', paragraphs: ['请核'], done: false }],
    },
  }),
]

beforeEach(async () => {
  kept = true
  desktop = fakeDesktop({
    answers: {
      openReport: () =>
        Promise.resolve({ opened: true, ...openedReport({ ...emptyReport([]), body: structuredClone(base) }) }),
      chooseFiles: () =>
        Promise.resolve({ paths: [...files.map(({ path }) => path), '/in/坏.docx'], cancelled: false, left: 0 }),
      readReviewed: ({ path }) => {
        const found = files.find((one) => one.path === path)
        return Promise.resolve(found ? { read: true, ...found } : { read: false, reason: 'damaged' })
      },
      keepVersion: () => Promise.resolve({ kept }),
    },
  })
  controller = await fakeWindow(desktop, {
    away: (message, stopped) =>
      Promise.resolve(stopped.aborted ? undefined : structuredClone(answerReview(structuredClone(message)))),
  })
  await controller.opening.open(null)
})

const signal = (): AbortSignal => new AbortController().signal
const session = () => {
  const open = controller.store.get().session
  if (!open) throw new Error('nothing is open')
  return open
}
const body = (): Block[] => session().editor.children as Block[]
const copies = () => files.map((one) => controller.merging.asCopy(one))

describe('合并审阅稿', () => {
  test('reads what was chosen, and says what could not be read', async () => {
    const told: string[] = []
    const read = await controller.merging.readFiles('copies', ({ name }) => void told.push(name), signal())
    expect(read?.files.map(({ name }) => name)).toEqual(['王书记.zhenggao', '李镇长.zhenggao'])
    expect(read?.unread).toEqual([{ name: '坏.docx', refusal: { reason: 'damaged' } }])
    expect(told).toEqual(['王书记.zhenggao', '李镇长.zhenggao', '坏.docx'])
    await controller.merging.readFiles('version', () => undefined, signal())
    const bases = desktop.calls.flatMap(({ name, request }) =>
      name === 'readReviewed' ? [(request as { base: string | null }).base] : [],
    )
    const own = session().report.id
    expect(bases, 'a copy is read as one of this report, a version is not').toEqual([own, own, own, null, null, null])
  })

  test('a look leaves the report as it is', async () => {
    const before = body()
    const found = await controller.merging.look(copies(), signal())
    expect(found?.copies.map(({ unmarked, comments }) => [unmarked, comments])).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(found?.conflicts).toBe(1)
    expect(body()).toBe(before)
  })

  test('the state before is kept first; one undo takes text and comments back, redo brings them again', async () => {
    const [untouched] = body()
    expect(await controller.merging.merge(copies(), signal())).toBe('merged')
    expect(controller.announcer.store.get().shown).toBe('已合并 2 份审阅稿：2 条修订，1 条新批注')
    const call = desktop.calls.find(({ name }) => name === 'keepVersion')
    expect((call?.request as { report: Report }).report.body).toEqual(base)
    expect(readCards(body()).map(({ kind, authors }) => [kind, authors])).toEqual([
      ['conflict', ['王书记', '李镇长']],
      ['insert', ['李镇长']],
    ])
    expect(body()[0], 'what nobody changed is not drawn anew').toBe(untouched)
    expect(session().report.review?.comments.map(({ paragraphs }) => paragraphs)).toEqual([['请核']])
    expect(session().saving.changed).toBe(true)
    const after = structuredClone(body())
    session().editor.undo()
    expect(body()).toEqual(base)
    expect(session().report.review).toBeUndefined()
    expect(controller.announcer.store.get().shown).toBe('已撤回合并')
    session().editor.redo()
    expect(body()).toEqual(after)
    expect(session().report.review?.comments).toHaveLength(1)
  })

  test('what was pending before is not told as something new', async () => {
    session().editor.insertNodes(leaf('另有一句。', { ins: zhou }), { at: [0, 1] })
    expect(await controller.merging.merge(copies(), signal())).toBe('merged')
    expect(readCards(body()).map(({ authors }) => authors)).toContainEqual(['周书记'])
    expect(readCards(body())).toHaveLength(3)
    expect(controller.announcer.store.get().shown).toContain('2 份审阅稿：2 条修订')
  })

  test('nothing is merged where the state before cannot be kept, or where it was stopped', async () => {
    kept = false
    expect(await controller.merging.merge(copies(), signal())).toBe('notKept')
    expect(await controller.merging.merge(copies(), AbortSignal.abort())).toBe('stopped')
    expect(body()).toEqual(base)
  })

  test('a text that was changed meanwhile is not merged over', async () => {
    const merging = controller.merging.merge(copies(), signal())
    session().editor.insertNodes(p('新的一段'), { at: [0] })
    expect(await merging).toBe('changed')
    expect(desktop.calls.some(({ name }) => name === 'keepVersion')).toBe(false)
  })

  test('接受所有修订 leaves conflicts, which are settled one by one', async () => {
    await controller.merging.merge(copies(), signal())
    controller.review.decideMany('all', 'accept')
    const [card, ...rest] = readCards(body())
    expect([card?.kind, rest]).toEqual(['conflict', []])
    expect(controller.announcer.store.get().shown).toContain('另有 1 处冲突')
    if (!card) throw new Error('no card')
    controller.review.decide(card, 'accept')
    expect(readCards(body())).toHaveLength(1)
    controller.review.settle(card, 1)
    expect(body()).toEqual([p('一、工作回顾'), p('栽植黄桃3600亩。'), p('新修水泥渠道三条。')])
    session().editor.undo()
    expect(readCards(body())).toHaveLength(1)
  })

  test('what became of each side is remembered in 意见采纳情况, forgotten with undo, and known again after redo', async () => {
    await controller.merging.merge(copies(), signal())
    const answers = (): (string | undefined)[][] => {
      const { report } = session()
      const outline = readOutline(body())
      const rows = opinionRows({ reading: { ...session().reading, body: body(), outline }, report }, t)
      return rows.flatMap(({ author, said, answer }) => ('new' in said ? [[author, said.new, answer]] : []))
    }
    const open = [
      ['王书记', '3840', 'open'],
      ['李镇长', '3600', 'open'],
      ['李镇长', '水泥', 'open'],
    ]
    const first = answers()
    expect(first.map((row) => [row[0], row[2]])).toEqual(open.map((row) => [row[0], row[2]]))
    const card = readCards(body()).find(({ kind }) => kind === 'conflict')
    if (!card) throw new Error('no card')
    controller.review.settle(card, 1)
    expect(answers().map((row) => row[2])).toEqual(['declined', 'adopted', 'open'])
    session().editor.undo()
    expect(answers()).toEqual(first)
    expect(session().report.review?.decided).toBeUndefined()
    session().editor.redo()
    expect(answers().map((row) => row[2])).toEqual(['declined', 'adopted', 'open'])
    session().editor.undo()
    controller.review.settle(card, 'all')
    expect(answers().map((row) => row[2])).toEqual(['adopted', 'adopted', 'open'])
    session().editor.undo()
    controller.review.decide(card, 'reject')
    expect(answers().map((row) => row[2])).toEqual(['declined', 'declined', 'open'])
  })

  test('what is pending, in conflict, decided, and a comment without its words are all in the file that is saved', async () => {
    await controller.merging.merge(copies(), signal())
    const words = body().findIndex((block) => JSON.stringify(block).includes('渠道'))
    const changed = readCards(body()).find(({ kind }) => kind !== 'conflict')
    if (!changed) throw new Error('no card')
    controller.review.decide(changed, 'accept')
    session().editor.select({ anchor: { path: [words, 0], offset: 0 }, focus: { path: [words, 0], offset: 2 } })
    controller.changeSettings({ userName: '陈秘书' })
    controller.comments.startNew()
    controller.comments.write('请核')
    expect(controller.comments.submit()).toBeUndefined()
    session().editor.delete({ at: { anchor: { path: [words, 0], offset: 0 }, focus: { path: [words, 0], offset: 2 } } })
    const report = currentReport(session())
    expect(JSON.stringify(report)).toMatch(/"conflict".*"points".*"decided"/)
    const file = await decodeReportFile(encodeReportFile(report, {}, [], emptyLedger('')))
    expect(file).toMatchObject({ ok: true, report })
  })
})

describe('比较', () => {
  const version = (report: Report, name: string) => ({ report, name, choice: 'final' as const, kind: 'own' as const })

  test('opens a new report under a name that says what it is', async () => {
    const id = session().report.id
    const old = version({ ...session().report, body: body() }, '初稿')
    const outcome = await controller.merging.compare(
      old,
      version(files[0]?.report ?? emptyReport([]), '王书记'),
      '比较',
      signal(),
    )
    expect(outcome).toBe('opened')
    expect([session().name, session().path, session().saving.changed]).toEqual(['初稿 与 王书记 的比较', null, true])
    expect(session().report.id).not.toBe(id)
    expect(readCards(body()).map(({ author, new: added }) => [author, added])).toEqual([['比较', '3840亩']])
  })

  test('two that say the same open nothing', async () => {
    const key = session().key
    const same = version({ ...session().report, body: body() }, '初稿')
    expect(await controller.merging.compare(same, same, '比较', signal())).toBe('same')
    expect(session().key).toBe(key)
  })
})
