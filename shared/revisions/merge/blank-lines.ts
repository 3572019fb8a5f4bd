import type { Report, Revision } from '../../report/schema.ts'
import { isPrinted } from '../../word/write/printed-body.ts'
import type { Atom } from './atoms.ts'
import type { Changes } from './changes.ts'

/** An export leaves empty lines out that wait for text; a file that was imported keeps those it came with. */
export function exportsBlankLines({ meta }: Pick<Report, 'meta'>): boolean {
  return meta.source?.format === 'docx'
}

/** Empty lines that a copy lacks because the file that went out never had them: nobody took them away. */
export function spareBlankLines(
  base: readonly Atom[],
  { dels }: Changes,
  isUnmarked: (revision: Revision) => boolean,
): void {
  let start = 0
  while (start < base.length) {
    let end = start
    while (base[end]?.kind === 'mark') end++
    const blank = countBlank(base, start, end)
    if (blank > 0) {
      // Marks are alike: which of them the comparison missed says nothing, only how many.
      const gone = marksGone(dels, start, end, isUnmarked)
      if (gone.length <= blank) for (const at of gone) dels.delete(at)
    }
    start = end + 1
  }
}

function countBlank(base: readonly Atom[], start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    const atom = base[at]
    const hasWords = at === start && base[at - 1]?.kind === 'words'
    if (atom?.kind === 'mark' && !hasWords && !isPrinted(atom.line) && !atom.line.mark && !atom.line.pFmt) count++
  }
  return count
}

function marksGone(
  dels: Changes['dels'],
  start: number,
  end: number,
  isUnmarked: (revision: Revision) => boolean,
): number[] {
  const gone: number[] = []
  for (let at = start; at < end; at++) {
    const rev = dels.get(at)
    if (rev && isUnmarked(rev)) gone.push(at)
  }
  return gone
}
