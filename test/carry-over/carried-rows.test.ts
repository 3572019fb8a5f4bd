import { expect, test } from 'vitest'
import { carriedRows } from '../../shared/carry-over/carried-rows.ts'

/** 【…】 is a whole sentence that is last year's, 〔…〕 a figure of a changed one. */
function read(marked: string) {
  let text = ''
  const carried: { start: number; end: number; part?: true }[] = []
  for (const sign of marked) {
    if (sign === '【') carried.push({ start: text.length, end: text.length })
    else if (sign === '〔') carried.push({ start: text.length, end: text.length, part: true })
    else if (sign === '】' || sign === '〕')
      carried[carried.length - 1] = { ...carried.at(-1), start: carried.at(-1)?.start ?? 0, end: text.length } // prettier-ignore
    else text += sign
  }
  return carriedRows(text, carried).map(({ sentence, span, figures }) => [
    text.slice(sentence.start, sentence.end),
    text.slice(span.start, span.end),
    figures,
  ])
}

test.each<[string, [string, string, string[]][]]>([
  [
    '【修路修桥。】新建村道〔12公里〕、水渠〔3条〕，办好〔三项〕实事。',
    [
      ['修路修桥。', '修路修桥。', []],
      ['新建村道12公里、水渠3条，办好三项实事。', '12公里、水渠3条，办好三项', ['12公里', '3条', '三项']],
    ],
  ],
  [
    '添车〔5辆〕；添人〔6名〕。【守住底线。】\n　护林〔7处〕',
    [
      ['添车5辆；', '5辆', ['5辆']],
      ['添人6名。', '6名', ['6名']],
      ['守住底线。', '守住底线。', []],
      ['护林7处', '7处', ['7处']],
    ],
  ],
  ['〔2025年〕\n〔12〕', [['2025年', '2025年', ['2025年']], ['12', '12', ['12']]]], // prettier-ignore
  ['都改过了。', []],
])('%s', (text, rows) => {
  expect(read(text)).toEqual(rows)
})
