import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../shared/indicators/catalogue.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'
import { catalogueSentences } from './catalogue-sentences.ts'
import { statementsOf } from './statements-of.ts'

const entries = JSON.parse(
  readFileSync(new URL('../../templates/indicators.json', import.meta.url), 'utf8'),
) as IndicatorEntry[]
const named = new Map(entries.map((entry) => [entry.name, entry]))

describe('every entry of the catalogue', () => {
  it('has its row, and every row its entry', () => {
    expect(catalogueSentences.map(([name]) => name)).toEqual(entries.map(({ name }) => name))
    expect(entries.length).toBeGreaterThanOrEqual(120)
  })

  it.each(catalogueSentences)('%s: %s', (name, sentence, unit, basis) => {
    const known = statementsOf(sentence, entries).filter((statement) => statement.known)
    expect(new Set(known.map((statement) => statement.indicator))).toEqual(new Set([name]))
    const without = entries.filter((entry) => entry.name !== name)
    const others = statementsOf(sentence, without)
      .filter((statement) => statement.known)
      .map((statement) => statement.indicator)
    expect(others).not.toContain(name)
    expect(named.get(name)?.units.find((own) => own !== '') ?? '').toBe(unit)
    expect(named.get(name)?.basis).toBe(basis)
  })

  it('fits together: wholes and expansions exist, names are unique, ranges are in order', () => {
    const wordings = entries.flatMap((entry) => [entry.name, ...entry.aliases.map((alias) => alias.name)])
    expect(wordings.filter((wording, index) => wordings.indexOf(wording) !== index)).toEqual([])
    for (const entry of entries) {
      for (const other of [...(entry.expands ?? []), ...(entry.partOf === undefined ? [] : [entry.partOf])]) {
        expect(named.has(other), `${entry.name} → ${other}`).toBe(true)
      }
      for (const [low, high] of Object.values(entry.range ?? {})) expect(Number(low)).toBeLessThan(Number(high))
    }
  })
})

describe('names in a text', () => {
  const catalogue = readCatalogue(entries)
  const namesIn = (text: string): string[] => catalogue.findNames(text).map(({ entry }) => entry.name)

  it.each([
    ['longest first', '规模以上工业增加值', ['规模以上工业增加值']],
    ['with a gap', '人均实现现金收入', ['农民人均现金收入']],
    ['by the sector named before', '服务业稳步回升，实现增加值', ['第三产业增加值']],
    ['by the nearest sector', '工业平稳，服务业回升，实现增加值', ['第三产业增加值']],
    ['not where a scope word makes it another', '限额以下民间固定资产投资', ['民间投资']],
    ['not where the new ones are counted', '新增省级高新技术企业', []],
    ['whatever the letter case', '全镇gdp', ['地区生产总值']],
  ])('%s: %s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  it('stand around a number', () => {
    expect(catalogue.findAround('镇财政投入', '用于十项民生实事')?.name).toBe('民生投入')
    expect(catalogue.findAround('镇财政投入', '用于修路')).toBeUndefined()
  })
})
