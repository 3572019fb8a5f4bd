import { expect, test } from 'vitest'
import { readLevel } from '../../shared/indicators/place-scope.ts'

test.each([
  ['青禾镇', '', 'township'],
  ['青禾县', '', 'county'],
  ['青禾省', '全县城镇', 'province'],
  ['青禾自治区', '', 'province'],
  [null, '全镇产业兴旺，我镇在全县领先，居全省前列。全镇人民', 'township'],
  [null, '我县实施项目，全县上下，全国文明城市', 'county'],
  [null, '全省粮食增产，我省居全国前列', 'province'],
  [null, '我国经济平稳，全国财政收入增长，各省市', 'nation'],
  [null, '全县与全国', 'county'], // everybody speaks of the country
  [null, '全镇与全县', 'unknown'], // one each says nothing
  [null, '经济平稳增长', 'unknown'],
])('%s %s: %s', (place, text, level) => {
  expect(readLevel(place, text)).toBe(level)
})
