import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/checks/finding.ts'
import { SeverityShape } from '../app/shapes.tsx'
import { useController, useSession } from '../app/window-context.ts'
import { FindingCard } from './FindingCard.tsx'
import { isOpenBlank } from './finding-kinds.ts'
import { placeOf, quoteOf, verdictOf } from './finding-words.ts'

/** Rows built at first, and whenever the end of the list comes near: a key never waits for a thousand of them. */
const rowsAtOnce = 60

/** The findings in the order of the text: one card open, the others two lines each; blanks of a template in one row. */
export function FindingList({ findings }: { findings: readonly Finding[] }): ReactElement {
  const { t } = useTranslation()
  const { checking } = useController()
  const open = useSession((session) => session.openFinding)
  const plain = useSession((session) => session.checking.plain)
  const body = useSession((session) => session.checking.body)
  const outline = useSession((session) => session.reading.outline)
  const [built, setBuilt] = useState(rowsAtOnce)
  const more = useCallback(() => setBuilt((count) => count + rowsAtOnce), [])
  const blanks = findings.filter(isOpenBlank)
  const grouped = blanks.length > 1
  const others = grouped ? findings.filter((finding) => !isOpenBlank(finding)) : findings
  const openIndex = others.findIndex(({ id }) => id === open)
  const shown = others.slice(0, Math.max(built, openIndex + 2))
  const entry = (finding: Finding, index: number): ReactElement => (
    <li key={finding.id} aria-posinset={index + 1} aria-setsize={findings.length}>
      {finding.id === open ? (
        <FindingCard finding={finding} position={index + 1} count={findings.length} />
      ) : (
        <FindingRow
          finding={finding}
          verdict={verdictOf(t, finding, body, plain)}
          place={plain ? placeOf(t, outline, plain, finding.start) : ''}
          quote={plain ? quoteOf(plain.text, finding) : ''}
          onOpen={checking.visit}
        />
      )}
    </li>
  )
  return (
    <ul aria-label={t('findings.list')}>
      {shown.map(entry)}
      {shown.length < others.length && <NearEnd key={shown.length} onSeen={more} />}
      {grouped && (
        <Blanks count={blanks.length} opened={blanks.some(({ id }) => id === open)}>
          {blanks.map((finding, index) => entry(finding, others.length + index))}
        </Blanks>
      )}
    </ul>
  )
}

/** 待填 n 处: a new report is full of them, and they must not hide what is wrong. */
function Blanks(props: { count: number; opened: boolean; children: ReactNode }): ReactElement {
  const { count, opened, children } = props
  const { t } = useTranslation()
  const { checking } = useController()
  const [unfolded, setUnfolded] = useState(false)
  const shown = unfolded || opened
  const Arrow = shown ? ChevronDown : ChevronRight
  return (
    <li>
      <button
        type="button"
        className="finding"
        aria-expanded={shown}
        onClick={() => {
          setUnfolded(!shown)
          if (opened) checking.openFinding(null)
        }}
      >
        <SeverityShape severity="error" />
        <span className="finding-verdict">{t('findings.blanks', { count })}</span>
        <Arrow className="icon" aria-hidden="true" />
        <span className="finding-cause">{t('findings.blanksDetail')}</span>
      </button>
      {shown && <ul className="finding-blanks">{children}</ul>}
    </li>
  )
}

interface RowProps {
  finding: Finding
  verdict: string
  place: string
  quote: string
  onOpen: (id: string) => void
}

/** Built anew only when its words change: every check brings new objects, most of them with the same words. */
const FindingRow = memo(function FindingRow({ finding, verdict, place, quote, onOpen }: RowProps): ReactElement {
  return (
    <button type="button" className="finding" onClick={() => onOpen(finding.id)}>
      <SeverityShape severity={finding.severity} />
      <span className="finding-verdict">{verdict}</span>
      <span className="finding-place">{place}</span>
      <span className="finding-cause" lang="zh-CN">
        {quote}
      </span>
    </button>
  )
}, sameWords)

/** The id stands for rule, message and values. */
function sameWords(a: RowProps, b: RowProps): boolean {
  return (
    a.finding.id === b.finding.id &&
    a.finding.severity === b.finding.severity &&
    a.verdict === b.verdict &&
    a.place === b.place &&
    a.quote === b.quote &&
    a.onOpen === b.onOpen
  )
}

/** Pixels below the window at which the next rows are built. */
const ahead = '600px'

function NearEnd({ onSeen }: { onSeen: () => void }): ReactElement {
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = end.current
    if (!element) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onSeen()
      },
      { root: element.closest('.findings'), rootMargin: ahead },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [onSeen])
  return <li ref={end} aria-hidden="true" />
}
