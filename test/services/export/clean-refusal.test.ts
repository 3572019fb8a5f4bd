import { expect, test } from 'vitest'
import { cleanRefusal } from '../../../electron/services/export/clean-refusal.ts'
import { sentencesIn } from '../../../electron/services/sentences.ts'
import { createTranslations } from '../../../renderer/app/translations.ts'
import { refusalSentence } from '../../../renderer/app/refusals.ts'
import { languages } from '../../../shared/locales/locales.ts'
import type { Trace } from '../../../shared/word/clean/proof/trace.ts'

const traces: { trace: Trace; place: string; says: RegExp }[] = [
  {
    trace: { kind: 'hidden', part: 'word/header1.xml', what: 'vanish', near: '内部资料' },
    place: '页眉',
    says: /“内部资料”处.*隐藏.*没有改动.*取消隐藏/,
  },
  {
    trace: { kind: 'inserted', part: 'word/document.xml', what: 'altChunk', near: '附后' },
    place: '正文',
    says: /“附后”处.*另一份文件.*没有改动.*普通文字/,
  },
  {
    trace: { kind: 'pictures', part: 'word/media/image3.tiff', what: 'format' },
    place: '图片',
    says: /“image3\.tiff”.*没有改动.*PNG/,
  },
  {
    trace: { kind: 'unknown', part: 'word/numbering.xml', what: 'w:secret', near: '王' },
    place: '编号',
    says: /“王”处.*w:secret.*没有改动.*删去/,
  },
  {
    trace: { kind: 'names', part: 'docProps/core.xml', what: 'creator' },
    place: '文件属性',
    says: /core\.xml.*creator.*没有改动/,
  },
  { trace: { kind: 'review', part: 'word/odd.bin', what: 'ins' }, place: '文件内部', says: /odd\.bin.*ins/ },
]

test.each(traces)('$trace.kind in $trace.part is named with its place', async ({ trace, place, says }) => {
  const refusal = cleanRefusal([trace, { kind: 'unknown', part: 'x.xml', what: 'y' }])
  if (!refusal) throw new Error('no refusal')
  const t = createTranslations('zh-CN').getFixedT(null, 'window')
  expect(refusalSentence(t, refusal)).toMatch(says)
  expect(refusalSentence(t, refusal)).toContain(place)
  const say = await sentencesIn('zh-CN')
  expect(say(`refusal.${refusal.reason}`, refusal.values ?? {}), 'the command line says the same').toBe(
    refusalSentence(t, refusal),
  )
  expect(refusal.detail).toContain('x.xml: y')
})

test.each(languages)('every kind and place has its words in %s', (language) => {
  const t = createTranslations(language).getFixedT(null, 'window')
  for (const { trace } of traces) {
    const refusal = cleanRefusal([trace])
    expect(refusal && refusalSentence(t, refusal)).not.toMatch(/\$t|\{\{|cleanPlace|undefined/)
  }
})

test('nothing found, nothing refused', () => {
  expect(cleanRefusal([])).toBeUndefined()
})
