import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '../../../shared/ledger/cell-text.ts'
import type { ReportChain } from '../../../shared/ledger/import-reports.ts'
import type { Proposal } from '../../../shared/ledger/proposal.ts'
import { useWindow } from '../../app/window-context.ts'
import { cellWords } from './cell-words.ts'
import { FixProposal } from './FixProposal.tsx'
import { importLines, type Fix, type ImportLine } from './import-model.ts'
import { LongList } from './LongList.tsx'
import { MarkedSentence } from './MarkedSentence.tsx'

interface ProposalListProps {
  chain: ReportChain
  fixed: ReadonlyMap<string, Proposal>
  accepted: ReadonlySet<string>
  onAccept: (ids: readonly string[], yes: boolean) => void
  /** False: the words are no figure. */
  onFix: (id: string, proposal: Proposal, fix: Fix) => boolean
}

const lineHeight = 78
const headHeight = 40

/** Every figure beside the sentence it was read from. */
export function ProposalList({ chain, fixed, accepted, onAccept, onFix }: ProposalListProps): ReactElement {
  const { t } = useTranslation('ledger-import')
  const [words, setWords] = useState('')
  const [unknown, setUnknown] = useState(false)
  const [fixing, setFixing] = useState<string | null>(null)
  /** The line whose words were changed last: the keys go on from its button. */
  const [left, setLeft] = useState<string | null>(null)
  const leave = (id: string): void => {
    setFixing(null)
    setLeft(id)
  }
  const names = useId()
  const catalogue = useWindow((state) => state.startUp.templates.indicators)
  const lines = useMemo(
    () => importLines(chain, fixed, accepted, { unknown, words: words.trim() }),
    [chain, fixed, accepted, unknown, words],
  )
  const heightOf = useCallback((line: ImportLine) => (line.kind === 'report' ? headHeight : lineHeight), [])
  const figures = lines.flatMap((line) => (line.kind === 'figure' ? line : []))
  const headline = figures.filter(({ proposal }) => proposal.headline).map(({ id }) => id)
  const all = figures.map(({ id }) => id)
  return (
    <>
      <div className="import-tools">
        <input
          className="input"
          aria-label={t('reports.filter')}
          placeholder={t('reports.filter')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="choice">
          <input type="checkbox" checked={unknown} onChange={(event) => setUnknown(event.target.checked)} />
          <span>{t('reports.unknown')}</span>
        </label>
        <span className="grow" />
        <button type="button" className="button" onClick={() => onAccept(headline, true)}>
          {t('reports.acceptHeadline')}
        </button>
        <button type="button" className="button" onClick={() => onAccept(all, true)}>
          {t('reports.acceptAll')}
        </button>
        <button type="button" className="button" onClick={() => onAccept(all, false)}>
          {t('reports.acceptNone')}
        </button>
      </div>
      <datalist id={names}>
        {catalogue.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {lines.length === 0 ? (
        <p className="empty import-empty">{t('reports.none')}</p>
      ) : (
        <LongList
          label={t('reports.list')}
          lines={lines}
          heightOf={heightOf}
          keyOf={(line) => (line.kind === 'report' ? `report ${line.reading.file}` : line.id)}
        >
          {(line, active) =>
            line.kind === 'report' ? (
              <ReportHead line={line} />
            ) : fixing === line.id ? (
              <FixProposal
                proposal={line.proposal}
                names={names}
                onCancel={() => leave(line.id)}
                onFix={(fix) => {
                  const done = onFix(line.id, line.proposal, fix)
                  if (done) leave(line.id)
                  return done
                }}
              />
            ) : (
              <ProposalLine
                line={line}
                active={active}
                accepted={accepted.has(line.id)}
                fixed={fixed.has(line.id)}
                onAccept={(yes) => onAccept([line.id], yes)}
                onFix={() => setFixing(line.id)}
                focused={left === line.id}
                onFocused={() => setLeft(null)}
              />
            )
          }
        </LongList>
      )}
    </>
  )
}

function ReportHead({ line }: { line: Extract<ImportLine, { kind: 'report' }> }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { reading, accepted, count } = line
  return (
    <div className="import-report">
      <b>{t('reports.year', { year: reading.year })}</b>
      <span className="grow import-file">{reading.file}</span>
      <span className="meta">{t('reports.accepted', { accepted, count })}</span>
    </div>
  )
}

interface ProposalLineProps {
  line: Extract<ImportLine, { kind: 'figure' }>
  active: boolean
  accepted: boolean
  fixed: boolean
  onAccept: (yes: boolean) => void
  onFix: () => void
  /** It was changed a moment ago. */
  focused: boolean
  onFocused: () => void
}

function ProposalLine(props: ProposalLineProps): ReactElement {
  const { line, active, accepted, fixed, onAccept, onFix, focused, onFocused } = props
  const { t } = useTranslation('ledger-import')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!focused) return
    button.current?.focus()
    onFocused()
  }, [focused, onFocused])
  const { proposal, reading } = line
  const { cell, content, others } = proposal
  const tabIndex = active ? 0 : -1
  const figure = cellText(content, '')
  return (
    <div className={`import-line ${accepted ? '' : 'import-skipped'}`}>
      <label className="choice import-what">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          checked={accepted}
          onChange={(event) => onAccept(event.target.checked)}
        />
        <span>
          <b>{cell.indicator}</b>
          <small>{cellWords(t, cell)}</small>
        </span>
      </label>
      <span className="import-figure">
        <b>{figure}</b>
        {fixed && <small>{t('reports.fixed')}</small>}
        {!proposal.known && <small>{t('reports.notKnown')}</small>}
      </span>
      <span className="import-sentence">
        <MarkedSentence text={reading.text} sentence={proposal.sentence} marks={[proposal.value, proposal.growth]} />
        {others.length > 0 && (
          <small className="import-others">
            {t('reports.others', { figures: others.map((other) => cellText(other.content, '')).join('、') })}
          </small>
        )}
      </span>
      <button
        ref={button}
        type="button"
        className="link"
        tabIndex={tabIndex}
        aria-label={t('reports.fixOf', { indicator: cell.indicator, when: cellWords(t, cell) })}
        onClick={onFix}
      >
        {t('reports.fix')}
      </button>
    </div>
  )
}
