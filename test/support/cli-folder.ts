import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { runCli } from '../../electron/cli/run-cli.ts'
import { docxParts } from './read-docx.ts'

/** A folder of its own for each test, and the command line as people use it there. */
export interface CliFolder {
  run: (...args: string[]) => Promise<{ code: number; out: string[]; err: string[] }>
  write: (name: string, content: string | Uint8Array) => void
  read: (name: string) => Uint8Array
  has: (name: string) => boolean
  /** The main part of a Word file. */
  documentOf: (name: string) => string
}

export function cliFolder(): CliFolder {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhenggao-cli-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
  return {
    async run(...args) {
      const out: string[] = []
      const err: string[] = []
      const io = {
        out: (text: string) => void out.push(text),
        err: (text: string) => void err.push(text),
        cwd: folder,
        progress: () => undefined,
      }
      return { code: await runCli(args, io), out, err }
    },
    write: (name, content) => writeFileSync(join(folder, name), content),
    read,
    has: (name) => existsSync(join(folder, name)),
    documentOf: (name) => docxParts(read(name)).get('word/document.xml') ?? '',
  }
}
