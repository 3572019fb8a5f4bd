import { isTextLeaf, type Block, type Inline, type TextLeaf } from '../report/schema.ts'
import { linesOf } from './lines-of.ts'

/** A stretch of a line in units of its children's text: a void counts as one, deleted words count. */
export interface CommentStretch {
  path: number[]
  start: number
  end: number
}

/** What a comment stands on. */
export interface CommentPlace {
  /** In the order of the text; neighbours of one line are one stretch. */
  stretches: CommentStretch[]
  /** The words as they read now; where all of them are deleted, the deleted ones. */
  words: string
  /** Its own words are gone. */
  point: boolean
}

/**
 * Words that were moved under 修订 stand at both ends until that is decided, and so do their comments; whoever looks for
 * a comment finds it where the words have gone.
 */
export function leftBehind(body: readonly Block[]): (leaf: TextLeaf, id: string) => boolean {
  const moved = new Set<string>()
  const here = new Set<string>()
  for (const [{ children }] of linesOf(body))
    for (const child of children)
      if (isTextLeaf(child) && child.text !== '')
        for (const id of child.comments ?? []) (isMovedAway(child) ? moved : here).add(id)
  return (leaf, id) => moved.has(id) && here.has(id) && isMovedAway(leaf)
}

const isMovedAway = ({ del }: Inline): boolean => del?.move !== undefined

/** Where every comment stands, by id. */
export function readCommentPlaces(body: readonly Block[]): Map<string, CommentPlace> {
  const found = new Map<string, CommentPlace & { deleted: string }>()
  const isLeft = leftBehind(body)
  for (const [{ children }, path] of linesOf(body)) {
    let at = 0
    for (const child of children) {
      const start = at
      at += isTextLeaf(child) ? child.text.length : 1
      if (!isTextLeaf(child) || child.text === '') continue
      for (const id of child.comments ?? []) {
        if (isLeft(child, id)) continue
        const place = found.get(id) ?? { stretches: [], words: '', point: true, deleted: '' }
        found.set(id, place)
        if (!child.points?.includes(id)) place.point = false
        const parted = place.stretches.length > 0 && place.stretches.at(-1)?.path.join() !== path.join() ? '\n' : ''
        if (child.del) place.deleted += parted + child.text
        else place.words += (place.words === '' ? '' : parted) + child.text
        addStretch(place.stretches, { path, start, end: at })
      }
    }
  }
  return new Map(
    [...found].map(([id, { deleted, words, ...rest }]) => [id, { ...rest, words: words === '' ? deleted : words }]),
  )
}

function addStretch(stretches: CommentStretch[], stretch: CommentStretch): void {
  const last = stretches.at(-1)
  if (last && last.path.join() === stretch.path.join() && last.end === stretch.start) last.end = stretch.end
  else stretches.push(stretch)
}

/** Comments whose own words are gone. */
export function pointsIn(body: readonly Block[]): Set<string> {
  const points = new Set<string>()
  for (const [{ children }] of linesOf(body))
    for (const child of children) if (isTextLeaf(child)) child.points?.forEach((id) => points.add(id))
  return points
}
