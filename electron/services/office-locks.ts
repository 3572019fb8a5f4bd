import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** True while Word, WPS or LibreOffice has the file open: they put a file of their own beside it. */
export async function isOpenInOffice(path: string): Promise<boolean> {
  const folder = dirname(path)
  const found = await Promise.all(officeLockNames(basename(path)).map((name) => exists(join(folder, name))))
  return found.includes(true)
}

/** Word keeps `~$` and the name without up to two first characters, so that it grows no longer than 8.3. */
function officeLockNames(name: string): string[] {
  const stem = name.replace(/\.[^.]*$/, '')
  const dropped = Math.min(2, Math.max(0, stem.length - 6))
  return [...new Set([`~$${name}`, `~$${name.slice(dropped)}`, `.~lock.${name}#`])]
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
