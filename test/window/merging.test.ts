import { beforeEach, describe, expect, test } from 'vitest'
import type { WindowController } from '../../renderer/app/controller.ts'
import { answerReview } from '../../renderer/workers/answer-review.ts'
import type { ReviewFile } from '../../shared/desktop/review-files.ts'
import { noReview, type Block, type Report } from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { emptyReport, fakeDesktop, openedReport, type FakeDesktop } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { p } from '../support/slate.ts'

let controller: WindowController
let desktop: FakeDesktop
let kept = true

const base: Block[] = [p('一、工作回顾'), p('栽植黄桃3480亩。'), p('新修渠道三条。')]
const file = (name: string, body: Block[], more: Partial<Report> = {}): ReviewFile => ({
  path: `/in/${name}.zhenggao`,
  name: `${name}.zhenggao`,
  report: { ...emptyReport([]), body, ...more },
  own: true,
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
