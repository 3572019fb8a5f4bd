import { findQuantities } from '../numbers/find-quantities.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock, type TextLeaf } from '../report/schema.ts'

/**
 * A bound figure that a revision replaces as a whole leaves its key behind with the words that go, for other programs know
 * nothing of keys. Before such revisions are accepted the number that comes takes over the key, so that it can be held
 * against the ledger. Lines without such a number stay the same objects.
 */
export function keepBindings(body: readonly Block[], accepted: ReadonlySet<string>): Block[] {
  return body.map((block) => {
    if (isLineBlock(block)) return keepInLine(block, accepted)
    if (block.type !== 'table') return block
    const kept = new Set<LineBlock>()
    const children = block.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({
        ...cell,
        children: cell.children.map((line) => {
          const after = keepInLine(line, accepted)
          if (after !== line) kept.add(after)
          return after
        }),
      })),
    }))
    return kept.size === 0 ? block : { ...block, children }
  })
}

function keepInLine<Line extends LineBlock>(line: Line, accepted: ReadonlySet<string>): Line {
  const isTaken = ({ ins, del }: Inline): boolean =>
    (ins !== undefined && accepted.has(ins.id)) || (del !== undefined && accepted.has(del.id))
  const keyed = new Map<Inline, string>()
  let run: Inline[] = []
  for (const child of [...line.children, undefined]) {
    if (child && isTaken(child)) {
      run.push(child)
      continue
    }
    const key = keyLeft(run)
    if (key !== undefined) for (const come of run.filter((one) => !one.del)) keyed.set(come, key)
    run = []
  }
  if (keyed.size === 0) return line
  const children = line.children.map((child) => {
    const indicator = keyed.get(child)
    return indicator === undefined || !isTextLeaf(child) ? child : { ...child, indicator }
  })
  return { ...line, children }
}

/** The one key of the words that go, where nothing but one number comes in their place. */
function keyLeft(run: readonly Inline[]): string | undefined {
  const leaves = run.filter((child): child is TextLeaf => isTextLeaf(child))
  const come = leaves.filter(({ del }) => !del)
  if (come.length === 0 || leaves.length < run.length || come.some(({ indicator }) => indicator !== undefined))
    return undefined
  const keys = new Set(leaves.flatMap(({ del, indicator }) => (del && indicator !== undefined ? [indicator] : [])))
  const words = come.map(({ text }) => text).join('')
  const [quantity, ...others] = findQuantities(words)
  const isWhole = others.length === 0 && quantity?.start === 0 && quantity.end === words.length
  return keys.size === 1 && isWhole ? [...keys][0] : undefined
}
