import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { History, kept } from '../../electron/services/history.ts'
import { scratchFolder } from './support/scratch.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('History', () => {
  it('lists versions in the order they were made and gives their bytes back', async () => {
    const history = new History(scratchFolder())
    await history.add('r1', bytes('一'), '2026-01-12T09:00:00', 1)
    await history.add('r1', bytes('二'), '2020-01-01T00:00:00', 2)
    await history.add('other', bytes('别的'), '2026-01-12T09:00:00', 2)
    expect(await history.list('r1')).toMatchObject([
      { number: 1, savedAt: '2026-01-12T09:00:00', characters: 1 },
      { number: 2, savedAt: '2020-01-01T00:00:00', characters: 2 },
    ])
    expect(Buffer.from((await history.read('r1', 2)) ?? []).toString()).toBe('二')
    expect(await history.read('r1', 3)).toBeUndefined()
  })

  it('does not store the same bytes twice in a row and knows what it has', async () => {
    const history = new History(scratchFolder())
    expect(await history.has('r1', bytes('一'))).toBe(false)
    await history.add('r1', bytes('一'), '2026-01-12T09:00:00', 1)
    await history.add('r1', bytes('一'), '2026-01-12T10:00:00', 1)
    expect(await history.list('r1')).toHaveLength(1)
    expect(await history.has('r1', bytes('一'))).toBe(true)
  })

  it('keeps the last 50 of many saves of one day', async () => {
    const folder = scratchFolder()
    const history = new History(folder)
    for (let save = 1; save <= 60; save++) {
      const minute = String(save % 60).padStart(2, '0')
      await history.add('r1', bytes(`${save}`), `2026-01-12T09:${minute}:00`, save)
    }
    const numbers = (await history.list('r1')).map(({ number }) => number)
    expect(numbers).toEqual([10, ...Array.from({ length: 50 }, (_, index) => index + 11)])
  })

  it('stays within 20 MB, but never without the newest', async () => {
    const folder = scratchFolder()
    const history = new History(folder)
    const large = (seed: number): Uint8Array => new Uint8Array(6 * 1024 * 1024).fill(seed)
    for (let save = 1; save <= 5; save++) await history.add('r1', large(save), '2026-01-12T09:00:00', 1)
    const [place = ''] = readdirSync(folder)
    const files = readdirSync(join(folder, place)).map((name) => join(folder, place, name))
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(20 * 1024 * 1024)
    expect((await history.list('r1')).at(-1)?.number).toBe(5)
    await history.add('r1', new Uint8Array(30 * 1024 * 1024), '2026-01-12T10:00:00', 1)
    expect((await history.list('r1')).map(({ number }) => number)).toEqual([6])
    expect(readFileSync((await history.list('r1'))[0]?.file ?? '').length).toBe(30 * 1024 * 1024)
  })
})

describe('kept', () => {
  it('is the last 50 and of earlier days the last version each, for at most 90 days', () => {
    const entries = Array.from({ length: 400 }, (_, index) => {
      // Two versions a day.
      const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(index / 2))).toISOString().slice(0, 10)
      return { number: index + 1, savedAt: `${day}T${index % 2 === 0 ? '09' : '17'}:00:00` }
    })
    const left = kept(entries)
    expect(left).toHaveLength(140)
    expect(left.slice(-50)).toEqual(entries.slice(-50))
    expect(left.slice(0, 90).every(({ savedAt }) => savedAt.includes('T17'))).toBe(true)
    expect(left[0]?.number).toBe(172)
  })
})
