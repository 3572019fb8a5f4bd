import { isTextLeaf, type Block } from '../report/schema.ts'
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

/** Where every comment stands, by id. */
export function readCommentPlaces(body: readonly Block[]): Map<string, CommentPlace> {
  const found = new Map<string, CommentPlace & { deleted: string }>()
  for (const [{ children }, path] of linesOf(body)) {
    let at = 0
    for (const child of children) {
      const start = at
      at += isTextLeaf(child) ? child.text.length : 1
      if (!isTextLeaf(child) || child.text === '') continue
      for (const id of child.comments ?? []) {
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
