import { readFile, rename } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import type { Notice, Refusal } from '../../shared/desktop/results.ts'
import { errorCode } from './file-error.ts'
import { writeWithFolders } from './write-with-folders.ts'

/** A small file of the program's own that holds one checked value. */
export class KeptJson<Value> {
  readonly #path: string
  readonly #schema: v.GenericSchema<unknown, Value>

  constructor(path: string, schema: v.GenericSchema<unknown, Value>) {
    this.#path = path
    this.#schema = schema
  }

  /** Null where there is no file. One that cannot be read is set aside under another name, and the notice says which. */
  async read(): Promise<{ value: Value | null; notices: Notice[] }> {
    try {
      return { value: v.parse(this.#schema, JSON.parse(await readFile(this.#path, 'utf8'))), notices: [] }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return { value: null, notices: [] }
      const aside = this.#path.replace(/\.json$/, '.damaged.json')
      await rename(this.#path, aside).catch(() => undefined)
      const values = { name: basename(this.#path), file: aside }
      return { value: null, notices: [{ messageId: 'documents:notice.listDamaged', values }] }
    }
  }

  /** Undefined: written whole. */
  write(value: Value): Promise<Refusal | undefined> {
    return writeWithFolders(this.#path, Buffer.from(JSON.stringify(value, null, 1)))
  }
}
