import { expect, test } from 'vitest'
import { defaultFileName } from '../../../electron/services/export/default-file-name.ts'
import type { Block } from '../../../shared/report/schema.ts'
import { line, paragraph, reportOf } from '../../support/blocks.ts'

const rows: [string, { place?: string; stage?: string; body?: Block[] }, string][] = [
  ['place, usual title, stage and day', {}, '穗桥镇政府工作报告_初稿_20260105.docx'],
  [
    'the printed title',
    { body: [line('title', '穗桥镇人民政府工作报告')] },
    '穗桥镇人民政府工作报告_初稿_20260105.docx',
  ],
  [
    'the place before a title that lacks it',
    { body: [line('title', '政府工作 报告')] },
    '穗桥镇政府工作报告_初稿_20260105.docx',
  ],
  [
    'the first of several titles',
    { body: [line('title', '穗桥镇政府工作报告'), paragraph('甲'), line('title', '别的报告')] },
    '穗桥镇政府工作报告_初稿_20260105.docx',
  ],
  ['no stage', { stage: '' }, '穗桥镇政府工作报告_20260105.docx'],
  ['no place', { place: '' }, '政府工作报告_初稿_20260105.docx'],
  ['characters that names may not hold', { stage: '征求/意见:稿?' }, '穗桥镇政府工作报告_征求意见稿_20260105.docx'],
  ['a title too long for a name', { body: [line('title', '甲'.repeat(60))] }, '穗桥镇政府工作报告_初稿_20260105.docx'],
]

test.each(rows)('%s', (_name, { body = [], ...meta }, expected) => {
  const report = reportOf(body)
  Object.assign(report.meta, meta)
  expect(defaultFileName(report, 'docx', '2026-01-05T09:30:00')).toBe(expected)
})

test('a name stays below the 255 bytes of Linux', () => {
  const report = reportOf([])
  Object.assign(report.meta, { place: '甲'.repeat(100), stage: '乙'.repeat(100) })
  expect(new TextEncoder().encode(defaultFileName(report, 'pdf', '2026-01-05')).length).toBeLessThan(255)
})
