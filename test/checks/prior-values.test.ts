import { expect, test } from 'vitest'
import { sharpest } from '../../shared/checks/prior-values.ts'
import { quantityOf } from '../support/quantity-of.ts'

test.each([
  ['10.3亿元', ['10.3亿元']],
  ['10.3亿元 突破10亿元', ['10.3亿元']],
  ['突破10亿元 10.3亿元', ['10.3亿元']],
  ['10.3亿元 10.34亿元', ['10.34亿元']],
  ['10.3亿元 10.3亿元', ['10.3亿元', '10.3亿元']], // none is sharper
  ['10.3亿元 11.6亿元', ['10.3亿元', '11.6亿元']], // they do not say the same
  ['10.3亿元 10.36亿元', ['10.3亿元', '10.36亿元']], // nor these: 10.36 is no 10.3
  ['10.3亿元 10.24亿元', ['10.3亿元', '10.24亿元']],
  ['10.3亿元 10.35亿元', ['10.3亿元', '10.35亿元']], // half of it is outside
  ['10.3亿元 10.25亿元', ['10.3亿元', '10.25亿元']],
  ['36户 36户以上', ['36户']],
  ['50户以内 50户', ['50户']],
])('%s', (values, kept) => {
  const items = values.split(' ').map(quantityOf)
  expect(sharpest(items, (item) => item).map(({ text }) => text)).toEqual(kept)
})

test('what has no value is not meant', () => {
  const items = [null, quantityOf('10.3亿元')]
  expect(sharpest(items, (item) => item)).toEqual([items[1]])
  expect(sharpest([null], (item) => item)).toEqual([])
})
