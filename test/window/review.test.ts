import { beforeEach, describe, expect, test } from 'vitest'
import type { WindowController } from '../../renderer/app/controller.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import type { Block } from '../../shared/report/schema.ts'
import { emptyReport, fakeDesktop, openedReport } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { lin, shown, zhou } from '../support/revised.ts'
import { h, leaf, p } from '../support/slate.ts'

let controller: WindowController
const saved: unknown[] = []

const session = (): Session => {
  const open = controller.store.get().session
  if (!open) throw new Error('nothing is open')
  return open
}
const lines = (): string[] => shown(session().editor.children as Block[])
const told = (): string => controller.announcer.store.get().shown

const body: Block[] = [
  h(1, '工作回顾'),
  p('一般公共预算收入完成', leaf('41', { del: zhou }), leaf('42', { ins: zhou }), '26万元。'),
  p('新建', leaf('，', { ins: lin }), '水库。'),
  h(1, '工作安排'),
  p(
    '修路',
    leaf('三', { ins: { ...lin, id: 'l1' } }),
    '公里。',
    leaf('早', { fmt: { rev: { ...lin, id: 'l2' }, prev: { bold: true } } }),
    '见效。',
  ),
]

async function open(userName = '周书记'): Promise<void> {
  saved.length = 0
  const opened = { opened: true as const, ...openedReport({ ...emptyReport([]), body: structuredClone(body) }) }
  const desktop = fakeDesktop({
    settings: { userName },
    answers: {
      openReport: () => Promise.resolve(opened),
      saveReport: (request) => {
        saved.push(request.report.review)
        return Promise.resolve({ saved: false, reason: 'cancelled' } as never)
      },
    },
  })
  controller = await fakeWindow(desktop)
  await controller.opening.open(null)
}

beforeEach(() => open())

describe('the switch', () => {
  test('goes on and off, is told, saved with the report, and the editor follows', async () => {
    expect(session().editor.tracking).toBeNull()
    controller.review.toggle()
    expect(told()).toBe('修订已打开')
    expect(session().editor.tracking?.author).toBe('周书记')
    await controller.saving.save()
    expect(saved.at(-1)).toMatchObject({ tracking: 'on' })
    controller.review.toggle()
    expect(session().editor.tracking).toBeNull()
    expect(lines()).toEqual(shown(body))
  })

  test('locked it stays on until it is unlocked', () => {
    controller.review.setLocked(true)
    controller.review.toggle()
    expect(session().report.review?.tracking).toBe('locked')
    expect(session().editor.tracking).not.toBeNull()
    controller.review.setLocked(false)
    controller.review.toggle()
    expect(session().report.review?.tracking).toBe('off')
  })

  test('without a name it asks first', async () => {
    await open('')
    controller.review.toggle()
    const { dialog } = controller.store.get()
    expect(dialog?.kind).toBe('reviewer')
    expect(session().editor.tracking).toBeNull()
    controller.changeSettings({ userName: '陈秘书' })
    if (dialog?.kind === 'reviewer') dialog.then()
    expect(session().editor.tracking?.author).toBe('陈秘书')
  })
})

describe('what the filter lets through', () => {
  const kinds = (): string[] => controller.review.shownCards().map(({ kind, author }) => `${kind} ${author}`)

  test.each([
    ['everything', {}, ['replace 周书记', 'insert 林镇长', 'insert 林镇长', 'format 林镇长']],
    ['one person', { without: ['林镇长'] }, ['replace 周书记']],
    ['no punctuation', { withoutGroups: ['minor'] as const }, ['replace 周书记', 'insert 林镇长', 'format 林镇长']],
    ['no formats', { withoutGroups: ['formats'] as const }, ['replace 周书记', 'insert 林镇长', 'insert 林镇长']],
    ['numbers, whether or not an indicator is known', { onlyFigures: true }, ['replace 周书记', 'insert 林镇长']],
    ['days before', { to: '2026-01-04' }, []],
    [
      'the day itself',
      { from: '2026-01-05', to: '2026-01-05' },
      ['replace 周书记', 'insert 林镇长', 'insert 林镇长', 'format 林镇长'],
    ],
  ])('%s', (_, filter, expected) => {
    controller.review.setFilter(filter)
    expect(kinds()).toEqual(expected)
  })
})

test('which cards change a figure is read of every state of the text as of the first', async () => {
  const revised = (old: string, now: string): Block[] =>
    body.with(1, p('一般公共预算收入完成', leaf(old, { del: zhou }), leaf(now, { ins: zhou }), '26万元。'))
  const states = [
    body,
    revised('41', '43'),
    body.with(1, p('一般公共预算收入完成4126万元。')),
    revised('4', '51'),
    body,
  ]
  const one = states.map((state) => [...controller.indicators.in(state)])
  const each: typeof one = []
  for (const state of states) {
    await open()
    each.push([...controller.indicators.in(state)])
  }
  expect(one).toEqual(each)
  expect(one.map((changes) => changes.map(([, change]) => `${change.old}→${change.new}`))).toEqual([
    ['4126万元→4226万元'],
    ['4126万元→4326万元'],
    [],
    ['426万元→5126万元'],
    ['4126万元→4226万元'],
  ])
})

describe('deciding', () => {
  const all = shown(body)

  test('all that is shown, as one step of undo', () => {
    controller.review.setFilter({ without: ['周书记'] })
    controller.review.decideMany('shown', 'accept')
    expect(lines()).toEqual([all[0], all[1], '新建，水库。', all[3], '修路三公里。早见效。'])
    expect(told()).toBe('已接受 3 条，剩 0 条')
    session().editor.undo()
    expect(lines()).toEqual(all)
  })

  test('those of the section with the caret', () => {
    session().editor.select({ path: [4, 0], offset: 1 })
    controller.review.decideMany('section', 'reject')
    expect(lines()).toEqual([...all.slice(0, 4), '修路公里。早见效。'])
  })

  test('those of the selection', () => {
    session().editor.select({ anchor: { path: [1, 0], offset: 3 }, focus: { path: [2, 0], offset: 1 } })
    controller.review.decideMany('selection', 'accept')
    expect(lines()).toEqual([all[0], '一般公共预算收入完成4226万元。', ...all.slice(2)])
  })

  test('those of one person', () => {
    controller.review.decidePerson('周书记', 'reject')
    expect(lines()).toEqual([all[0], '一般公共预算收入完成4126万元。', ...all.slice(2)])
  })

  test('one after the other; the next is open then', () => {
    controller.review.step(1)
    expect(session().openCard).toBe(controller.review.shownCards()[0]?.id)
    controller.review.decideCurrent('accept')
    expect(session().openCard).toBe(controller.review.shownCards()[0]?.id)
    controller.review.decideCurrent('reject')
    expect(lines().slice(0, 3)).toEqual([all[0], '一般公共预算收入完成4226万元。', '新建水库。'])
    expect(told()).toBe('已拒绝，剩 2 条')
  })

  test('with 修订 on nothing of it is recorded', () => {
    controller.review.toggle()
    controller.review.decideMany('all', 'accept')
    expect(controller.review.shownCards()).toEqual([])
    expect(session().editor.tracking).not.toBeNull()
  })

  test('a word in the report information goes into the text without being recorded', () => {
    controller.review.toggle()
    controller.changeMeta({ ...session().report.meta, place: '云溪镇' })
    expect(controller.review.shownCards()).toHaveLength(4)
  })
})
