import { expect, test } from 'vitest'
import { readSpeech } from '../../shared/report/speech.ts'

test('title block, annexes and bracket notes are not spoken', () => {
  const spoken = readSpeech([
    { type: 'title', children: [{ text: '政府工作报告' }] },
    { type: 'salutation', children: [{ text: '各位代表：' }] },
    { type: 'paragraph', children: [{ text: '2025年（预计数）增收。' }] },
    { type: 'heading', level: 1, children: [{ text: '今年安排' }] },
    { type: 'heading', level: 1, label: '', section: 'annex', children: [{ text: '附件' }] },
    { type: 'paragraph', children: [{ text: '名词解释若干条。' }] },
  ])
  expect(spoken).toBe('各位代表二零二五年增收一今年安排'.length)
})
