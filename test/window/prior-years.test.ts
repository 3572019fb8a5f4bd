import { Node, Transforms } from 'slate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readCaret } from '../../renderer/app/caret.ts'
import { commandOf } from '../../renderer/app/commands.ts'
import { changeSession } from '../../renderer/app/controller-parts.ts'
import type { WindowController } from '../../renderer/app/controller.ts'
import { litSpan, pledgeStandings, shownStretches } from '../../renderer/app/prior-selection.ts'
import type { Session } from '../../renderer/app/window-state.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { createCarryOverAnswerer } from '../../renderer/workers/answer-carry-over.ts'
import { createCarryOver, type CarryOverPort } from '../../renderer/workers/carry-over-client.ts'
import type { FromCarryOver, ToCarryOver } from '../../renderer/workers/carry-over-messages.ts'
import type { TextSpan } from '../../shared/carry-over/accounts.ts'
import { carriedRows } from '../../shared/carry-over/carried-rows.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger, findFigure, findRow, type Ledger } from '../../shared/ledger/ledger.ts'
import { readCarried } from '../../shared/report/carried.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Report } from '../../shared/report/schema.ts'
import { reportFromText } from '../../shared/report/import/import-text.ts'
import { fakeDesktop, openedReport, type FakeDesktop, type FakeOptions } from '../support/fake-desktop.ts'
import { fakeWindow } from '../support/fake-window.ts'
import { lastYearText, twoYears } from '../support/last-year.ts'

let desktop: FakeDesktop
let controller: WindowController
let sent: ToCarryOver[] = []
let works = true

/** The worker, without a thread of its own. */
function port(): CarryOverPort {
  const answer = createCarryOverAnswerer()
  const here: CarryOverPort = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      sent.push(message)
      // What goes to a worker and comes from it is copied.
      const made = works ? structuredClone(answer(structuredClone(message))) : { failed: 'broken on purpose' }
      if (made) setTimeout(() => here.onmessage?.({ data: made } as MessageEvent<FromCarryOver>), 0)
    },
    terminate: () => undefined,
  }
  return here
}

async function start(options: FakeOptions = {}): Promise<void> {
  desktop = fakeDesktop({ settings: { userName: '沈知秋' }, ...options })
  controller = await fakeWindow(desktop, {
    carryOver: createCarryOver(port),
  })
}

/** The report of 2026, compared with that of 2025. */
async function openTwoYears(more = {}, options: FakeOptions = {}): Promise<void> {
  const { report, ...rest } = twoYears()
  const opened = { opened: true as const, ...openedReport(report, { ...rest, path: '/a.zhenggao', ...more }) }
  await start({ ...options, answers: { openReport: () => Promise.resolve(opened), ...options.answers } })
  await controller.opening.open(null)
  await controller.checking.check()
  controller.showTab('prior')
  await compare()
}

async function compare(): Promise<void> {
  const done = controller.priorYears.compare()
  await pass(10)
  await done
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const session = (): Session => {
  const current = controller.store.get().session
  if (!current) throw new Error('nothing is open')
  return current
}
const result = () => {
  const { result: known } = session().priorYears
  if (!known) throw new Error('nothing was compared')
  return known
}
const own = (span: TextSpan | null | undefined): string =>
  span ? (session().priorYears.plain?.text.slice(span.start, span.end) ?? '') : ''
const textNow = (): string => plainText(bodyOf(session().editor)).text
const standings = () => pledgeStandings(session().priorYears, session().report.pledges ?? [])
const standingOf = (words: string) => {
  const found = standings().find(({ account }) => account.pledge.words.includes(words))
  if (!found) throw new Error(`no promise ${words}`)
  return found
}
const pledgeOf = (words: string) => standingOf(words).account.pledge
/** What the page does when its editor has changed. */
function heard(): void {
  controller.textChanged()
  changeSession(controller, ({ editor }) => ({ caret: readCaret(editor) }))
}
function press(id: 'undo' | 'redo'): void {
  const command = commandOf(id)
  expect(command.why?.(controller.store.get())).toBeUndefined()
  command.run(controller)
  heard()
}
/** The caret behind the first character of the words. */
function putCaret(words: string): void {
  for (const [node, path] of Node.texts(session().editor)) {
    const offset = node.text.indexOf(words)
    if (offset < 0) continue
    Transforms.select(session().editor, { path, offset: offset + 1 })
    return
  }
  throw new Error(`no ${words} in the text`)
}

beforeEach(() => {
  sent = []
  works = true
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 0, 12, 14, 3, 20))
  vi.stubGlobal('document', { activeElement: null })
})
afterEach(() => {
  controller.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('去年目标 → 今年完成', () => {
  test('each target has its result and its verdict', async () => {
    await openTwoYears()
    expect(result().targets.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([
      ['地区生产总值', 'reached'],
      ['财政总收入', 'reached'],
      ['固定资产投资', 'missed'],
      ['农村居民人均可支配收入', 'reached'],
      ['城镇新增就业', 'unmentioned'],
    ])
    expect(result().years).toEqual({ '2025年报告.docx': 2025 })
  })

  test('a row that is selected lights its result on the page', async () => {
    await openTwoYears()
    controller.priorYears.select({ list: 'targets', row: '固定资产投资' })
    expect(own(litSpan(session()))).toContain('固定资产投资完成2.15亿元，增长9.1%')
    controller.priorYears.select({ list: 'targets', row: '城镇新增就业' })
    expect(litSpan(session())).toBeUndefined()
  })

  test('what is marked on the page is marked while the panel is shown', async () => {
    await openTwoYears()
    const looks = () => {
      const { panelTab } = controller.store.get()
      const { checking, priorYears, report } = session()
      const all = shownStretches({ checking, priorYears, decisions: report.pledges, isShown: panelTab === 'prior' })
      return all.flatMap(({ look, stretches }) => stretches.map((stretch) => `${look} ${own(stretch)}`))
    }
    controller.priorYears.select({ list: 'unchanged', row: '0' })
    expect(looks()).toEqual([
      'unchanged 卫生保洁实现全覆盖，群众满意度明显提升。',
      'unchanged 坚持依法行政，自觉接受人大监督。',
      'unchanged 推行一线工作法，让干部在基层历练成长。',
      'lit 卫生保洁实现全覆盖，群众满意度明显提升。',
    ])
    controller.showTab('findings')
    expect(looks()).toEqual([])
    // A list without a mark would be another one after every check.
    const { checking, priorYears } = session()
    expect(shownStretches({ checking, priorYears, decisions: undefined, isShown: false })).toEqual([])
  })

  test('a comparison that breaks off says so, keeps what was known, and can be asked for again', async () => {
    await openTwoYears()
    works = false
    await compare()
    expect(session().priorYears).toMatchObject({ failed: true, running: false })
    expect(result().targets).toHaveLength(5)
    works = true
    await compare()
    expect(session().priorYears.failed).toBe(false)
  })

  test('last year’s report is the same object from one comparison to the next, so that it is drawn once', async () => {
    await openTwoYears()
    const { last, targets } = result()
    await compare()
    expect(result().last).toBe(last)
    expect(result().targets).not.toBe(targets)
  })

  test('nothing is shown for an earlier report that was removed', async () => {
    await openTwoYears()
    controller.opening.removePrior('2025年报告.docx')
    await compare()
    expect(session().priorYears).toMatchObject({ result: null, selected: null })
  })

  test('an answer for a report that was closed meanwhile is thrown away', async () => {
    await openTwoYears()
    const done = controller.priorYears.compare()
    await controller.opening.open(null)
    await pass(10)
    await done
    expect(session().priorYears.result).toBeNull()
  })

  test('another year of the list is compared with', async () => {
    const other = { name: '2024.txt', text: lastYearText.replaceAll('2024', '2023').replaceAll('2025', '2024') }
    await openTwoYears({ prior: [...twoYears().prior, other] })
    controller.priorYears.drop(pledgeOf('农贸市场'), '并入县里统一实施')
    controller.priorYears.choose('2024.txt')
    await pass(10)
    expect(result().last).toMatchObject({ name: '2024.txt', year: 2024 })
    // The same words of another year are another promise.
    // The report of 2025 answers for it, and its words stand nowhere on the page.
    expect(result().answer).toBe('prior')
    expect(standingOf('农贸市场')).toMatchObject({ state: 'partly', span: null })
  })

  test('without the report of the year after, an older one is held against nothing', async () => {
    const other = { name: '2024.txt', text: lastYearText.replaceAll('2024', '2023').replaceAll('2025', '2024') }
    await openTwoYears({ prior: [other] })
    expect(result()).toMatchObject({ answer: 'none', targets: [], pledges: [] })
  })
})

describe('逐句查看', () => {
  test('goes round through the sentences that both reports have', async () => {
    await openTwoYears()
    const seen = [1, 1, 1, 1, -1].map((direction) => {
      controller.priorYears.stepUnchanged(direction as 1 | -1)
      return own(litSpan(session())).slice(0, 4)
    })
    expect(seen).toEqual(['卫生保洁', '坚持依法', '推行一线', '卫生保洁', '推行一线'])
  })
})

describe('承诺事项', () => {
  test('stand as the text tells of them', async () => {
    await openTwoYears()
    expect(standings().map(({ account, state }) => [account.pledge.words.slice(0, 8), state])).toEqual([
      ['建成云坡冷链物流', 'done'],
      ['新建高标准农田3', 'done'],
      ['改造镇卫生院门诊', 'partly'],
      ['建成石梁村文化广', 'unmentioned'],
      ['实施集镇农贸市场', 'unmentioned'],
      ['硬化村组道路20', 'partly'],
    ])
    expect(own(standingOf('卫生院').account.said)).toBe('主体完工')
  })

  test('a sentence that stands as it did last year tells nothing of last year’s plan', async () => {
    const { report } = twoYears()
    const sentence = '石梁村文化广场项目建成投用。'
    const edit = (text: string) => text.replace('卫生保洁', `${sentence}卫生保洁`)
    const last = edit(lastYearText).replace('建成石梁村文化广场。', '实施石梁村文化广场项目，确保年底前建成。')
    const body = reportFromText(edit(plainText(report.body).text), { id: 'x', name: 'x', format: 'txt' }).report.body
    const opened = {
      opened: true as const,
      ...openedReport({ ...report, body }),
      prior: [{ name: '去年', text: last }],
    }
    await openTwoYears({}, { answers: { openReport: () => Promise.resolve(opened) } })
    expect(standingOf('石梁村')).toMatchObject({ state: 'mentioned', isOld: true, account: { state: 'done' } })
    expect(standingOf('云坡')).toMatchObject({ state: 'done', isOld: false })
  })

  test('不再适用 stays in the file with its reason, and is taken back in its turn', async () => {
    await openTwoYears()
    controller.priorYears.drop(pledgeOf('农贸市场'), '并入县里统一实施')
    expect(standingOf('农贸市场').state).toBe('dropped')
    expect(session().saving.changed).toBe(true)
    expect(session().report.pledges).toEqual([
      {
        year: 2025,
        words: '实施集镇农贸市场改造工程，确保6月底前完工',
        decision: 'dropped',
        reason: '并入县里统一实施',
        quote: '',
        by: '沈知秋',
        at: '2026-01-12T14:03:20',
      },
    ])
    const parsed = parseReport(JSON.parse(JSON.stringify(session().report)))
    expect(parsed.ok && parsed.report.pledges).toEqual(session().report.pledges)
    Transforms.insertText(session().editor, '甲', { at: { path: [3, 0], offset: 0 } })
    heard()
    press('undo')
    expect(standingOf('农贸市场').state).toBe('dropped')
    press('undo')
    expect(standingOf('农贸市场').state).toBe('unmentioned')
    expect(session().report).not.toHaveProperty('pledges')
    press('redo')
    expect(standingOf('农贸市场').state).toBe('dropped')
    controller.priorYears.reopen(pledgeOf('农贸市场'))
    expect(standingOf('农贸市场').state).toBe('unmentioned')
    press('undo')
    expect(standingOf('农贸市场').decision?.reason).toBe('并入县里统一实施')
  })

  test('the sentence with the caret accounts for a promise, until it is changed', async () => {
    await openTwoYears()
    expect(controller.priorYears.tell(pledgeOf('农贸市场'))).toBe(false)
    putCaret('群众满意度')
    expect(controller.priorYears.tell(pledgeOf('农贸市场'))).toBe(true)
    expect(own(standingOf('农贸市场').span)).toBe('卫生保洁实现全覆盖，群众满意度明显提升。')
    expect(standingOf('农贸市场').state).toBe('done')
    Transforms.insertText(session().editor, '大幅', {})
    heard()
    await controller.checking.check()
    await compare()
    expect(standingOf('农贸市场')).toMatchObject({ state: 'unmentioned', span: null, decision: { decision: 'told' } })
  })

  test('写一句 begins a sentence at the end of the section that answers, wherever the caret is, as one step', async () => {
    await openTwoYears()
    const before = textNow()
    putCaret('培育茶叶合作社')
    controller.priorYears.write(pledgeOf('硬化村组道路'))
    heard()
    expect(textNow()).toBe(before.replace('群众满意度明显提升。', '群众满意度明显提升。硬化村组道路□公里，目前□。'))
    const { selection, children } = session().editor
    const leaf = selection && Node.get({ children } as never, selection.anchor.path)
    expect(leaf).toMatchObject({ text: '□', field: { indicator: '', part: 'text' } })
    press('undo')
    expect(textNow()).toBe(before)
  })

  test('写一句 without a caret: in the section of the same matter', async () => {
    await openTwoYears()
    controller.priorYears.write(pledgeOf('农贸市场'))
    expect(textNow()).toContain('群众满意度明显提升。实施集镇农贸市场改造工程，确保完工，目前□。')
  })

  test('nothing is decided or written in a report that can only be read', async () => {
    await openTwoYears({ readOnly: { reason: 'newerFormat' } })
    const before = textNow()
    controller.priorYears.drop(pledgeOf('农贸市场'), '并入')
    controller.priorYears.write(pledgeOf('农贸市场'))
    expect(session().report).not.toHaveProperty('pledges')
    expect(textNow()).toBe(before)
  })
})

describe('从去年报告转结', () => {
  const lastReport = (text = lastYearText): Report =>
    reportFromText(text, { id: 'last', name: '2025.txt', format: 'txt' }).report
  const reads = (report: Report): FakeOptions => ({
    answers: {
      readLastReport: () =>
        Promise.resolve({ opened: true, name: '2025.docx', report, prior: [], ledger: twoYears().ledger }),
    },
  })
  async function choose(): Promise<void> {
    const done = controller.rolling.choose()
    await pass(10)
    await done
  }
  const dialog = () => {
    const { dialog: open } = controller.store.get()
    if (open?.kind !== 'roll') throw new Error(`the dialog is ${open?.kind ?? 'closed'}`)
    return open
  }
  async function begin(): Promise<void> {
    const { last, rolled } = dialog()
    if (!rolled) throw new Error('not rolled')
    const meta = { ...rolled.report.meta, meeting: { congress: 19, session: 6 }, date: '2026-01-12' }
    await controller.rolling.start(last, rolled, meta)
  }

  test('shows what changes, then opens the new report with ledger and last year beside it', async () => {
    await start(reads(lastReport()))
    await choose()
    expect(controller.store.get().session).toBeNull()
    expect(dialog().rolled?.changes.length).toBeGreaterThan(5)
    await begin()
    expect(textNow()).toContain('——2026年1月12日在穗桥镇第十九届人民代表大会第六次会议上')
    expect(session()).toMatchObject({
      path: null,
      saving: { changed: true },
      report: { meta: { year: 2026, meeting: { congress: 19, session: 6 } } },
    })
    expect(session().prior[0]?.name).toBe('2025.docx')
    expect(session().ledger.rows.length).toBeGreaterThan(0)
    expect(controller.store.get().panelTab).toBe('prior')
  })

  test('takes what the workspace has of the place: nothing that was entered there is emptied or asked for again', async () => {
    const cell = { indicator: '财政总收入', year: 2025, period: 'year', kind: 'result' } as const
    const content = { value: '4.62', unit: '亿元', growth: '7.8', state: 'reported', settlement: 'estimate' } as const
    const row = {
      indicator: cell.indicator,
      unit: '亿元',
      group: '财税',
      basis: { prices: '', scope: '全部' },
    } as const
    const stored = editLedger(
      emptyLedger('穗桥镇'),
      [
        { edit: 'addRow', row },
        { edit: 'set', ...cell, content },
      ],
      { at: '2020-01-02T08:00:00', by: '沈知秋' },
    )
    const last = { name: '2025.docx', report: lastReport(), prior: [], ledger: emptyLedger('穗桥镇') }
    await start({
      answers: {
        readLastReport: () => Promise.resolve({ opened: true, ...last }),
        openLedger: () => Promise.resolve({ ledger: stored, revision: 'r1' }),
      },
    })
    await choose()
    const asked = dialog().rolled?.changes.filter(({ what, place }) => what === 'awaited' && place.in === 'ledger')
    expect(asked?.map(({ place }) => 'indicator' in place && place.indicator)).not.toContain(cell.indicator)
    await begin()
    expect(findFigure(session().ledger, cell)).toMatchObject(content)
    expect(findRow(session().ledger, cell.indicator)).toMatchObject(row)
    expect(session().differences).toEqual([])
    await controller.saving.save()
    await pass(2000)
    const kept = desktop.calls.filter(({ name }) => name === 'keepLedger').at(-1)?.request as { ledger: Ledger }
    expect(findFigure(kept.ledger, cell)).toMatchObject(content)
  })

  test('sentences that were taken over are listed until they are checked or changed', async () => {
    await start(reads(lastReport()))
    await choose()
    await begin()
    await controller.checking.check()
    const listed = () =>
      session().checking.carried.map(({ start, end }) => session().checking.plain?.text.slice(start, end))
    const before = listed()
    expect(before).toContain('坚持依法行政，自觉接受人大监督。')
    const span = session().checking.carried[before.indexOf('坚持依法行政，自觉接受人大监督。')]
    if (span) controller.priorYears.accept(span)
    heard()
    await controller.checking.check()
    expect(listed()).toEqual(before.filter((words) => words !== '坚持依法行政，自觉接受人大监督。'))
    expect(readCarried(bodyOf(session().editor))).toHaveLength(before.length - 1)
    press('undo')
    await controller.checking.check()
    expect(listed()).toEqual(before)
  })

  test('a changed sentence is one row with all that is last year’s in it, checked in one step', async () => {
    const report = lastReport(
      lastYearText.replace('推行一线工作法，让', '推行一线工作法，办好三项实事，迎接建镇75周年，让'),
    )
    await start(reads(report))
    await choose()
    await begin()
    putCaret('推行一线')
    Transforms.insertText(session().editor, '深入')
    await controller.checking.check()
    const rows = () =>
      carriedRows(session().checking.plain?.text ?? '', session().checking.carried).filter(
        ({ figures }) => figures.length > 0,
      )
    const row = rows().find(({ figures }) => figures.includes('75周年'))
    expect(row?.figures).toEqual(['三项', '75周年'])
    if (row) controller.priorYears.accept(row.span)
    heard()
    await controller.checking.check()
    expect(rows().some(({ figures }) => figures.includes('三项') || figures.includes('75周年'))).toBe(false)
    press('undo')
    await controller.checking.check()
    expect(rows().find(({ figures }) => figures.includes('75周年'))?.figures).toEqual(['三项', '75周年'])
  })

  test('a sentence that was changed since it was listed is not called checked', async () => {
    await start(reads(lastReport()))
    await choose()
    await begin()
    await controller.checking.check()
    const plain = session().checking.plain?.text ?? ''
    const span = session().checking.carried.find(({ start: from }) => plain.startsWith('推行一线', from))
    putCaret('推行一线')
    Transforms.insertText(session().editor, '深入')
    const marks = JSON.stringify(bodyOf(session().editor))
    if (span) controller.priorYears.accept(span)
    expect(JSON.stringify(bodyOf(session().editor))).toBe(marks)
  })

  test('who stays with the open report finds the dialog again', async () => {
    await openTwoYears({}, reads(lastReport()))
    Transforms.insertText(session().editor, '甲', { at: { path: [3, 0], offset: 0 } })
    heard()
    await choose()
    const done = begin()
    await pass(0)
    const { dialog: open } = controller.store.get()
    if (open?.kind !== 'unsaved') throw new Error('nobody asked')
    open.answer('cancel')
    await done
    expect(dialog().rolled).not.toBeNull()
    expect(session().report.id).toBe('this-year')
  })

  test('a report that names no year is asked about', async () => {
    const report = lastReport()
    await start(reads({ ...report, meta: { ...report.meta, year: null } }))
    await choose()
    expect(dialog().rolled).toBeNull()
    const { last } = dialog()
    const done = controller.rolling.roll({
      ...last,
      report: { ...last.report, meta: { ...last.report.meta, year: 2025 } },
    })
    await pass(10)
    await done
    expect(dialog().rolled?.report.meta.year).toBe(2026)
  })

  test('what of its ledger could not be read goes with it to the dialog', async () => {
    const loss = [{ what: 'row' as const, indicator: '用电量', row: 2, year: null }]
    const report = lastReport()
    await start({
      answers: {
        readLastReport: () =>
          Promise.resolve({ opened: true, name: '2025.zhenggao', report, prior: [], ledger: twoYears().ledger, loss }),
      },
    })
    await choose()
    expect(dialog().last.loss).toEqual(loss)
  })

  test('a file that cannot be read is refused, and nothing is opened', async () => {
    await start({ answers: { readLastReport: () => Promise.resolve({ opened: false, reason: 'damaged' }) } })
    await choose()
    expect(controller.store.get().dialog).toMatchObject({ kind: 'refused', refusal: { reason: 'damaged' } })
    expect(controller.store.get().session).toBeNull()
  })
})
