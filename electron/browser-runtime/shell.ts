import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import process from 'node:process'
import { strict } from './strict.ts'

export const shell = strict('shell', {
  showItemInFolder(path: string): void {
    const [command, args] = folderCommand(path)
    // Without a file manager nothing happens, as with Electron.
    spawn(command, args, { detached: true, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref()
  },
})

function folderCommand(path: string): [string, string[]] {
  if (process.platform === 'win32') return ['explorer.exe', [`/select,${path}`]]
  if (process.platform === 'darwin') return ['open', ['-R', path]]
  return ['xdg-open', [dirname(path)]]
}
