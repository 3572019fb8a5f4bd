import { describe, expect, test } from 'vitest'
import { mapScroll } from '../../renderer/panels/prior/map-scroll.ts'

const anchors = [
  { from: 100, to: 40 },
  { from: 300, to: 440 },
  { from: 900, to: 540 },
]

describe('the other report', () => {
  test.each([
    [0, 0],
    [50, 20], // half way to the first section
    [100, 40], // a section at the top is at the top in both
    [300, 440],
    [200, 240],
    [600, 490],
    [900, 540],
    [1000, 640], // behind the last one both go on alike
  ])('page at %i → %i', (position, wanted) => {
    expect(mapScroll(anchors, position)).toBe(wanted)
  })

  test('goes forward only', () => {
    const ways = Array.from({ length: 110 }, (_, step) => mapScroll(anchors, step * 10))
    expect(ways).toEqual([...ways].sort((a, b) => a - b))
  })

  test('without a section in common both go alike', () => {
    expect(mapScroll([], 70)).toBe(70)
  })
})
