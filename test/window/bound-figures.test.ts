import { Editor, Transforms } from 'slate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readCaret } from '../../renderer/app/caret.ts'
import { changeSession } from '../../renderer/app/controller-parts.ts'
import type { WindowController } from '../../renderer/app/controller.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import type { LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { findFigure } from '../../shared/ledger/ledger.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, TextLeaf } from '../../shared/report/schema.ts'
import { emptyReport, fakeDesktop, openedReport } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { boundParagraph, keyOf, ledgerOf } from '../support/ledgers.ts'

const tax = keyOf('税收收入')
const growth = keyOf('税收收入', 'growth')
const place = { indicator: '税收收入', year: 2025, period: 'year', kind: 'result' } as const
const set = (value: string): LedgerEdit => ({ edit: 'set', ...place, content: { value } })

let controller: WindowController
const session = (): Session => {
  const open = controller.store.get().session
  if (!open) throw new Error('nothing is open')
  return open
}
const text = (): string => plainText(bodyOf(session().editor)).text.trim()
const value = (): string | null | undefined => findFigure(session().ledger, place)?.value
const dialog = () => controller.store.get().dialog
const offer = () => controller.store.get().ledgerOffer

async function openWith(readOnly = false, body?: Block[]): Promise<void> {
  const report = {
    ...emptyReport([]),
    body: body ?? [
      boundParagraph('税收收入完成[4126万元]，[增长12.1%]。', tax, growth),
      boundParagraph('全年税收[0.41亿元]。城镇就业260人。', tax),
    ],
  }
  const ledger = ledgerOf(
    { indicator: '税收收入', year: 2024, value: '3681', unit: '万元' },
    { indicator: '税收收入', value: '4126', unit: '万元', state: 'confirmed' },
    { indicator: '城镇新增就业', value: '260', unit: '人' },
  )
  const more = { ledger, ...(readOnly && { readOnly: { reason: 'inUse' as never } }) }
  const opened = { opened: true as const, ...openedReport(report, more) }
  const desktop = fakeDesktop({ answers: { openReport: () => Promise.resolve(opened) } })
  controller = await fakeWindow(desktop)
  await controller.opening.open(null)
  await vi.advanceTimersByTimeAsync(0)
}

/** Replaces words of the page as somebody who types. */
async function retype(old: string, words: string): Promise<void> {
  const { editor } = session()
  for (const [node, path] of Editor.nodes(editor, { at: [], match: (one) => 'text' in one })) {
    const at = 'text' in node ? node.text.indexOf(old) : -1
    if (at < 0) continue
    Transforms.insertText(editor, words, { at: { path, offset: at + 1 } })
    Transforms.delete(editor, { at: { path, offset: at + 1 + words.length }, distance: old.length - 1 })
    Transforms.delete(editor, { at: { path, offset: at }, distance: 1 })
    break
  }
  controller.textChanged()
  changeSession(controller, ({ editor: changed }) => ({ caret: readCaret(changed) }))
  await vi.advanceTimersByTimeAsync(1000)
}

function caretAt(offset: number): void {
  session().editor.select({ path: [0, 0], offset: 0 })
  Transforms.move(session().editor, { distance: offset })
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 0, 12, 14, 3, 20))
  vi.stubGlobal('document', { activeElement: null })
  await openWith()
})
afterEach(() => {
  controller.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a change of the ledger', () => {
  test('waits until the places of the text were looked at, and is one step with those that are chosen', () => {
    expect(controller.ledger.edit([set('5126')], '税收收入')).toBe(true)
    expect(value()).toBe('4126')
    const asked = dialog()
    if (asked?.kind !== 'ledgerChanges') throw new Error('nothing was asked')
    expect(asked.plan.map(({ old, new: next }) => `${old}→${next ?? ''}`)).toEqual([
      '4126万元→5126万元',
      '增长12.1%→增长39.3%',
      '0.41亿元→0.51亿元',
    ])
    controller.bound.applyChanges(asked.plan.slice(0, 2))
    expect(dialog()).toBeNull()
    expect(value()).toBe('5126')
    expect(text()).toContain('完成5126万元，增长39.3%。\n全年税收0.41亿元。')
    expect(offer()).toBeNull()
    session().editor.undo()
    expect([value(), text().slice(0, 20)]).toEqual(['4126', '税收收入完成4126万元，增长12.1%'])
    session().editor.redo()
    expect([value(), text().slice(0, 20)]).toEqual(['5126', '税收收入完成5126万元，增长39.3%'])
  })

  test('can leave the text alone', () => {
    controller.ledger.edit([set('5126')], '税收收入')
    controller.bound.applyChanges([])
    expect([value(), text().slice(0, 12)]).toEqual(['5126', '税收收入完成4126万元'])
  })

  test('that changes no place is made at once', () => {
    expect(controller.ledger.edit([{ ...set('300'), indicator: '城镇新增就业' } as LedgerEdit], '就业')).toBe(true)
    expect(dialog()).toBeNull()
    expect(findFigure(session().ledger, { ...place, indicator: '城镇新增就业' })?.value).toBe('300')
  })

  test('tells what came of it only once it was made', () => {
    const told = (): string => controller.announcer.store.get().shown
    controller.ledger.edit([set('5126')], '税收收入', { outcome: '已粘贴 1 格。' })
    expect(told()).toBe('')
    controller.bound.dropChanges()
    expect([dialog(), value(), told()]).toEqual([null, '4126', '没有改动：税收收入'])
    for (const chosen of [0, 1]) {
      controller.ledger.edit([set(`512${chosen}`)], '税收收入', { outcome: `已粘贴 1 格，${chosen}。` })
      const asked = dialog()
      if (asked?.kind !== 'ledgerChanges') throw new Error('nothing was asked')
      controller.bound.applyChanges(asked.plan.slice(0, chosen))
      expect([value(), told()]).toEqual([`512${chosen}`, `已粘贴 1 格，${chosen}。`])
    }
    controller.ledger.edit([{ ...set('300'), indicator: '城镇新增就业' } as LedgerEdit], '就业', { outcome: '好。' })
    expect(told()).toBe('好。')
  })

  test('that is given up changes nothing', () => {
    controller.ledger.edit([set('5126')], '税收收入')
    controller.showDialog(null)
    controller.bound.applyChanges([])
    expect(value()).toBe('4126')
  })
})

describe('a revision of a bound figure', () => {
  const of = { author: '张局长', date: '2026-01-05T08:00:00' }
  const [del, ins] = [
    { ...of, id: 'd' },
    { ...of, id: 'i' },
  ]
  const openRevised = async (...children: TextLeaf[]): Promise<void> => {
    await openWith(false, [{ type: 'paragraph', children: [{ text: '税收收入完成' }, ...children] }])
    expect(offer()).toBeNull()
  }
  const decideFirst = (decision: 'accept' | 'reject'): void => {
    const [card] = controller.review.shownCards()
    if (!card) throw new Error('no card')
    controller.review.decide(card, decision)
  }
  const inside = (old: string, now: string): TextLeaf[] => [
    { text: old, indicator: tax, del },
    { text: now, ins },
    { text: '26万元。', indicator: tax },
  ]

  test.each<[string, TextLeaf[], 'accept' | 'reject', string | undefined]>([
    ['accepted, asks', inside('41', '51'), 'accept', '5126万元'],
    [
      'accepted, asks where the whole figure was replaced',
      [
        { text: '4126万元', indicator: tax, del },
        { text: '4162万元', ins },
      ],
      'accept',
      '4162万元',
    ],
    ['rejected, has nothing to ask where the ledger has it so', inside('41', '51'), 'reject', undefined],
    ['rejected, asks where the ledger has the other', inside('51', '41'), 'reject', '5126万元'],
    ['accepted, says what the ledger has', inside('51', '41'), 'accept', undefined],
  ])('%s', async (_, children, decision, printed) => {
    await openRevised(...children)
    decideFirst(decision)
    expect(offer()?.printed).toBe(printed)
    await vi.advanceTimersByTimeAsync(1000)
    expect(offer()?.printed, 'it stays').toBe(printed)
  })

  test('the answer changes the ledger, or the text back', async () => {
    await openRevised(...inside('41', '51'))
    decideFirst('accept')
    controller.bound.revertOffer()
    expect(text()).toBe('税收收入完成4126万元。')
    expect(offer()).toBeNull()
  })

  test('about other words asks nothing of a figure that differed before', async () => {
    await openRevised({ text: '5126万元', indicator: tax }, { text: '，好', ins })
    decideFirst('accept')
    await vi.advanceTimersByTimeAsync(1000)
    expect(offer()).toBeNull()
  })
})

describe('a bound figure that is typed over', () => {
  test('is offered to the ledger once typing rests, and never written by itself', async () => {
    await retype('4126万元', '4162万元')
    expect(offer()).toMatchObject({ ledger: '4126万元', printed: '4162万元' })
    expect(value()).toBe('4126')
    controller.bound.acceptOffer()
    const asked = dialog()
    if (asked?.kind !== 'ledgerChanges') throw new Error('the other places were not shown')
    expect(asked.plan.map(({ old }) => old)).toEqual(['增长12.1%', '0.41亿元'])
    controller.bound.applyChanges(asked.plan)
    expect(value()).toBe('4162')
    expect(text()).toContain('完成4162万元，增长13.1%。\n全年税收0.42亿元。')
    const figure = findFigure(session().ledger, place)
    expect([figure?.state, figure?.source.sentence]).toEqual(['reported', '税收收入完成4162万元，增长12.1%'])
  })

  test('can be put back as the ledger has it', async () => {
    await retype('4126万元', '4162万元')
    controller.bound.revertOffer()
    expect([offer(), text().slice(0, 12)]).toEqual([null, '税收收入完成4126万元'])
  })

  test('can be taken off the ledger', async () => {
    await retype('4126万元', '4162万元')
    controller.bound.unlinkOffer()
    expect(offer()).toBeNull()
    expect(JSON.stringify(bodyOf(session().editor)[0])).not.toContain('result|value')
    expect(text()).toContain('4162万元')
  })

  test('is not asked about any more once it says what the ledger has', async () => {
    await retype('4126万元', '4162万元')
    await retype('4162万元', '4126万元')
    expect(offer()).toBeNull()
  })

  test('is asked about once', async () => {
    await retype('4126万元', '4162万元')
    controller.bound.dropOffer()
    await retype('260人', '270人')
    expect(offer()).toBeNull()
  })

  test('a figure that nobody has bound is not asked about', async () => {
    await retype('260人', '270人')
    expect(offer()).toBeNull()
  })

  test('a change of the ledger makes no offer', async () => {
    controller.ledger.edit([set('5126')], '税收收入')
    controller.bound.applyChanges([])
    await retype('260人', '270人')
    expect(offer()).toBeNull()
  })
})

describe('links', () => {
  test('all statements that say what the ledger has, as one step', () => {
    const { editor } = session()
    Transforms.insertText(editor, '2025年，城镇新增就业260人，税收收入完成4126万元。', {
      at: { path: [1, 0], offset: 0 },
    })
    controller.bound.linkAll()
    const bound = JSON.stringify(bodyOf(editor)[1])
    expect(bound).toContain('"text":"260人","indicator":"城镇新增就业|2025|year|result|value"')
    expect(bound).toContain('"text":"4126万元","indicator":"税收收入|2025|year|result|value"')
    editor.undo()
    expect(JSON.stringify(bodyOf(editor)[1])).not.toContain('城镇新增就业|2025')
  })

  test('a figure offers the numbers of its measure, and takes the one that is chosen', () => {
    session().editor.select(Editor.end(session().editor, [1]))
    Transforms.move(session().editor, { distance: 2, reverse: true })
    controller.bound.askLink()
    const asked = dialog()
    if (asked?.kind !== 'linkFigure') throw new Error('nothing was asked')
    expect([asked.words, ...asked.offers.map(({ key }) => key)]).toEqual([
      '260人',
      '城镇新增就业|2025|year|result|value',
    ])
    const [first] = asked.offers
    if (first) controller.bound.link(first)
    expect(JSON.stringify(bodyOf(session().editor)[1])).toContain('"text":"260人","indicator"')
  })

  test('the figure at the caret is unbound', () => {
    caretAt(8)
    expect(controller.bound.showSource({ focus: true })).toBe(true)
    expect(controller.store.get().source?.stretch.key).toBe(tax)
    controller.bound.unlink()
    expect(controller.store.get().source).toBeNull()
    expect(JSON.stringify(bodyOf(session().editor)[0])).not.toContain('result|value')
    caretAt(2)
    expect(controller.bound.showSource({ focus: true })).toBe(false)
  })
})

test('a report that is only read takes nothing', async () => {
  controller.dispose()
  await openWith(true)
  expect(controller.ledger.edit([set('5126')], '税收收入')).toBe(false)
  controller.bound.linkAll()
  controller.bound.openPicker()
  expect([value(), dialog(), controller.store.get().picker]).toEqual(['4126', null, null])
})
