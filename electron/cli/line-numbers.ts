/** Tells in which line of the text a place is, counting from 1. The line feeds are looked for once, however many ask. */
export function lineNumbers(text: string): (at: number) => number {
  const feeds: number[] = []
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) feeds.push(feed)
  return (at) => 1 + countBelow(feeds, at)
}

/** How many of the rising numbers are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
