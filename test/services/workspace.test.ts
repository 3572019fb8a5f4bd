import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Workspace } from '../../electron/services/workspace.ts'
import { emptyLists, type UserLists } from '../../shared/desktop/user-lists.ts'
import type { Formulation, FormulationList } from '../../shared/templates/templates.ts'
import { scratchFolder } from './support/scratch.ts'

const entry = (id: string, text: string): Formulation => ({
  id,
  text,
  kind: 'task',
  validFrom: null,
  supersededAbout: null,
  confirmed: true,
})
const delivered: FormulationList = { asOf: '2025-10', items: [entry('A1', '甲表述'), entry('A2', '乙表述')] }

const lists: UserLists = {
  places: ['东塘村'],
  bodies: ['云溪供销社'],
  wordings: ['一河两岸三片区'],
  ignored: [
    {
      rule: 'growth-in-report',
      indicator: '固定资产投资',
      reason: '口径不同',
      by: '沈知秋',
      at: '2026-01-12T09:30:00',
    },
  ],
}

describe('lists of a workspace', () => {
  it('are empty at first, kept whole, and there at the next start', async () => {
    const folder = join(scratchFolder(), 'workspace')
    const first = new Workspace(folder)
    expect((await first.open(delivered)).lists).toEqual(emptyLists)
    expect(await first.saveLists(lists)).toBeUndefined()
    expect(await new Workspace(folder).open(delivered)).toEqual({
      lists,
      formulations: { list: delivered, own: null },
      notices: [],
    })
  })

  it.each([
    ['half a file', '{"places":["东'],
    ['another shape', '{"places":"东塘村"}'],
    ['no value', 'null'],
  ])('that are damaged (%s) are set aside with a notice, and the start goes on', async (_, content) => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'lists.json'), content)
    const { lists: read, notices } = await new Workspace(folder).open(delivered)
    expect(read).toEqual(emptyLists)
    expect(notices.map(({ messageId }) => messageId)).toEqual(['documents:notice.listDamaged'])
    expect(readFileSync(join(folder, 'lists.damaged.json'), 'utf8')).toBe(content)
  })

  it('say why they could not be kept', async () => {
    const folder = scratchFolder()
    mkdirSync(join(folder, 'lists.json'))
    expect(await new Workspace(folder).saveLists(lists)).toMatchObject({ reason: 'nameTaken' })
  })
})

describe('own formulations', () => {
  const own = (items: unknown[], asOf = '2026-03'): string => JSON.stringify({ asOf, items })
  const open = (content: string) => {
    const folder = scratchFolder()
    const path = join(folder, '提法.json')
    writeFileSync(path, content)
    return { path, workspace: new Workspace(folder), folder }
  }

  it('replace the delivered ones until they are dropped, over a restart', async () => {
    const { path, workspace, folder } = open(`\uFEFF${own([entry('B1', '丙表述')])}`)
    const taken = await workspace.takeFormulations(path, 'replace', delivered)
    expect(taken).toMatchObject({ taken: true, own: { mode: 'replace', name: '提法.json' }, list: { asOf: '2026-03' } })
    const { formulations } = await new Workspace(folder).open(delivered)
    expect(formulations.list.items.map(({ text }) => text)).toEqual(['丙表述'])
    expect(await workspace.dropFormulations(delivered)).toEqual({ list: delivered, own: null })
    expect(existsSync(join(folder, 'formulations.json'))).toBe(false)
  })

  it('extend the delivered ones; an own entry goes before one with its id or its text', async () => {
    const { path, workspace } = open(
      own([entry('A1', '甲新表述'), entry('B2', '乙表述'), entry('B3', '丁表述')], '2024-01'),
    )
    const taken = await workspace.takeFormulations(path, 'extend', delivered)
    if (!taken.taken) throw new Error(taken.reason)
    expect(taken.list).toMatchObject({ asOf: '2025-10' })
    expect(taken.list.items.map(({ id, text }) => `${id} ${text}`)).toEqual(['A1 甲新表述', 'B2 乙表述', 'B3 丁表述'])
  })

  it.each([
    ['no JSON', '提法'],
    ['another shape', '{"items":[]}'],
    ['no entries', own([])],
    ['an id twice', own([entry('B1', '丙'), entry('B1', '丁')])],
    ['an entry without its text', own([{ ...entry('B1', '丙'), text: '' }])],
  ])('of a file that is none (%s) change nothing, and the refusal names the place', async (_, content) => {
    const { path, workspace, folder } = open(content)
    expect(await workspace.takeFormulations(path, 'replace', delivered)).toMatchObject({
      taken: false,
      reason: 'notFormulations',
      values: { name: '提法.json' },
    })
    expect(existsSync(join(folder, 'formulations.json'))).toBe(false)
    expect((await new Workspace(folder).open(delivered)).formulations.own).toBeNull()
  })

  it('are read in the encoding of an old notepad', async () => {
    const [before, after] = own([entry('B1', '@@')]).split('@@')
    const { path, workspace } = open('')
    // 中文 in GB18030.
    writeFileSync(
      path,
      Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from(after ?? '')]),
    )
    const taken = await workspace.takeFormulations(path, 'replace', delivered)
    expect(taken).toMatchObject({ taken: true, list: { items: [{ text: '中文' }] } })
  })

  it('of a file that is gone are refused', async () => {
    const { workspace, folder } = open('')
    expect(await workspace.takeFormulations(join(folder, '没有.json'), 'extend', delivered)).toMatchObject({
      taken: false,
      reason: 'notFound',
    })
  })
})
