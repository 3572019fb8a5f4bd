import { statfs } from 'node:fs/promises'
import process from 'node:process'

/** File systems of local disks by their number in statfs(2): ext, xfs, btrfs, tmpfs, overlay, f2fs, zfs. */
const local: ReadonlySet<number> = new Set([
  0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630, 0xf2f52010, 0x2fc12fc1,
])

export type JournalMode = 'WAL' | 'DELETE'

/**
 * WAL shares memory between the processes of one computer: it is wrong on a network share and leaves its files behind on
 * a stick that is pulled out. Where the disk is not known to be local, the older mode does the same a little slower.
 */
export async function journalModeFor(folder: string): Promise<JournalMode> {
  if (process.platform !== 'linux') return 'DELETE'
  const type = await statfs(folder).then(
    (disk) => disk.type,
    () => 0,
  )
  return local.has(type) ? 'WAL' : 'DELETE'
}
