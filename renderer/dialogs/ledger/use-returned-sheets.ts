import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  readSignOff,
  signOffOutcome,
  type SignOffOutcome,
  type ReturnedTable,
  type SignOffReading,
} from '../../../shared/ledger/sign-off/read-sign-off.ts'
import type { SheetTable } from '../../../shared/sheets/sheet-table.ts'
import type { ReadFigures } from '../../app/ledger-sheets.ts'
import { refusalSentence } from '../../app/refusals.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { useReadFigures } from './use-read-figures.ts'

export interface ReturnedSheets {
  /** The figures of the report are known, so that sheets can be read. */
  ready: boolean
  read: ReadFigures | null
  /** What is being read, in words; '' = nothing. */
  busy: string
  /** Files that nothing was taken from, each in a sentence. */
  problems: string[]
  answered: { reading: Extract<SignOffReading, { ok: true }>; outcome: SignOffOutcome } | null
  /** Files that were read, and who returned each: one name does not answer for another department's sheet. */
  files: readonly string[]
  people: Readonly<Record<string, string>>
  setPerson: (file: string, person: string) => void
  choose: () => Promise<void>
}

/** Sheets that came back, read against the report as it stands. */
export function useReturnedSheets(): ReturnedSheets {
  const { t } = useTranslation()
  const { desktop } = useController()
  const { read, failed } = useReadFigures()
  const ledger = useSession((session) => session.ledger)
  const id = useSession((session) => session.report.id)
  const [busy, setBusy] = useState('')
  const [problems, setProblems] = useState<string[]>([])
  const [reading, setReading] = useState<Extract<SignOffReading, { ok: true }> | null>(null)
  const [files, setFiles] = useState<string[]>([])
  const [people, setPeople] = useState<Record<string, string>>({})
  const separator = t('listSeparator')
  const answered = useMemo(() => {
    if (!read || !reading) return null
    const outcome = signOffOutcome(reading, read.sheets, ledger, (names) => {
      const persons = new Set(names.map((name) => (people[name] ?? '').trim()).filter((person) => person !== ''))
      return { file: names.join(separator).slice(0, 255), person: [...persons].join(separator).slice(0, 100) }
    })
    return { reading, outcome }
  }, [read, reading, ledger, people, separator])

  const choose = async (): Promise<void> => {
    const { paths } = await desktop.chooseFiles({ kind: 'signOff' })
    if (!read || paths.length === 0) return
    const tables: ReturnedTable[] = []
    const [names, refused]: [string[], string[]] = [[], []]
    for (const path of paths) {
      const name = path.replace(/^.*[/\\]/, '')
      setBusy(t('ledger-import:returned.progress', { file: name }))
      const { read: ok, ...rest } = await desktop.readTables({ path })
      const why = ok && 'tables' in rest ? ofOther(rest.tables) : 'reason' in rest ? refusalSentence(t, rest) : ''
      if (why !== '') refused.push(t('ledger-import:returned.refusedIn', { file: name, why }))
      else if ('tables' in rest) {
        tables.push(...rest.tables.map((table) => ({ ...table, file: name })))
        names.push(name)
      }
    }
    setBusy('')
    setProblems(refused)
    const found = readSignOff(tables, read.sheets, id)
    if (!found.ok || names.length === 0) return
    setFiles([...new Set(names)])
    setReading(found)
  }

  /** Why the tables of a file are no sheet of this report; '' = they are. */
  const ofOther = (tables: readonly SheetTable[]): string => {
    const reading = readSignOff(tables, read?.sheets ?? [], id)
    return reading.ok ? '' : t(`ledger-sheets:signOff.refused.${reading.reason}`)
  }

  const found = failed ? [...problems, t('ledger-import:signOff.failed')] : problems
  const setPerson = (file: string, person: string): void => setPeople((before) => ({ ...before, [file]: person }))
  return { ready: read !== null, read, busy, problems: found, answered, files, people, setPerson, choose }
}
