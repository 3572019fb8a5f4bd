import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import { newReport } from '../../shared/templates/new-report.ts'
import type { SectionTemplate, StructureTemplate } from '../../shared/templates/templates.ts'
import { reportMeta } from '../support/report-meta.ts'

const section: SectionTemplate = {
  id: 'short-review',
  section: 'review',
  name: '回顾',
  blocks: [
    { type: 'salutation', text: '各位代表：' },
    { type: 'heading', level: 1, text: '{lastYear}年工作回顾', section: 'review' },
    { type: 'paragraph', text: '完成财政总收入[[财政总收入|value]]万元，同比增长[[财政总收入|growth]]%。' },
    { type: 'paragraph', guidance: { hint: '写{place}的事', length: '200字', phrases: ['{whole}上下'] } },
    { type: 'list-item', text: '修路。' },
    { type: 'page-break' },
    { type: 'heading', level: 1, label: '', text: '附件', section: 'annex' },
  ],
}
const structure: StructureTemplate = {
  id: 'short',
  name: '短',
  description: '短',
  levels: ['town'],
  kind: 'annual',
  sections: ['short-review'],
}
const build = (changes = {}) =>
  newReport({ id: 'r1', kind: 'annual', structure, meta: reportMeta(changes), templates: { sections: [section] } })

describe('a new report', () => {
  test('has its fields filled and its figures waiting', () => {
    expect(plainText(build().body).text.split('\n').slice(4)).toEqual([
      '各位代表：',
      '一、2025年工作回顾',
      '完成财政总收入□万元，同比增长□%。',
      '',
      '一是修路。',
      '附件',
      '',
    ])
  })

  test('marks every waiting figure with its indicator', () => {
    const figures = build().body[6]
    expect(figures && 'children' in figures && figures.children).toEqual([
      { text: '完成财政总收入' },
      { text: '□', field: { indicator: '财政总收入', part: 'value' } },
      { text: '万元，同比增长' },
      { text: '□', field: { indicator: '财政总收入', part: 'growth' } },
      { text: '%。' },
    ])
  })

  test('keeps advice on the empty paragraph, with fields filled', () => {
    expect(build().body[7]).toEqual({
      type: 'paragraph',
      children: [{ text: '' }],
      guidance: { hint: '写穗桥镇的事', length: '200字', phrases: ['全镇上下'] },
    })
  })

  test('leaves a □ for a year that is not known', () => {
    const heading = build({ year: null }).body[5]
    expect(heading && 'children' in heading && heading.children).toEqual([
      { text: '□', field: { indicator: 'lastYear', part: 'text' } },
      { text: '年工作回顾' },
    ])
  })

  test('refuses a field that does not exist', () => {
    const wrong = { ...section, blocks: [{ type: 'paragraph' as const, text: '{nowhere}' }] }
    expect(() =>
      newReport({ id: 'r1', kind: 'annual', structure, meta: reportMeta(), templates: { sections: [wrong] } }),
    ).toThrow('nowhere')
  })
})
