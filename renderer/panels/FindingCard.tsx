import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  shownEvidence,
  type Evidence,
  type Finding,
  type Formula,
  type LedgerEvidence,
  type Severity,
} from '../../shared/checks/finding.ts'
import { repairSentence } from '../../shared/checks/finding-sentence.ts'
import { commandOf } from '../app/commands.ts'
import { SeverityShape } from '../app/shapes.tsx'
import { findingTranslate } from '../app/finding-translate.ts'
import { useController, useSession } from '../app/window-context.ts'
import { sourceWords } from '../ledger/source-words.ts'
import { isArithmetic, listFor } from './finding-kinds.ts'
import { impliedComesFirst, resultOf } from './formula-words.ts'
import { markedStretches, usePlaceOf, verdictOf } from './finding-words.ts'

interface FindingCardProps {
  finding: Finding
  position: number
  count: number
}

/** The open finding: verdict, sources, arithmetic, and what can be done about it. */
export function FindingCard({ finding, position, count }: FindingCardProps): ReactElement {
  const { t } = useTranslation()
  const card = useRef<HTMLElement>(null)
  const body = useSession((session) => session.checking.body)
  const plain = useSession((session) => session.checking.plain)
  useEffect(() => {
    // Takes over the focus of the row or card it replaces; the caret on the page keeps it.
    if (document.activeElement === document.body || card.current?.closest('aside')?.contains(document.activeElement)) {
      card.current?.focus({ preventScroll: true })
    }
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [finding.id])
  return (
    <article
      className="card"
      ref={card}
      tabIndex={-1}
      data-pane-focus
      id={`finding-${finding.id}`}
      aria-labelledby="finding-verdict"
    >
      <div className="card-head">
        <SeverityShape severity={finding.severity} />
        <h3 className="grow" id="finding-verdict">
          {verdictOf(t, finding, body, plain)}
        </h3>
        <span className="number card-position">{t('findings.position', { position, count })}</span>
      </div>
      {finding.evidence.slice(0, shownEvidence).map((evidence, index) => (
        <Source key={index} evidence={evidence} finding={finding} />
      ))}
      {finding.evidence.length > shownEvidence && (
        <p className="source-more">{t('findings.moreSources', { count: finding.evidence.length - shownEvidence })}</p>
      )}
      {finding.evidence.length === 0 && <OwnSource finding={finding} />}
      {finding.ledger && <LedgerSource evidence={finding.ledger} severity={finding.severity} />}
      {finding.formula && <Arithmetic formula={finding.formula} severity={finding.severity} />}
      <Repairs finding={finding} />
      <CardFoot finding={finding} />
    </article>
  )
}

/** What the ledger has, and who says so. */
function LedgerSource({ evidence, severity }: { evidence: LedgerEvidence; severity: Severity }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const { indicator: name, year, number, kind, state, source } = evidence
  return (
    <div className="source">
      <div className="source-head">
        <span className="grow">{t('bound:finding.ledger', { name, year, kind: t(`bound:finding.kind.${kind}`) })}</span>
        <button type="button" className="link" onClick={() => commandOf('showLedger').run(controller)}>
          {t('bound:source.ledger')}
        </button>
      </div>
      <p className="source-text" lang="zh-CN">
        <mark className={`source-mark source-mark-${severity}`}>{number}</mark> {sourceWords(t, { source, state })}
        {source.sentence !== '' && <br />}
        {source.sentence}
      </p>
    </div>
  )
}

function OwnSource({ finding }: { finding: Finding }): ReactElement {
  const text = useSession((session) => session.checking.plain?.text ?? '')
  const start = text.lastIndexOf('\n', Math.max(0, finding.start - 1)) + 1
  const end = text.indexOf('\n', finding.end)
  const evidence = {
    sentence: { start, end: end < 0 ? text.length : end },
    marks: [{ start: finding.start, end: finding.end }],
  }
  return <Source evidence={evidence} finding={finding} />
}

function Source({ evidence, finding }: { evidence: Evidence; finding: Finding }): ReactElement {
  const { t } = useTranslation()
  const { checking } = useController()
  const { sentence, marks } = evidence
  const own = useSession((session) => session.checking.plain?.text ?? '')
  const prior = useSession((session) => session.prior)
  const place = usePlaceOf(sentence.start)
  const { file } = sentence
  const text = file === undefined ? own : (prior.find(({ name }) => name === file)?.text ?? '')
  const target = marks[0] ?? sentence
  return (
    <div className="source">
      <div className="source-head">
        <span className="grow">{file === undefined ? t('findings.ownSource', { place }) : file}</span>
        {file === undefined && (
          <button type="button" className="link" onClick={() => checking.locate(target.start, target.end)}>
            {t('findings.locate')}
          </button>
        )}
      </div>
      <p className="source-text" lang="zh-CN">
        {markedStretches(text, sentence, marks).map((stretch, index) => {
          if (!stretch.mark) return stretch.text
          return (
            <mark key={index} className={`source-mark source-mark-${finding.severity}`}>
              {stretch.text}
            </mark>
          )
        })}
      </p>
    </div>
  )
}

function Arithmetic({ formula, severity }: { formula: Formula; severity: Severity }): ReactElement {
  const { t } = useTranslation()
  const result = resultOf(formula)
  const { printed, implied, band } = formula
  return (
    <>
      <p className="formula number">
        <span>
          {formula.expression}
          {result}
        </span>
      </p>
      <div
        className={`against ${impliedComesFirst(formula) ? 'against-reversed' : ''}`}
        role="img"
        aria-label={t(band ? 'findings.againstBand' : 'findings.against', { printed, implied })}
      >
        <span className="against-axis" />
        <span className={`against-text against-text-${severity}`}>
          <span>{t('findings.printed', { value: printed })}</span>
          <SeverityShape severity={severity} silent />
        </span>
        <span className="against-implied">
          <span>{t(band ? 'findings.impliedBand' : 'findings.implied', { value: implied })}</span>
          <i />
        </span>
      </div>
    </>
  )
}

function Repairs({ finding }: { finding: Finding }): ReactElement | null {
  const { t } = useTranslation()
  const { checking } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const refused = useSession((session) => session.checking.refusedRepair === finding.id)
  if (finding.repairs.length === 0 || readOnly) return null
  return (
    <div className="repairs">
      {refused && <p className="repairs-refused">{t('findings.repairRefused')}</p>}
      {finding.repairs.map((repair, index) => (
        <button
          key={index}
          type="button"
          className={`button ${index === 0 ? 'primary' : ''}`}
          onClick={() => checking.repair(finding, repair)}
        >
          {repairSentence(repair, findingTranslate(t))}
        </button>
      ))}
    </div>
  )
}

function CardFoot({ finding }: { finding: Finding }): ReactElement {
  const { t } = useTranslation()
  const { checking, showDialog } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const [why, setWhy] = useState(false)
  return (
    <>
      <div className="card-foot">
        {!readOnly && isArithmetic(finding) && (
          <button type="button" className="link" onClick={() => showDialog({ kind: 'ignore', finding: finding.id })}>
            {t('findings.otherBasis')}
          </button>
        )}
        {!readOnly && !isArithmetic(finding) && (
          <button type="button" className="link" onClick={() => checking.ignore(finding, '')}>
            {t('findings.ignore')}
          </button>
        )}
        {!readOnly && <AllowWords finding={finding} />}
        <span className="grow" />
        <button type="button" className="link" aria-expanded={why} onClick={() => setWhy(!why)}>
          {t('findings.why')}
        </button>
      </div>
      {why && <p className="card-why">{t(`findings:why.${finding.rule}`)}</p>}
    </>
  )
}

/** The words are right here: they join a list that every report of the workspace is read with. */
function AllowWords({ finding }: { finding: Finding }): ReactElement | null {
  const { t } = useTranslation()
  const { checking } = useController()
  const list = listFor(finding)
  if (!list) return null
  return (
    <button type="button" className="link" onClick={() => checking.allow(finding, list)}>
      {t(`findings.allow.${list}`)}
    </button>
  )
}
