import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSelected, useSlateSelector, type RenderElementProps } from 'slate-react'
import type { NoteReference, OpaqueBlock, OpaqueInline, PageBreak } from '../../../shared/report/schema.ts'
import { labelOf } from '../labels.ts'
import { pendingClass } from './pending-class.ts'
import { TrendChartView } from '../../print/TrendChartView.tsx'

type Props<Element> = Omit<RenderElementProps, 'element'> & { element: Element }

export function PageBreakElement({ attributes, children, element }: Props<PageBreak>) {
  const { t } = useTranslation('editor')
  const selected = useSelected()
  return (
    <div {...attributes} className={`zg-page-break${selected ? ' zg-selected' : ''}${pendingClass(element)}`}>
      <div contentEditable={false} className="zg-page-break-line">
        <span>{t('pageBreak')}</span>
      </div>
      {children}
    </div>
  )
}

/** What the model does not know stays visible as what it is, with its words where it has some. */
export function OpaqueElement({ attributes, children, element }: Props<OpaqueBlock>) {
  const { t } = useTranslation('editor')
  const selected = useSelected()
  return (
    <div {...attributes} className={`zg-opaque${selected ? ' zg-selected' : ''}${pendingClass(element)}`}>
      <div contentEditable={false} title={t('opaque.kept')}>
        <span className="zg-opaque-label">{t('opaque.label', { label: element.label })}</span>
        {element.chart && <TrendChartView chart={element.chart} />}
        {element.words?.split('\n').map((line, index) => (
          <p key={index} className="zg-opaque-text">
            {line}
          </p>
        ))}
      </div>
      {children}
    </div>
  )
}

export function NoteElement({ attributes, children, element }: Props<NoteReference>) {
  const { t } = useTranslation('editor')
  const selected = useSelected()
  const number = useSlateSelector(useCallback((editor) => labelOf(editor.children, element), [element]))
  return (
    <span
      {...attributes}
      className={`zg-note${selected ? ' zg-selected' : ''}${pendingClass(element)}`}
      data-note={element.note}
    >
      <span contentEditable={false} aria-label={t('note.reference', { number })}>
        {t('note.mark', { number })}
      </span>
      {children}
    </span>
  )
}

export function OpaqueInlineElement({ attributes, children, element }: Props<OpaqueInline>) {
  const { t } = useTranslation('editor')
  const selected = useSelected()
  return (
    <span {...attributes} className={`zg-opaque-inline${selected ? ' zg-selected' : ''}${pendingClass(element)}`}>
      <span contentEditable={false} title={t('opaque.kept')}>
        {t('opaque.label', { label: element.label })}
      </span>
      {children}
    </span>
  )
}
