import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { leftOutOfLayout } from '../../shared/report/left-out.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'
import { commandOf } from '../app/commands.ts'
import { SeverityShape, StateShape } from '../app/shapes.tsx'
import { useShownFindings } from '../app/use-shown-findings.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { shownTitle } from '../panels/outline-names.ts'
import { bodyOf } from '../editor/body-of.ts'
import { jumpToBlock } from '../editor/commands/jump-to.ts'
import { UnconfirmedNotice, useUnconfirmed } from './ledger/FinalCheckDialog.tsx'
import { severities } from '../panels/outline-rows.ts'

/** What should be seen to before the report is handed out; nothing here forbids the export. */
export function ExportNotices(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const findings = useShownFindings()
  const outline = useSession((session) => session.reading.outline)
  const editor = useSession((session) => session.editor)
  const missing = useWindow((state) => state.missingFonts)
  const unconfirmed = useUnconfirmed()
  const leftOut = leftOutOfLayout(bodyOf(editor))
  const nodes = flatten(outline)
  const unwritten = nodes.filter(({ state, children }) => state === 'empty' && children.length === 0)
  const unchecked = nodes.filter(({ state }) => state === 'review')
  const open = findings.length + unwritten.length + unchecked.length + missing.length + leftOut.count

  const leave = (act: () => void) => () => {
    controller.showDialog(null)
    setTimeout(act)
  }
  const sections = (name: string, list: OutlineNode[]): ReactElement | null => {
    const first = list[0]
    if (!first) return null
    return (
      <li>
        <StateShape state={first.state} />
        <span className="grow">
          {t(`export.${name}`, { count: list.length })}
          <ul className="export-sections">
            {list.map((node) => (
              <li key={node.start}>
                <span className="grow">{shownTitle(t, node)}</span>
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('export.goThere')} ${shownTitle(t, node)}`}
                  onClick={leave(() => jumpToBlock(editor, node.start))}
                >
                  {t('export.goThere')}
                </button>
              </li>
            ))}
          </ul>
        </span>
      </li>
    )
  }

  return (
    <aside className="export-notices">
      <h3>{t('export.notices')}</h3>
      <ul>
        {severities.map((severity) => {
          const count = findings.filter((finding) => finding.severity === severity).length
          if (count === 0) return null
          return (
            <li key={severity}>
              <SeverityShape severity={severity} silent />
              <span className="grow">{t('export.findings', { name: t(`findings:severity.${severity}`), count })}</span>
              <button type="button" className="link" onClick={leave(() => commandOf('proofread').run(controller))}>
                {t('export.goThere')}
              </button>
            </li>
          )
        })}
        {sections('unwritten', unwritten)}
        {sections('unchecked', unchecked)}
        <UnconfirmedNotice count={unconfirmed ?? 0} />
        {missing.length > 0 && (
          <li>
            <SeverityShape severity="note" silent />
            <span className="grow">
              {t('export.fonts')}
              <small>
                {t('export.fontsDetail', { fonts: missing.map(({ font }) => font).join(t('listSeparator')) })}
              </small>
            </span>
          </li>
        )}
        {leftOut.count > 0 && (
          <li>
            <SeverityShape severity="warning" silent />
            <span className="grow">
              {t('export.leftOut', { count: leftOut.count })}
              <small>{t('export.leftOutDetail', { items: leftOut.items })}</small>
            </span>
          </li>
        )}
        {unconfirmed === undefined && <li>{t('ledger-import:signOff.reading')}</li>}
        {unconfirmed === 0 && open === 0 && <li>{t('export.nothing')}</li>}
      </ul>
    </aside>
  )
}

function flatten(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}
