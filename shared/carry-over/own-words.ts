import type { Statement } from '../indicators/statement.ts'
import type { TextSpan } from './accounts.ts'
import type { ReadSide } from './read-side.ts'

const separators = /^\s*[、，,和与及]\s*$/

/** The words of a statement without the numbers of those listed with it: of A、B分别增长8.5%和10% B has 分别增长10%. */
export function ownWords({ source, statements }: ReadSide, statement: Statement): string {
  const { start, end, surfaceEnd, sentenceStart } = statement
  const own = numbersOf(statement)
  const others = statements
    .filter((one) => one !== statement && one.sentenceStart === sentenceStart)
    .flatMap(numbersOf)
    .filter((one) => one.start >= surfaceEnd && one.end <= end)
    .filter((one) => !own.some((mine) => mine.start < one.end && one.start < mine.end))
  const listed = (from: number, to: number): boolean => separators.test(source.slice(from, to))
  let [words, from] = ['', start]
  for (const run of runsOf(others, listed)) {
    const before = own.findLast((mine) => mine.end <= run.start)
    const after = own.find((mine) => mine.start >= run.end)
    const cut =
      before && listed(before.end, run.start)
        ? { start: before.end, end: run.end }
        : after && listed(run.end, after.start)
          ? { start: run.start, end: after.start }
          : undefined
    if (!cut) continue
    words += source.slice(from, cut.start)
    from = cut.end
  }
  return words + source.slice(from, end)
}

function numbersOf({ value, valueMax, growth }: Statement): TextSpan[] {
  return [value, valueMax, growth].filter((one) => one !== null && one !== undefined).sort((a, b) => a.start - b.start)
}

/** Numbers that stand one after the other, as one. */
function runsOf(numbers: readonly TextSpan[], listed: (from: number, to: number) => boolean): TextSpan[] {
  const runs: TextSpan[] = []
  for (const { start, end } of [...numbers].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    if (last && (start <= last.end || listed(last.end, start))) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs
}
