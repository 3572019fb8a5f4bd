import { Table2 } from 'lucide-react'
import { useMemo, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerFigure } from '../../shared/ledger/ledger.ts'
import { boundStretches } from '../../shared/ledger/links.ts'
import { phrasingsOf, phrasingText, type Phrasing } from '../../shared/ledger/phrasing.ts'
import { fittingRows, sectionRows, tellsAll, type SectionRow } from '../../shared/ledger/section-rows.ts'
import { waitingFields } from '../../shared/ledger/waiting-fields.ts'
import { blockText } from '../../shared/report/plain-text.ts'
import type { SectionKind } from '../../shared/report/schema.ts'
import { commandOf, keyOfCommand } from '../app/commands.ts'
import { FigureStateShape } from '../app/shapes.tsx'
import { useLedgerContext } from '../app/use-ledger-context.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { phraseType } from '../editor/plugins/with-clipboard.ts'
import { rowNumbers } from '../picker/picker-model.ts'
import { shownTitle } from './outline-names.ts'

/** 指标: what the section at the caret has to say, in the order of a report. */
export function Indicators(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const rows = useSession((session) => session.ledger.rows)
  const readOnly = useSession((session) => session.readOnly !== null)
  const openLedger = (words: string): ReactElement => (
    <button type="button" className="link" onClick={() => commandOf('showLedger').run(controller)}>
      {words}
    </button>
  )
  if (rows.length === 0) {
    return (
      <div className="panel-body">
        <div className="empty">
          <Table2 className="empty-icon" aria-hidden="true" />
          <p>{t('ledger-import:empty.words')}</p>
          {!readOnly && (
            <button type="button" className="button" onClick={() => controller.showDialog({ kind: 'importReports' })}>
              {t('ledger-import:empty.import')}
            </button>
          )}
          {openLedger(t('command.showLedger'))}
        </div>
      </div>
    )
  }
  return <SectionIndicators openLedger={openLedger(t('bound:panel.open'))} />
}

interface Said extends SectionRow {
  phrasing: Phrasing | undefined
}

function SectionIndicators({ openLedger }: { openLedger: ReactElement }): ReactElement {
  const { t } = useTranslation('bound')
  const { bound } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const key = useWindow((state) => keyOfCommand(commandOf('insertIndicator'), state.settings.keys))
  const [shownAll, setShownAll] = useState<string>()
  const { said: fitting, all, name, targets, kind, id } = useSaid()
  const said = shownAll === id ? all : fitting
  const missing = said.filter(({ written, waiting, phrasing }) => !written && !waiting && phrasing)
  const summary = {
    order: t(targets ? 'panel.order.targets' : 'panel.order.results'),
    written: said.filter(({ written }) => written).length,
    missing: said.filter(({ written }) => !written).length,
  }
  return (
    <>
      <div className="indicators-head">
        <b className="grow">{name === undefined ? t('panel.whole') : t('panel.section', { name })}</b>
        {openLedger}
        {said.length < all.length && (
          <button type="button" className="link" onClick={() => setShownAll(id)}>
            {t('panel.showAll')}
          </button>
        )}
        <p className="meta">{said.length === 0 ? t('panel.none') : t('panel.summary', summary)}</p>
      </div>
      <div className="panel-body panel-scroll">
        <ul className="indicators" aria-label={t('window:panel.indicators')}>
          {said.map((one) => (
            <Indicator key={one.row.indicator} {...one} readOnly={readOnly} />
          ))}
        </ul>
      </div>
      {!readOnly && (
        <div className="panel-foot">
          <span className="meta grow">{key === '' ? t('panel.hintPlain') : t('panel.hint', { key })}</span>
          {tellsAll(kind) && (
            <button
              type="button"
              className="button"
              disabled={missing.length === 0}
              onClick={() => bound.insertAll(missing.flatMap(({ phrasing }) => (phrasing ? [phrasing.leaves] : [])))}
            >
              {t('panel.all')}
            </button>
          )}
        </div>
      )}
    </>
  )
}

/** The rows of the section that the caret stands in, read anew once typing pauses. */
function useSaid(): {
  said: Said[]
  all: Said[]
  name: string | undefined
  targets: boolean
  kind: SectionKind | null
  /** The same while the caret stays in the section. */
  id: string
} {
  const { t } = useTranslation()
  const { reader, context, level, section } = useLedgerContext()
  const body = useSession((session) => session.reading.body)
  const kind = section?.kind ?? null
  const { said, all } = useMemo(() => {
    const blocks = section ? body.slice(section.start, section.end) : body
    const words = {
      kind: section?.kind ?? null,
      text: blocks.map(blockText).join('\n'),
      keys: boundStretches(blocks).map(({ key }) => key),
      waiting: waitingFields(blocks).map(({ field }) => field.indicator),
    }
    const rows = sectionRows(reader.ledger.rows, words, context, level, reader.indicators)
    const all = rows.map((one): Said => {
      const wanted = context.targetsFirst ? 'target' : 'result'
      const phrasing = phrasingsOf(one.row, reader, context).find(({ kind }) => kind === wanted)
      return { ...one, phrasing }
    })
    const fitting = new Set(
      fittingRows(rows, section?.kind ?? null, section?.title ?? '', reader.indicators).map(({ row }) => row),
    )
    return { all, said: all.filter(({ row }) => fitting.has(row)) }
  }, [reader, context, level, section, body])
  const name = section && shownTitle(t, section)
  return { said, all, name, targets: context.targetsFirst, kind, id: `${section?.index ?? ''} ${name ?? ''}` }
}

function Indicator({ row, figure, written, waiting, phrasing, readOnly }: Said & { readOnly: boolean }): ReactElement {
  const { t } = useTranslation('bound')
  const { bound } = useController()
  const { reader, context } = useLedgerContext()
  const { value } = rowNumbers(row, reader, context)
  const insert = (): void => {
    if (phrasing && !readOnly) bound.insert([phrasing.leaves], '')
  }
  const result =
    value === ''
      ? t('panel.awaited', { year: context.resultYear })
      : t('panel.result', { year: context.resultYear, value })
  return (
    <li
      className="indicator"
      tabIndex={0}
      draggable={phrasing !== undefined && !readOnly}
      title={phrasing && t('panel.insert', { words: phrasingText(phrasing) })}
      onDragStart={(event) => {
        if (!phrasing) return
        event.dataTransfer.setData(phraseType, JSON.stringify(phrasing.leaves))
        event.dataTransfer.setData('text/plain', phrasingText(phrasing))
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onDoubleClick={insert}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        insert()
      }}
    >
      <span className="indicator-name">{row.indicator}</span>
      <b className="indicator-said">{figure && saidWords(figure, phrasing, row.indicator)}</b>
      <span className="meta">
        {result}
        {written && ` · ${t('panel.written')}`}
        {waiting && ` · ${t('panel.waiting')}`}
        {figure && isLower(figure, row.figures, context.resultYear) && (
          <span className="indicator-lower"> · {t('panel.lower')}</span>
        )}
      </span>
      <span className="meta indicator-state">
        {figure && <FigureStateShape state={figure.state} />}
        {figure && t(`state.${figure.state}`)}
      </span>
    </li>
  )
}

/** What the section says of it, without its name: 增长8%以上. */
function saidWords(figure: LedgerFigure, phrasing: Phrasing | undefined, name: string): string {
  if (phrasing) return phrasing.leaves.flatMap(({ text, indicator }) => (indicator ? [text] : [])).join(' ')
  return figure.value === null ? '' : `${name === '' ? '' : figure.value}${figure.unit}`
}

function isLower(target: LedgerFigure, figures: readonly LedgerFigure[], year: number): boolean {
  const result = figures.find((one) => one.kind === 'result' && one.year === year && one.period === 'year')
  if (target.kind !== 'target' || target.value === null || !result || result.value === null) return false
  return result.unit === target.unit && target.bound !== '<=' && Number(target.value) < Number(result.value)
}
