import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  readSignOff,
  signOffOutcome,
  type SignOffOutcome,
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
  choose: () => Promise<void>
}

/** Sheets that came back, read against the report as it stands. */
export function useReturnedSheets(person: string): ReturnedSheets {
  const { t } = useTranslation()
  const { desktop } = useController()
  const { read, failed } = useReadFigures()
  const ledger = useSession((session) => session.ledger)
  const id = useSession((session) => session.report.id)
  const [busy, setBusy] = useState('')
  const [problems, setProblems] = useState<string[]>([])
  const [answered, setAnswered] = useState<ReturnedSheets['answered']>(null)

  const choose = async (): Promise<void> => {
    const { paths } = await desktop.chooseFiles({ kind: 'signOff' })
    if (!read || paths.length === 0) return
    const tables: SheetTable[] = []
    const [files, refused]: [string[], string[]] = [[], []]
    for (const path of paths) {
      const name = path.replace(/^.*[/\\]/, '')
      setBusy(t('ledger-import:returned.progress', { file: name }))
      const { read: ok, ...rest } = await desktop.readTables({ path })
      const why = ok && 'tables' in rest ? ofOther(rest.tables) : 'reason' in rest ? refusalSentence(t, rest) : ''
      if (why !== '') refused.push(t('ledger-import:returned.refusedIn', { file: name, why }))
      else if ('tables' in rest) {
        tables.push(...rest.tables)
        files.push(name)
      }
    }
    setBusy('')
    setProblems(refused)
    const reading = readSignOff(tables, read.sheets, id)
    if (!reading.ok || files.length === 0) return
    const file = files.join(t('listSeparator')).slice(0, 255)
    setAnswered({ reading, outcome: signOffOutcome(reading, read.sheets, ledger, { person: person.trim(), file }) })
  }

  /** Why the tables of a file are no sheet of this report; '' = they are. */
  const ofOther = (tables: readonly SheetTable[]): string => {
    const reading = readSignOff(tables, read?.sheets ?? [], id)
    return reading.ok ? '' : t(`ledger-sheets:signOff.refused.${reading.reason}`)
  }

  const found = failed ? [...problems, t('ledger-import:signOff.failed')] : problems
  return { ready: read !== null, read, busy, problems: found, answered, choose }
}
