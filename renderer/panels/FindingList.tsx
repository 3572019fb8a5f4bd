import { memo, useCallback, useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/checks/finding.ts'
import { findingSentence } from '../../shared/checks/finding-sentence.ts'
import { SeverityShape } from '../app/shapes.tsx'
import { findingTranslate } from '../app/finding-translate.ts'
import { useController, useSession } from '../app/window-context.ts'
import { FindingCard } from './FindingCard.tsx'
import { placeOf, quoteOf } from './finding-words.ts'

/** Rows built at first, and whenever the end of the list comes near: a key never waits for a thousand of them. */
const rowsAtOnce = 60

/** The findings in the order of the text: one card open, the others two lines each. */
export function FindingList({ findings }: { findings: readonly Finding[] }): ReactElement {
  const { t } = useTranslation()
  const { checking } = useController()
  const open = useSession((session) => session.openFinding)
  const plain = useSession((session) => session.checking.plain)
  const outline = useSession((session) => session.reading.outline)
  const [built, setBuilt] = useState(rowsAtOnce)
  const more = useCallback(() => setBuilt((count) => count + rowsAtOnce), [])
  const openIndex = findings.findIndex(({ id }) => id === open)
  const shown = findings.slice(0, Math.max(built, openIndex + 2))
  return (
    <ul aria-label={t('findings.list')}>
      {shown.map((finding, index) => (
        <li key={finding.id} aria-posinset={index + 1} aria-setsize={findings.length}>
          {finding.id === open ? (
            <FindingCard finding={finding} position={index + 1} count={findings.length} />
          ) : (
            <FindingRow
              finding={finding}
              place={plain ? placeOf(t, outline, plain, finding.start) : ''}
              quote={plain ? quoteOf(plain.text, finding) : ''}
              onOpen={checking.visit}
            />
          )}
        </li>
      ))}
      {shown.length < findings.length && <NearEnd key={shown.length} onSeen={more} />}
    </ul>
  )
}

interface RowProps {
  finding: Finding
  place: string
  quote: string
  onOpen: (id: string) => void
}

/** Built anew only when its words change: every check brings new objects, most of them with the same words. */
const FindingRow = memo(function FindingRow({ finding, place, quote, onOpen }: RowProps): ReactElement {
  const { t } = useTranslation()
  return (
    <button type="button" className="finding" onClick={() => onOpen(finding.id)}>
      <SeverityShape severity={finding.severity} />
      <span className="finding-verdict">{findingSentence(finding, findingTranslate(t))}</span>
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
