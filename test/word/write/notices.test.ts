import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../shared/desktop/results.ts'
import { languages, sentences } from '../../../shared/locales/locales.ts'
import type { Block } from '../../../shared/report/schema.ts'
import { fontChain, missingFonts } from '../../../shared/word/write/fonts.ts'
import { exportNotices } from '../../../shared/word/write/notices.ts'
import { rareCharacters } from '../../../shared/word/write/rare-characters.ts'
import { cell, paragraph, reportOf, table } from '../../support/blocks.ts'
import { readPreset } from '../../support/printing-preset.ts'

const preset = readPreset('standard')
const office = ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', 'SimHei', 'SimSun']

const noticesOf = (body: Block[], installed: readonly string[] | undefined = office): Notice[] =>
  exportNotices(reportOf(body), body, preset, installed)

test('a report without anything to say gets no notice', () => {
  expect(noticesOf([paragraph('全镇经济平稳增长。')])).toEqual([])
})

test('missing fonts are named once', () => {
  expect(noticesOf([], ['SimHei', 'SimSun'])).toEqual([
    { messageId: 'export:notice.missingFonts', values: { fonts: '方正小标宋简体、楷体_GB2312、仿宋_GB2312' } },
  ])
})

test('without a list of installed fonts nothing is said about them', () => {
  const body = [paragraph('甲')]
  expect(exportNotices(reportOf(body), body, preset, undefined)).toEqual([])
})

test('open fields, contents that cannot be written and revisions are counted', () => {
  const revision = { id: '1', author: '甲', date: '2026-01-05T08:00:00' }
  const field = { indicator: '地区生产总值', part: 'value' as const }
  const body: Block[] = [
    paragraph([{ text: '□', field }, { text: '亿元' }, { text: '3.2', field }]),
    table([[cell([{ text: '□', field }])]]),
    { type: 'opaque', xml: '<x/>', label: '图片', children: [{ text: '' }] },
    paragraph([
      { type: 'opaque-inline', xml: '<x/>', label: '公式', children: [{ text: '' }] },
      { text: '增', ins: revision },
      { text: '减', del: revision },
    ]),
  ]
  expect(noticesOf(body)).toEqual([
    { messageId: 'export:notice.openFields', values: { count: 2 } },
    { messageId: 'export:notice.opaqueLeftOut', values: { count: 2, items: '图片×1、公式×1' } },
    { messageId: 'export:notice.revisionsAsFinal', values: { count: 1 } },
  ])
})

describe('characters outside GB2312', () => {
  test.each([
    ['common characters', '全镇一般公共预算收入、〇', []],
    ['traditional forms', '鎮東', ['鎮', '東']],
    ['names of people, each once', '朱镕基与陶喆、喆', ['镕', '喆']],
    ['beyond the basic plane', '𠮷㛃', ['𠮷', '㛃']],
  ])('%s', (_name, text, rare) => {
    expect(rareCharacters(text)).toEqual(rare)
  })

  test('are listed, also those of notes', () => {
    const body = [paragraph('㛃')]
    const report = reportOf(body, { a: { kind: 'footnote', text: '镕' } })
    expect(exportNotices(report, body, preset, office)).toEqual([
      { messageId: 'export:notice.rareCharacters', values: { characters: '㛃、镕', count: 2 } },
    ])
  })
})

describe('fonts', () => {
  test.each([
    ['the display name', ['仿宋_GB2312']],
    ['the English name of the same font', ['FangSong_GB2312']],
    ['names in one entry, as fontconfig lists them', ['仿宋_GB2312,FangSong_GB2312']],
    ['other case and blanks', ['Fang Song_gb2312']],
  ])('a font is found by %s', (_name, installed) => {
    expect(missingFonts(preset, installed).map(({ role }) => role)).not.toContain('body')
  })

  test('the first installed substitute is offered', () => {
    const body = missingFonts(preset, ['STFangsong', 'FangSong']).find(({ role }) => role === 'body')
    expect(body).toEqual({ role: 'body', font: '仿宋_GB2312', substitute: 'FangSong' })
  })

  test('an unknown font of an own preset is drawn by its own name', () => {
    expect(fontChain('某某体')).toEqual(['某某体'])
    expect(missingFonts({ ...preset, fonts: { ...preset.fonts, body: '某某体' } }, office)).toEqual([
      { role: 'body', font: '某某体' },
    ])
  })
})

test.each(languages)('every notice has a sentence in %s', (language) => {
  const { notice } = sentences[language].export as { notice: Record<string, string> }
  for (const id of [
    'missingFonts',
    'substitutes',
    'rareCharacters',
    'openFields',
    'opaqueLeftOut',
    'revisionsAsFinal',
    'openConflicts',
  ]) {
    expect(notice[id]).toBeTypeOf('string')
  }
})
