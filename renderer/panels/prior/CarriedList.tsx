import { useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { carriedRows } from '../../../shared/carry-over/carried-rows.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { placeName } from './place-name.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** A whole report may be taken over: its first sentences are enough to begin with. */
const shownFirst = 20

/** 沿用句子: what 转结 took over and nobody has touched since. */
export function CarriedList(): ReactElement | null {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const carried = useSession((session) => session.checking.carried)
  const plain = useSession((session) => session.checking.plain)
  const outline = useSession((session) => session.reading.outline)
  const selected = useSession((session) => session.priorYears.selected)
  const readOnly = useSession((session) => session.readOnly !== null)
  const [isWhole, setWhole] = useState(false)
  const rows = useMemo(() => (plain ? carriedRows(plain.text, carried) : []), [plain, carried])
  const { list, ...kept } = useKeptFocus(useRef<HTMLUListElement>(null))
  if (rows.length === 0 || !plain) return null
  const shown = isWhole ? rows : rows.slice(0, shownFirst)
  return (
    <section className="prior-part" aria-labelledby="prior-carried">
      <div className="prior-part-head">
        <h3 id="prior-carried">{t('carry-over:carried.title', { count: rows.length })}</h3>
      </div>
      <p className="hint">{t('carry-over:carried.hint')}</p>
      <ul className="carried-list" aria-labelledby="prior-carried" ref={list} {...kept}>
        {shown.map(({ sentence, span, figures }) => {
          const row = String(span.start)
          const words = plain.text.slice(sentence.start, sentence.end)
          const isSelected = selected?.list === 'carried' && selected.row === row
          return (
            <li key={row} className={isSelected ? 'prior-selected' : ''}>
              <button
                type="button"
                className="prior-pick grow"
                aria-pressed={isSelected}
                onClick={() => priorYears.select(isSelected ? null : { list: 'carried', row })}
              >
                <span className="carried-words">{words}</span>
                {figures.length > 0 && (
                  <span className="carried-figures">
                    {t('carry-over:carried.figures', { figures: figures.join(t('carry-over:carried.separator')) })}
                  </span>
                )}
                <small>{placeName(t, outline, plain, span.start)}</small>
              </button>
              {!readOnly && (
                <>
                  <button
                    type="button"
                    className="link"
                    aria-label={t('carry-over:carried.acceptFor', { words })}
                    onClick={() => priorYears.accept(span)}
                  >
                    {t('carry-over:carried.accept')}
                  </button>
                  <button
                    type="button"
                    className="link"
                    aria-label={t('carry-over:carried.rewriteFor', { words })}
                    onClick={() => priorYears.rewrite(sentence)}
                  >
                    {t('carry-over:carried.rewrite')}
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {!isWhole && rows.length > shownFirst && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {t('carry-over:carried.more', { count: rows.length - shownFirst })}
        </button>
      )}
    </section>
  )
}
