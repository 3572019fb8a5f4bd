import type { Report } from '../../report/schema.ts'
import { revisionsIn } from '../../revisions/revisions-in.ts'
import type { Relationship } from '../read/package-parts.ts'
import { readSourcePart, withChildren, writeSourcePart, type SourceElement } from '../revisions/source-tree.ts'
import { addPart, targetOf } from './package-index.ts'

const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'

/** Whoever revised or commented since the file was read joins those that it names, so that Word tells them apart. */
export function patchPeople(
  parts: Map<string, Uint8Array>,
  related: readonly Relationship[],
  mainPart: string,
  base: Report,
  now: Report,
): void {
  const before = authorsOf(base)
  const fresh = [...authorsOf(now)].filter((author) => author !== '' && !before.has(author)).sort()
  if (fresh.length === 0) return
  const path =
    targetOf(parts, related, 'people') ??
    addPart(parts, mainPart, {
      name: 'people.xml',
      type: 'http://schemas.microsoft.com/office/2011/relationships/people',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml',
      xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w15:people xmlns:w15="${w15}"></w15:people>`,
    })
  const source = readSourcePart(parts.get(path) ?? new Uint8Array(), path)
  const { root } = source
  const known = new Set(
    root.children.flatMap((child) => (typeof child === 'string' ? [] : child.attributes.map(({ value }) => value))),
  )
  const entries = fresh.filter((author) => !known.has(author)).map((author) => personOf(root, author))
  if (entries.length > 0) parts.set(path, writeSourcePart(source, withChildren(root, [...root.children, ...entries])))
}

function authorsOf({ body, review }: Report): Set<string> {
  const comments = (review?.comments ?? []).map(({ author }) => author)
  return new Set([...revisionsIn(body).map(({ revision }) => revision.author), ...comments])
}

function personOf(root: SourceElement, author: string): SourceElement {
  const prefix = root.tag.includes(':') ? `${root.tag.split(':')[0] ?? ''}:` : ''
  const element = (name: string, values: Record<string, string>, children: SourceElement[]): SourceElement => ({
    tag: prefix + name,
    namespace: root.namespace,
    name,
    attributes: Object.entries(values).map(([key, value]) => ({
      tag: prefix + key,
      namespace: root.namespace,
      name: key,
      value,
    })),
    children,
  })
  return element('person', { author }, [element('presenceInfo', { providerId: 'None', userId: author }, [])])
}
