import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineNumbers } from '../../electron/cli/line-numbers.ts'
import { expectQuick } from '../support/cost.ts'

test('a line feed belongs to the line that it ends', () => {
  const lineOf = lineNumbers('甲\n\n乙')
  expect([0, 1, 2, 3, 4].map(lineOf)).toEqual([1, 1, 2, 3, 3])
  expect(lineNumbers('')(0)).toBe(1)
})

test('the number is one more than the line feeds before the place, in any text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('甲', '\n'), { maxLength: 60 }), fc.nat(60), (characters, at) => {
      const text = characters.join('')
      expect(lineNumbers(text)(at)).toBe(text.slice(0, at).split('\n').length)
    }),
  )
})

test('forty thousand findings in forty thousand lines take no time to speak of', async () => {
  const text = '全镇安定，村村通路。\n'.repeat(40_000)
  await expectQuick(() => {
    const lineOf = lineNumbers(text)
    for (let line = 0; line < 40_000; line++) if (lineOf(line * 11) !== line + 1) throw new Error(`line ${line + 1}`)
  }, 2000)
})
