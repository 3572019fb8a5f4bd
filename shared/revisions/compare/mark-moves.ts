import { isLineBlock, isTextLeaf, type Block, type LineBlock, type Revision } from '../../report/schema.ts'

/** Characters from which the same line deleted here and inserted there is one that was moved. */
const shortestMove = 20

/** Names the two ends of what was moved, so that they act together. */
export function markMoves(body: Block[]): Block[] {
  const gone = wholeLines(body, 'del')
  const come = wholeLines(body, 'ins')
  const moved = new Map<number, { kind: 'ins' | 'del'; move: string }>()
  for (const [text, source] of gone) {
    const target = come.get(text)
    if (target === undefined || source === undefined) continue
    const move = `move-${moved.size / 2 + 1}`
    moved.set(source, { kind: 'del', move }).set(target, { kind: 'ins', move })
  }
  if (moved.size === 0) return body
  return body.map((block, index) => {
    const end = moved.get(index)
    return end && isLineBlock(block) ? withMove(block, end.kind, end.move) : block
  })
}

/** Lines that come or go as a whole, by their words; undefined where several say the same. */
function wholeLines(body: readonly Block[], kind: 'ins' | 'del'): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>()
  body.forEach((block, index) => {
    if (!isLineBlock(block) || !block.mark?.[kind]) return
    const whole = block.children.every((child) => child[kind] !== undefined || (isTextLeaf(child) && child.text === ''))
    const text = block.children.map((child) => (isTextLeaf(child) ? child.text : '')).join('')
    if (whole && text.length >= shortestMove) found.set(text, found.has(text) ? undefined : index)
  })
  return found
}

function withMove(line: LineBlock, kind: 'ins' | 'del', move: string): LineBlock {
  const named = (rev: Revision | undefined): { [kind]?: Revision } =>
    rev ? { [kind]: { ...rev, id: `${rev.id}-${move}`, move } } : {}
  return {
    ...line,
    children: line.children.map((child) => ({ ...child, ...named(child[kind]) })),
    mark: { ...line.mark, ...named(line.mark?.[kind]) },
  }
}
