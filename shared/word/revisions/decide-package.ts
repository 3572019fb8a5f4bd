import type { Decision } from '../../revisions/decide.ts'
import { decideStory } from './decide-story.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceDescendants,
  withChildren,
  writeSourcePart,
  type SourceElement,
  type SourcePart,
} from './source-tree.ts'
import { xmlParts } from './xml-parts.ts'
import { storyRevisions, type StoryRevision } from './story-revisions.ts'

/** Parts of a Word file by name, in the order of the file. */
export type PackageParts = ReadonlyMap<string, Uint8Array>

/** A revision of a Word file; `id` is unique in it. */
export interface PackageRevision extends Omit<StoryRevision, 'id' | 'element' | 'controls'> {
  id: string
  part: string
}

/** All, or those that `true` is said of. */
export type ChoosePackageRevision = 'all' | ((revision: PackageRevision) => boolean)

/**
 * The parts with the chosen revisions of every story accepted or rejected: text, headers, notes, comments, text boxes in
 * both their copies. Parts in which nothing was decided are the same bytes.
 */
export function decidePackage(
  parts: PackageParts,
  decision: Decision,
  choose: ChoosePackageRevision,
): Map<string, Uint8Array> {
  const stories = readStories(parts)
  const decided = new Map<string, SourceElement>()
  for (const [name, { root }] of stories) {
    const chooses = (revision: StoryRevision): boolean => choose === 'all' || choose(packageRevision(name, revision))
    decided.set(name, decideStory(root, decision, chooses))
  }
  dropUnreferredNotes(stories, decided)
  return new Map(
    [...parts].map(([name, bytes]) => {
      const story = stories.get(name)
      const root = decided.get(name)
      return [name, !story || !root || root === story.root ? bytes : writeSourcePart(story, root)]
    }),
  )
}

/** Every revision of every story. */
export function packageRevisions(parts: PackageParts): PackageRevision[] {
  return [...readStories(parts)].flatMap(([name, { root }]) =>
    storyRevisions(root).map((revision) => packageRevision(name, revision)),
  )
}

function packageRevision(part: string, { id, kind, author, date, move }: StoryRevision): PackageRevision {
  return { id: `${part}#${id}`, part, kind, author, date, ...(move === undefined ? {} : { move }) }
}

const storyRoots = [
  'document',
  'hdr',
  'ftr',
  'footnotes',
  'endnotes',
  'comments',
  'styles',
  'numbering',
  'glossaryDocument',
]

/** A part without one of these words has no revision and no note: most of a package need not be read. */
const telling =
  /[:<](?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|customXml\w+RangeStart|footnotes?|endnotes?|footnoteReference|endnoteReference)[ />]/

export function readStories(parts: PackageParts): Map<string, SourcePart> {
  const stories = new Map<string, SourcePart>()
  const isXml = xmlParts(parts)
  for (const [name, bytes] of parts) {
    if (name.endsWith('.rels') || !isXml(name) || name.startsWith('customXml/') || name.startsWith('docProps/'))
      continue
    if (isUtf8(bytes) && !telling.test(decoder.decode(bytes))) continue
    const part = readSourcePart(bytes, name)
    if (isWordElement(part.root, ...storyRoots)) stories.set(name, part)
  }
  return stories
}

const decoder = new TextDecoder('utf-8')

function isUtf8(bytes: Uint8Array): boolean {
  return !(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** A note whose last reference has gone goes with it. */
function dropUnreferredNotes(stories: ReadonlyMap<string, SourcePart>, decided: Map<string, SourceElement>): void {
  for (const kind of ['footnote', 'endnote'] as const) {
    const before = noteReferences(
      [...stories.values()].map(({ root }) => root),
      kind,
    )
    const after = noteReferences([...decided.values()], kind)
    const gone = new Set([...before].filter((id) => !after.has(id)))
    if (gone.size === 0) continue
    for (const [name, root] of decided) {
      if (!isWordElement(root, `${kind}s`)) continue
      decided.set(
        name,
        withChildren(
          root,
          root.children.filter(
            (child) => !isElement(child) || !isWordElement(child, kind) || !gone.has(attributeOf(child, 'id') ?? ''),
          ),
        ),
      )
    }
  }
}

function noteReferences(roots: readonly SourceElement[], kind: 'footnote' | 'endnote'): Set<string> {
  const ids = new Set<string>()
  for (const root of roots)
    for (const element of sourceDescendants(root))
      if (isWordElement(element, `${kind}Reference`)) ids.add(attributeOf(element, 'id') ?? '')
  return ids
}
