import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOfSentence, readCarried, withCarried } from '../../shared/report/carried.ts'
import { isBody } from '../../shared/report/parse.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, TextLeaf } from '../../shared/report/schema.ts'
import { cell, heading, item, noteMark, paragraph, table } from '../support/blocks.ts'

const marked = (text: string): Block => paragraph(withCarried([{ text }]))
const carriedIn = (body: Block[]): string[] => {
  const { text } = plainText(body)
  return readCarried(body).map(({ start, end }) => text.slice(start, end))
}
/** The same leaf with other words, as typing leaves it. */
const typed = (block: Block, index: number, text: string): Block => {
  if (block.type !== 'paragraph') throw new Error('a paragraph is typed into')
  return {
    ...block,
    children: block.children.map((leaf, at) => (at === index ? { ...(leaf as TextLeaf), text } : leaf)),
  }
}

describe('sentences that still read as last year', () => {
  const two = '新修村道12公里。改造管网3处；植树800株。'

  test.each<[name: string, body: Block[], carried: string[]]>([
    ['all sentences of a line', [marked(two)], ['新修村道12公里。', '改造管网3处；', '植树800株。']],
    ['offsets count printed numbers', [item('ordinal', withCarried([{ text: '修路。' }]))], ['修路。']],
    ['nothing without marks', [paragraph(two)], []],
    [
      'a changed sentence is none any more',
      [typed(marked(two), 0, '新修村道14公里。')],
      ['改造管网3处；', '植树800株。'],
    ],
    ['a sentence typed behind one is none', [typed(marked('修路。'), 0, '修路。架桥。')], ['修路。']],
    ['two sentences joined are none', [typed(marked('修路。架桥。'), 0, '修路，')], []],
    ['cells of tables', [table([[cell(withCarried([{ text: '由镇农业办牵头推进。' }]))]])], ['由镇农业办牵头推进。']],
    [
      'over leaves with other marks',
      [paragraph(withCarried([{ text: '修', bold: true }, { text: '路。' }]))],
      ['修路。'],
    ],
    [
      'a note within the sentence',
      [paragraph(withCarried([{ text: '修路' }, noteMark('1'), { text: '。' }]))],
      ['修路\uFFFC。'],
    ],
    ['a sentence with words put in by a revision', [inserted()], []],
    ['title sentences are left out', [leadOnly()], ['一年来修路。']],
  ])('%s', (_, body, carried) => {
    expect(carriedIn(body)).toEqual(carried)
    expect(isBody(JSON.parse(JSON.stringify(body)))).toBe(true)
  })

  test('what was changed and changed back is carried over again', () => {
    const block = marked(two)
    expect(carriedIn([typed(typed(block, 0, '新修村道14公里。'), 0, '新修村道12公里。')])).toEqual(carriedIn([block]))
  })

  test('only the wanted sentences are marked', () => {
    expect(
      carriedIn([paragraph(withCarried([{ text: '各位代表！修路。' }], (words) => !words.startsWith('各位')))]),
    ).toEqual(['修路。'])
  })

  test('words never change, and marking twice marks nothing more', () => {
    const words = fc.array(fc.constantFrom('修', '路', '。', '；', '□', ' ', '”', '3', '！'), { maxLength: 20 })
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('')
        const once = withCarried([{ text }])
        expect(once.map((leaf) => (leaf as TextLeaf).text).join('')).toBe(text)
        expect(withCarried(once)).toEqual(once)
      }),
    )
  })

  test('keys differ where words do', () => {
    expect(new Set(['修路。', '修桥。', '路修。', '修路'].map(keyOfSentence)).size).toBe(4)
  })
})

function inserted(): Block {
  const [leaf] = withCarried([{ text: '修路。' }])
  const ins = { id: '1', author: '张', date: '2026-01-01T00:00:00' }
  return paragraph([
    { ...(leaf as TextLeaf), text: '修' },
    { text: '好', ins },
    { ...(leaf as TextLeaf), text: '路。' },
  ])
}

function leadOnly(): Block {
  const children = withCarried([{ text: '路网更密。', lead: true }, { text: '一年来修路。' }], () => true, 5)
  return heading(1, children, { runIn: true })
}
