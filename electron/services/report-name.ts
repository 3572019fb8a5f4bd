import { basename, extname } from 'node:path'
import { inlineText } from '../../shared/report/plain-text.ts'
import type { Report } from '../../shared/report/schema.ts'

/** The file's name as people say it. */
export function stem(path: string): string {
  return basename(path, extname(path))
}

/** Longest suggestion in characters: with the ending it stays below 255 bytes. */
const longest = 60

/** A name for the first saving: place and title without what file systems refuse. */
export function nameOfReport({ meta, body }: Report): string {
  const title = body.flatMap((block) => (block.type === 'title' ? [inlineText(block.children)] : [])).join('')
  const name = title.includes(meta.place) ? title : `${meta.place}${title}`
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  const allowed = name.replace(/[\\/:*?"<>|\u0000-\u001F\uFFFC]/g, '').trim()
  return allowed.slice(0, longest) || (meta.year === null ? 'zhenggao' : String(meta.year))
}
