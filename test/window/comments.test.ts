import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { WindowController } from '../../renderer/app/controller.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import type { Block, Comment } from '../../shared/report/schema.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { emptyReport, fakeDesktop, openedReport } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { zhou } from '../support/revised.ts'
import { h, leaf, p } from '../support/slate.ts'

let controller: WindowController

const session = (): Session => {
  const open = controller.store.get().session
  if (!open) throw new Error('nothing is open')
  return open
}
const told = (): string => controller.announcer.store.get().shown
const list = (): Comment[] => session().report.review?.comments ?? []
const bodyNow = (): Block[] => session().editor.children as Block[]
/** Words of every comment that stands in the text. */
const words = (): string[] => [...readCommentPlaces(bodyNow()).values()].map((place) => place.words)

const body: Block[] = [
  h(1, '工作回顾'),
  p('一般公共预算收入完成', leaf('41', { del: zhou }), leaf('42', { ins: zhou }), '26万元。'),
  p('新建水库三座，修路四公里。'),
]

async function open(userName = '林镇长', readOnly = false): Promise<void> {
  const opened = { opened: true as const, ...openedReport({ ...emptyReport([]), body: structuredClone(body) }) }
  const desktop = fakeDesktop({
    settings: { userName },
    answers: {
      openReport: () =>
        Promise.resolve(readOnly ? { ...opened, readOnly: { reason: 'newerVersion' as never } } : opened),
    },
  })
  controller = await fakeWindow(desktop)
  await controller.opening.open(null)
}

function select(line: number, from: number, to = from): void {
  session().editor.select({
    anchor: { path: [line, 0], offset: from },
    focus: { path: [line, 0], offset: to },
  })
}

function add(text: string): string {
  controller.comments.startNew()
  controller.comments.write(text)
  expect(controller.comments.submit()).toBeUndefined()
  return list().at(-1)?.id ?? ''
}

// A wide window.
vi.stubGlobal('matchMedia', () => ({ matches: false }))

beforeEach(() => open())

describe('a new comment', () => {
  test('stands on the selection, in my name, and is open', () => {
    select(2, 2, 4)
    const id = add('在哪个村？\n请补')
    expect(list()).toMatchObject([
      { id, author: '林镇长', initials: '林', paragraphs: ['在哪个村？', '请补'], done: false },
    ])
    expect(words()).toEqual(['水库'])
    expect(session().openComment).toBe(id)
    expect(told()).toBe('已插入批注')
    expect(session().saving.changed).toBe(true)
    expect(session().reviewers).toContain('林镇长')
  })

  test.each([
    ['inside a word', 3, '水库'],
    ['behind the last word', 12, '公里'],
  ])('stands on the word at the caret, %s', (_, offset, word) => {
    select(2, offset)
    add('核')
    expect(words()).toEqual([word])
  })

  test('goes over lines and over what is inserted and deleted, which it changes nothing of', () => {
    const { editor } = session()
    const before = revisionsIn(bodyNow())
    editor.select({ anchor: { path: [1, 0], offset: 6 }, focus: { path: [2, 0], offset: 2 } })
    add('核')
    expect(words()).toEqual(['收入完成4226万元。\n新建'])
    expect(revisionsIn(bodyNow()).map(({ revision }) => revision)).toEqual(before.map(({ revision }) => revision))
    editor.undo()
    expect(bodyNow()).toEqual(body)
  })

  test('with 修订 on is no change of format', () => {
    controller.review.toggle()
    select(2, 2, 4)
    add('核')
    expect(revisionsIn(bodyNow())).toHaveLength(2)
  })

  test('goes on with its words while it is written, and says so when they are gone', () => {
    select(2, 2, 4)
    controller.comments.startNew()
    controller.comments.write('核')
    session().editor.insertText('今年', { at: { path: [2, 0], offset: 0 } })
    expect(controller.comments.submit()).toBeUndefined()
    expect(words()).toEqual(['水库'])
    select(1, 0, 3)
    controller.comments.startNew()
    controller.comments.write('再核')
    session().editor.delete({ at: { anchor: { path: [1, 0], offset: 0 }, focus: { path: [1, 0], offset: 3 } } })
    expect(controller.comments.submit()).toBe('wordsGone')
    expect(session().commentDraft?.text).toBe('再核')
    expect(list()).toHaveLength(1)
  })

  test('needs words, and somebody who writes', async () => {
    select(2, 2, 4)
    controller.comments.startNew()
    controller.comments.write('  ')
    expect(controller.comments.submit()).toBe('empty')
    await open('')
    select(2, 2, 4)
    controller.comments.startNew()
    const { dialog } = controller.store.get()
    expect(dialog).toMatchObject({ kind: 'reviewer', purpose: 'comments' })
    expect(session().commentDraft).toBeNull()
  })
})

describe('a thread', () => {
  let id: string
  beforeEach(() => {
    select(2, 2, 4)
    id = add('在哪个村？')
  })
  const reply = (text: string): void => {
    controller.comments.startReply(id)
    controller.comments.write(text)
    controller.comments.submit()
  }
  const thread = () => {
    const [first] = controller.comments.threads()
    if (!first) throw new Error('no thread')
    return first
  }

  test('is answered, changed, resolved with its replies, reopened', () => {
    reply('上河村')
    controller.comments.startEdit(id, list()[0] as Comment)
    expect(session().commentDraft?.text).toBe('在哪个村？')
    controller.comments.write('在哪些村？')
    controller.comments.submit()
    controller.comments.setDone(thread(), true)
    expect(list().map(({ paragraphs, parent, done }) => [paragraphs[0], parent, done])).toEqual([
      ['在哪些村？', undefined, true],
      ['上河村', id, true],
    ])
    controller.comments.setDone(thread(), false)
    expect(list().some(({ done }) => done)).toBe(false)
  })

  test('goes as a whole, a reply alone; each act is a step of undo, and undo tells', () => {
    reply('上河村')
    const states = [structuredClone([list(), bodyNow()])]
    controller.comments.remove(list()[1] as Comment)
    states.push(structuredClone([list(), bodyNow()]))
    controller.comments.remove(list()[0] as Comment)
    expect(list()).toEqual([])
    expect(words()).toEqual([])
    expect(session().caret.canUndo).toBe(true)
    session().editor.undo()
    expect([list(), bodyNow()]).toEqual(states[1])
    expect(told()).toBe('批注的改动已撤销')
    session().editor.undo()
    expect([list(), bodyNow()]).toEqual(states[0])
    session().editor.redo()
    expect([list(), bodyNow()]).toEqual(states[1])
  })

  test('all go at once, and come back at once', () => {
    select(1, 0, 2)
    add('口径？')
    const before = structuredClone([list(), bodyNow()])
    controller.comments.removeAll()
    expect([list(), words()]).toEqual([[], []])
    session().editor.undo()
    expect([list(), bodyNow()]).toEqual(before)
  })

  test('under 锁定修订 that of somebody else stays', async () => {
    const { commandOf } = await import('../../renderer/app/commands.ts')
    controller.changeSettings({ userName: '周书记' })
    controller.review.setLocked(true)
    controller.comments.openAt([id])
    commandOf('removeComment').run(controller)
    expect(list()).toHaveLength(1)
    expect(told()).toBe('修订已锁定，只能改自己的批注')
    expect(commandOf('removeComments').why?.(controller.store.get())).toBe('trackingLocked')
    reply('知道了')
    expect(list()).toHaveLength(2)
  })

  test('outlives its words as a point, and takes them back with undo', () => {
    const { editor } = session()
    editor.delete({ at: { anchor: { path: [2, 1], offset: 0 }, focus: { path: [2, 1], offset: 2 } } })
    expect(thread().place).toMatchObject({ words: '建', point: true })
    editor.undo()
    expect(thread().place).toMatchObject({ words: '水库', point: false })
  })

  test('goes with its words when they are cut out and put in elsewhere', () => {
    const { editor } = session()
    editor.select({ anchor: { path: [2, 1], offset: 0 }, focus: { path: [2, 1], offset: 2 } })
    const fragment = structuredClone(editor.getFragment())
    editor.deleteFragment()
    editor.select({ anchor: { path: [2, 0], offset: 0 }, focus: { path: [2, 0], offset: 0 } })
    editor.insertFragment(fragment)
    expect(thread().place).toMatchObject({ words: '水库', point: false })
    expect(words()).toEqual(['水库'])
    // A copy is another text.
    editor.insertFragment(fragment)
    expect(words()).toEqual(['水库'])
  })

  test('what is written behind its words is not part of it, inside it is', () => {
    const { editor } = session()
    editor.select({ anchor: { path: [2, 1], offset: 2 }, focus: { path: [2, 1], offset: 2 } })
    editor.insertText('大坝')
    expect(words()).toEqual(['水库'])
    editor.insertText('内', { at: { path: [2, 1], offset: 1 } })
    expect(words()).toEqual(['水内库'])
  })

  test('is found from the page, by filter, and from one to the next', () => {
    select(1, 0, 2)
    const other = add('口径？')
    controller.comments.openAt([id])
    expect(session().openComment).toBe(id)
    controller.comments.step(1)
    expect(session().openComment).toBe(other)
    controller.comments.setDone(thread(), true)
    controller.comments.setFilter({ state: 'open' })
    expect(controller.comments.shownThreads().map(({ root }) => root.id)).toEqual([id])
    controller.comments.openAt([other])
    expect(controller.store.get().threadFilter.state).toBe('all')
    expect(session().openComment).toBe(other)
  })

  test('its opinion is kept with the report', () => {
    controller.comments.setOpinion(id, { answer: 'partly', reason: '只补两处' })
    expect(session().report.review?.opinions).toEqual({ [id]: { answer: 'partly', reason: '只补两处' } })
    controller.comments.setOpinion(id, undefined)
    expect(session().report.review?.opinions).toEqual({})
  })
})

describe('what is decided about changes', () => {
  test('is remembered with the report, and forgotten with the step of undo', () => {
    const [card] = controller.review.shownCards()
    if (!card) throw new Error('no card')
    controller.review.decide(card, 'accept')
    expect(session().report.review?.decided).toMatchObject([
      { id: card.id, kind: 'replace', author: '周书记', old: '41', new: '42', decision: 'accept', by: '林镇长' },
    ])
    session().editor.undo()
    expect(session().report.review?.decided).toBeUndefined()
    expect(bodyNow()).toEqual(body)
    session().editor.redo()
    expect(session().report.review?.decided).toHaveLength(1)
  })

  describe('on words that were inserted under 修订', () => {
    const opinion = (): string | undefined => controller.comments.threads()[0]?.place?.words
    let id: string
    beforeEach(() => {
      controller.review.toggle()
      select(2, 4)
      session().editor.insertText('两处')
      session().editor.select({ anchor: { path: [2, 1], offset: 0 }, focus: { path: [2, 1], offset: 2 } })
      id = add('哪两处？')
      expect(words()).toEqual(['两处'])
    })

    test('stays on them when they are accepted', () => {
      controller.review.decideMany('all', 'accept')
      expect(controller.comments.threads()).toMatchObject([{ root: { id }, place: { words: '两处', point: false } }])
    })

    test('is a point when they are rejected, and has them again with undo', () => {
      controller.review.decideMany('all', 'reject')
      expect(controller.comments.threads()).toMatchObject([{ root: { id }, place: { point: true } }])
      session().editor.undo()
      expect(controller.comments.threads()).toMatchObject([{ root: { id }, place: { words: '两处', point: false } }])
    })

    test('goes with them when they are cut out and put in elsewhere', () => {
      const { editor } = session()
      const fragment = structuredClone(editor.getFragment())
      editor.deleteFragment()
      expect(controller.comments.threads()).toMatchObject([{ root: { id }, place: { point: true } }])
      editor.select({ path: [2, 0], offset: 0 })
      editor.insertFragment(fragment)
      expect(opinion()).toBe('两处')
    })
  })

  test('keeps the comments on the words', () => {
    const { editor } = session()
    editor.select({ anchor: { path: [1, 1], offset: 0 }, focus: { path: [1, 1], offset: 2 } })
    const id = add('原来是多少？')
    controller.review.decideMany('all', 'accept')
    expect(controller.comments.threads()).toMatchObject([{ root: { id }, place: { words: '42', point: false } }])
  })
})

test('what can only be read shows its comments and takes none', async () => {
  await open('林镇长', true)
  const { commandOf } = await import('../../renderer/app/commands.ts')
  expect(commandOf('addComment').why?.(controller.store.get())).toBe('readOnly')
  expect(commandOf('showComments').why?.(controller.store.get())).toBeUndefined()
})
