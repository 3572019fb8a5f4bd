import { readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import type { FormulationsInForce } from '../../shared/desktop/calls.ts'
import type { Notice, Refusal } from '../../shared/desktop/results.ts'
import { decodeText } from '../../shared/report/import/decode-text.ts'
import { emptyLists, userListsSchema, type UserLists } from '../../shared/desktop/user-lists.ts'
import {
  formulationsInForce,
  parseFormulations,
  type FormulationMode,
  type OwnFormulations,
} from '../../shared/templates/own-formulations.ts'
import { formulationListSchema } from '../../shared/templates/parse.ts'
import type { FormulationList } from '../../shared/templates/templates.ts'
import { refusalOf } from './file-error.ts'
import { KeptJson } from './kept-json.ts'

/** Bytes of a list of formulations: the delivered one has 40,000. */
const largestList = 4 * 1024 * 1024

const ownFormulationsSchema = v.object({
  mode: v.picklist(['replace', 'extend']),
  name: v.string(),
  list: formulationListSchema,
})

/** What the users keep for all reports of a workspace: their lists of names and wordings, and their own 提法库. */
export class Workspace {
  readonly #lists: KeptJson<UserLists>
  readonly #formulations: KeptJson<OwnFormulations>
  readonly #formulationsPath: string
  #own: OwnFormulations | null = null

  constructor(folder: string) {
    this.#formulationsPath = join(folder, 'formulations.json')
    this.#lists = new KeptJson(join(folder, 'lists.json'), userListsSchema)
    this.#formulations = new KeptJson(this.#formulationsPath, ownFormulationsSchema)
  }

  async open(delivered: FormulationList): Promise<{
    lists: UserLists
    formulations: FormulationsInForce
    notices: Notice[]
  }> {
    const [lists, own] = await Promise.all([this.#lists.read(), this.#formulations.read()])
    this.#own = own.value
    return {
      lists: lists.value ?? emptyLists,
      formulations: this.#inForce(delivered),
      notices: [...lists.notices, ...own.notices],
    }
  }

  saveLists(lists: UserLists): Promise<Refusal | undefined> {
    return this.#lists.write(lists)
  }

  /** Reads the file and keeps a copy of it; the delivered list stays what it is. */
  async takeFormulations(
    path: string,
    mode: FormulationMode,
    delivered: FormulationList,
  ): Promise<({ taken: true } & FormulationsInForce) | ({ taken: false } & Refusal)> {
    const read = await readList(path)
    if ('reason' in read) return { taken: false, ...read }
    const own: OwnFormulations = { mode, name: basename(path), list: read.list }
    const refusal = await this.#formulations.write(own)
    if (refusal) return { taken: false, ...refusal }
    this.#own = own
    return { taken: true, ...this.#inForce(delivered) }
  }

  async dropFormulations(delivered: FormulationList): Promise<FormulationsInForce> {
    await rm(this.#formulationsPath, { force: true })
    this.#own = null
    return this.#inForce(delivered)
  }

  #inForce(delivered: FormulationList): FormulationsInForce {
    const own = this.#own
    return { list: formulationsInForce(delivered, own), own: own && { mode: own.mode, name: own.name } }
  }
}

/** A user's list as a value, or why it is none. */
export async function readList(path: string): Promise<{ list: FormulationList } | Refusal> {
  let text: string
  try {
    const status = await stat(path)
    if (!status.isFile() || status.size > largestList)
      return { reason: 'notFormulations', values: { name: basename(path), problem: `${status.size}` } }
    text = decodeText(new Uint8Array(await readFile(path)))?.text ?? ''
  } catch (error) {
    return refusalOf(error)
  }
  const parsed = parseFormulations(jsonOf(text))
  if (parsed.ok) return { list: parsed.list }
  return { reason: 'notFormulations', values: { name: basename(path), problem: parsed.problem } }
}

/** Undefined where the text is no JSON: the schema then names the fault. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}
