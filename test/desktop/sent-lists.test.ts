import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerDesktop, connectDesktop } from '../../shared/desktop/bridge.ts'
import type { Desktop, DesktopBridge } from '../../shared/desktop/calls.ts'
import type { ReportContents } from '../../shared/desktop/results.ts'
import { sendingChanges } from '../../shared/desktop/sent-lists.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { currentFormat, type Block } from '../../shared/report/schema.ts'
import { reportMeta } from '../support/report-meta.ts'
import { setResult, smallLedger } from '../support/small-ledger.ts'

const line = (text: string): Block => ({ type: 'paragraph', children: [{ text }] })

function contents(body: Block[], ledger = smallLedger()): ReportContents {
  const report = { format: currentFormat, id: 'r1', meta: reportMeta(), body, notes: {}, checks: { ignored: [] } }
  return { report, prior: [], ledger }
}

/** Both sides, with a wire between them that only carries text; the main side can be begun anew. */
function bothSides(answers: Partial<Desktop> = {}) {
  const got: ReportContents[] = []
  const wire: string[] = []
  const handlers = new Map<string, (request: unknown) => Promise<unknown>>()
  const begin = (): void =>
    answerDesktop((channel, answer) => handlers.set(channel, answer), {
      journal: (given: ReportContents) => {
        got.push(given)
        return Promise.resolve({ written: true })
      },
      keepLedger: () => Promise.resolve({ kept: true, revision: '1' }),
      ...answers,
    } as unknown as Desktop)
  begin()
  const invoke = async (channel: string, request: unknown): Promise<unknown> => {
    const text = JSON.stringify(request)
    wire.push(text)
    const answer = await handlers.get(channel)?.(JSON.parse(text))
    return JSON.parse(JSON.stringify(answer))
  }
  let ids = 0
  const bridge = connectDesktop(invoke, () => () => undefined)
  const desktop: DesktopBridge = sendingChanges(bridge, () => `id${++ids}`)
  return { desktop, bridge, got, wire, begin }
}

describe('what is sent of long lists', () => {
  const lines = Array.from({ length: 200 }, (_, index) => line(`第${index}项工作，一件接着一件办。`))

  it('is the block that changed, and what arrives is the whole report', async () => {
    const { desktop, got, wire } = bothSides()
    const ledger = smallLedger()
    const changed = contents(lines.with(7, line('改过的一段。')), ledger)
    await desktop.journal(contents(lines, ledger))
    await desktop.journal(changed)
    expect(got).toEqual([contents(lines, ledger), changed])
    expect(wire[1]).toContain('改过的一段。')
    expect(wire[1]).not.toContain('第8项工作')
    expect(wire[1]).not.toContain('粮食总产量')
  })

  it('is the row of the ledger that changed', async () => {
    const { desktop, got, wire } = bothSides()
    const after = editLedger(smallLedger(), [setResult('粮食总产量', 2025, '3.30')], { at: '', by: '' })
    const before = smallLedger()
    const rows = [before.rows[0] ?? after.rows[0], after.rows[1]].flatMap((row) => row ?? [])
    await desktop.journal(contents(lines, before))
    await desktop.journal(contents(lines, { ...after, rows }))
    expect(got[1]?.ledger.rows).toEqual(after.rows)
    expect(wire[1]).toContain('3.30')
    expect(wire[1]).not.toContain('财政总收入')
  })

  it('is the whole again where the other side has forgotten', async () => {
    const { desktop, got, wire, begin } = bothSides()
    await desktop.journal(contents(lines))
    begin()
    const changed = contents(lines.with(3, line('改过的一段。')))
    expect(await desktop.journal(changed)).toEqual({ written: true })
    expect(got.at(-1)).toEqual(changed)
    expect(wire).toHaveLength(3)
  })

  it('is the whole again after a call that failed', async () => {
    let fails = true
    const { desktop, wire } = bothSides({
      journal: () => (fails ? Promise.reject(new Error('no')) : Promise.resolve({ written: true })),
    })
    await expect(desktop.journal(contents(lines))).rejects.toThrow('no')
    fails = false
    await desktop.journal(contents(lines))
    expect(wire[1]).toContain('第8项工作')
  })

  it('arrives in turn when calls overtake their answers', async () => {
    const { desktop, got } = bothSides()
    const states = [0, 1, 2, 3].map((index) => contents(lines.with(index, line('改。'))))
    await Promise.all(states.map((state) => desktop.journal(state)))
    expect(got).toEqual(states)
  })

  it('is looked over like every request', async () => {
    const { bridge } = bothSides()
    const request = contents([line('一')])
    const bad = { ...request, report: { ...request.report, body: [{ type: 'unheard-of' }] } }
    await expect(bridge.journal({ sent: { id: 'a', since: null, request: bad } } as never)).rejects.toThrow()
  })

  it('cannot swell without end', async () => {
    const { bridge, desktop } = bothSides()
    await desktop.journal(contents(lines))
    const request = { ...contents([]), report: { ...contents([]).report, body: Array(6000).fill([0, 200]) as Block[] } }
    await expect(bridge.journal({ sent: { id: 'b', since: 'id1', request } } as never)).rejects.toThrow('too many')
  })

  it('arrives as it was, whatever happens to the lists', async () => {
    const step = fc.record({
      at: fc.nat(30),
      gone: fc.nat(4),
      texts: fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { desktop, got } = bothSides()
        let body = lines.slice(0, 20)
        for (const { at, gone, texts } of steps) {
          const moved = body.slice(0, at % 3)
          body = [...body.toSpliced(at % (body.length + 1), gone, ...texts.map(line)), ...moved, line('末')]
          await desktop.journal(contents(body))
          expect(got.at(-1)?.report.body).toEqual(body)
        }
      }),
      { numRuns: 40 },
    )
  })
})
