import { isLineBlock, isTextLeaf, type Block, type Comment, type LineBlock, type Opinion } from '../../report/schema.ts'

/** Comments of several copies of one report: those that came with the base are known again, new ones get new ids. */
export class CommentMerger {
  readonly comments: Comment[]
  readonly opinions: Record<string, Opinion> = {}
  readonly #newId: () => string

  constructor(base: readonly Comment[], newId: () => string) {
    this.comments = [...base]
    this.#newId = newId
  }

  /** Ids of a copy's comments as they are in the merged report; undefined for those that stand there already. */
  take(
    comments: readonly Comment[],
    opinions: Readonly<Record<string, Opinion>>,
    rename: (author: string) => string,
  ): { anchor: (id: string) => string | undefined; added: number } {
    const ids = new Map<string, string>()
    const fresh = new Set<string>()
    const free = [...this.comments]
    for (const comment of [...comments].sort(
      (a, b) => Number(a.parent !== undefined) - Number(b.parent !== undefined),
    )) {
      const taken = { ...comment, author: rename(comment.author) }
      const at = free.findIndex((one) => isSame(one, comment) || isSame(one, taken))
      const [known] = at < 0 ? [] : free.splice(at, 1)
      if (known) {
        ids.set(comment.id, known.id)
        continue
      }
      const id = this.#newId()
      ids.set(comment.id, id)
      fresh.add(id)
      const parent = comment.parent === undefined ? undefined : ids.get(comment.parent)
      const { parent: _, ...rest } = taken
      this.comments.push({ ...rest, id, ...(parent !== undefined && { parent }) })
      const opinion = opinions[comment.id]
      if (opinion) this.opinions[id] = opinion
    }
    const anchor = (id: string): string | undefined => {
      const now = ids.get(id)
      return now !== undefined && fresh.has(now) ? now : undefined
    }
    return { anchor, added: fresh.size }
  }

  /** In the order of the text, replies behind the comment they answer; those without a place at the end. */
  inOrderOf(body: readonly Block[]): Comment[] {
    const places = placesIn(body)
    const placeOf = ({ id, parent }: Comment): number => places.get(parent ?? id) ?? Infinity
    const threads = this.comments.filter(({ parent }) => parent === undefined)
    const inOrder = threads.sort((a, b) => order(placeOf(a), placeOf(b)))
    const replies = (id: string): Comment[] => this.comments.filter(({ parent }) => parent === id)
    const listed = inOrder.flatMap((head) => [head, ...replies(head.id)])
    return [...listed, ...this.comments.filter((comment) => !listed.includes(comment))]
  }
}

function order(a: number, b: number): number {
  return a === b ? 0 : a - b
}

/** Word stores dates to the minute. */
function isSame(a: Comment, b: Comment): boolean {
  return (
    a.author === b.author &&
    a.date.slice(0, 16) === b.date.slice(0, 16) &&
    a.paragraphs.join('\n') === b.paragraphs.join('\n')
  )
}

function placesIn(body: readonly Block[]): Map<string, number> {
  const places = new Map<string, number>()
  const look = (line: LineBlock): void => {
    for (const child of line.children)
      if (isTextLeaf(child)) for (const id of child.comments ?? []) if (!places.has(id)) places.set(id, places.size)
  }
  for (const block of body) {
    if (isLineBlock(block)) look(block)
    else if (block.type === 'table')
      for (const row of block.children) for (const cell of row.children) cell.children.forEach(look)
  }
  return places
}
