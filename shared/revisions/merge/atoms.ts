import { objectCharacter } from '../../report/plain-text.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LineBlock,
  type LineFormat,
  type Note,
  type Pending,
  type Table,
} from '../../report/schema.ts'

/** The smallest piece of a body that somebody may change: a character, an object, the end of a line, a block that is no line. */
export type Atom =
  | { kind: 'words'; key: string; child: Inline }
  | { kind: 'mark'; key: string; line: LineBlock }
  | { kind: 'table'; key: string; table: Table }
  | { kind: 'block'; key: string; block: Exclude<Block, LineBlock | Table> }

/** A body in one stream. Atoms with the same key say the same, whatever file they come from. */
export function atomsOf(body: readonly Block[], notes: Readonly<Record<string, Note>>): Atom[] {
  const atoms: Atom[] = []
  for (const block of body) {
    if (isLineBlock(block)) {
      for (const child of block.children) {
        if (!isTextLeaf(child)) atoms.push({ kind: 'words', key: keyOfObject(child, notes), child })
        else for (const character of child.text) atoms.push({ kind: 'words', key: character, child })
      }
      atoms.push({ kind: 'mark', key: markKey, line: block })
    } else if (block.type === 'table') atoms.push({ kind: 'table', key: tableKey, table: block })
    else atoms.push({ kind: 'block', key: `\n${block.type}`, block })
  }
  return atoms
}

export const markKey = '\n'
const tableKey = '\ntable'

/** XML and numbers of objects change whenever a file is saved; what they show does not. */
function keyOfObject(child: Exclude<Inline, { text: string }>, notes: Readonly<Record<string, Note>>): string {
  if (child.type === 'note') return `${objectCharacter}note:${notes[child.note]?.text ?? ''}`
  return `${objectCharacter}${child.label}`
}

/** What is pending on an atom; a table is pending where all its rows are. */
export function pendingOn(atom: Atom): Pending {
  if (atom.kind === 'words') return atom.child
  if (atom.kind === 'mark') return atom.line.mark ?? {}
  if (atom.kind === 'block') return atom.block
  const [first, ...rest] = atom.table.children
  const { ins, del } = first ?? {}
  return {
    ...(ins && rest.every((row) => row.ins) && { ins }),
    ...(del && rest.every((row) => row.del) && { del }),
  }
}

/** Units of the text that an atom takes: an object is shown as one character. */
export function textOf(atom: Atom): string {
  if (atom.kind !== 'words') return ''
  return isTextLeaf(atom.child) ? atom.key : objectCharacter
}

/** A line without its words and its revisions. */
export function formatOfLine(line: LineBlock): LineFormat {
  const { children: _children, mark: _mark, pFmt: _pFmt, ...format } = line
  return format
}
