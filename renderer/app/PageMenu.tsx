import { Menu, MenuItem, MenuProvider, MenuSeparator } from '@ariakit/react/menu'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ReactEditor } from 'slate-react'
import type { Finding } from '../../shared/checks/finding.ts'
import { repairSentence } from '../../shared/checks/finding-sentence.ts'
import type { MenuPlace } from '../editor/menu-place.ts'
import { isBoundAtCaret } from '../editor/commands/bound-figures.ts'
import { isRefused, tableToolsAtCaret } from '../editor/table-tools.ts'
import { CommandItem } from './CommandItem.tsx'
import { findingTranslate } from './finding-translate.ts'
import { useShownFindings } from './use-shown-findings.ts'
import { useController, useSession } from './window-context.ts'

interface PageMenuProps {
  place: MenuPlace
  onClose: () => void
}

/** The menu at a place of the text: what can be done about the finding there, then with the words, then with the table. */
export function PageMenu({ place, onClose }: PageMenuProps): ReactElement {
  const { t } = useTranslation()
  const editor = useSession((session) => session.editor)
  const readOnly = useSession((session) => session.readOnly !== null)
  const finding = useShownFindings().find(({ id }) => id === place.finding)
  const close = (): void => {
    onClose()
    ReactEditor.focus(editor)
  }
  return (
    <MenuProvider open setOpen={(open) => !open && close()}>
      <Menu
        className="menu"
        portal
        autoFocusOnHide={false}
        getAnchorRect={() => ({ x: place.x, y: place.y })}
        aria-label={t('pageMenu.label')}
      >
        {finding && <FindingEntries finding={finding} readOnly={readOnly} />}
        <CommandItem id="cut" />
        <CommandItem id="copy" />
        <CommandItem id="paste" />
        <CommandItem id="pasteText" />
        <CommandItem id="selectAll" />
        <MenuSeparator className="menu-line" />
        <CommandItem id="addComment" />
        {!readOnly && <FigureEntries />}
        {!readOnly && <TableEntries />}
      </Menu>
    </MenuProvider>
  )
}

function FindingEntries({ finding, readOnly }: { finding: Finding; readOnly: boolean }): ReactElement {
  const { t } = useTranslation()
  const { checking } = useController()
  return (
    <>
      {!readOnly &&
        finding.repairs.map((repair, index) => (
          <MenuItem key={index} className="menu-item" onClick={() => checking.repair(finding, repair)}>
            <span className="menu-item-name">
              {t('pageMenu.accept', { repair: repairSentence(repair, findingTranslate(t)) })}
            </span>
          </MenuItem>
        ))}
      {!readOnly && (
        <MenuItem className="menu-item" onClick={() => checking.ignore(finding, '')}>
          <span className="menu-item-name">{t('findings.ignore')}</span>
        </MenuItem>
      )}
      <MenuItem className="menu-item" onClick={() => checking.showFinding(finding.id)}>
        <span className="menu-item-name">{t('findings.why')}</span>
      </MenuItem>
      <MenuSeparator className="menu-line" />
    </>
  )
}

/** 填入台账的数 at a □, 关联台账… at a figure, 取消关联 at one that is bound. */
function FigureEntries(): ReactElement {
  const { t } = useTranslation('bound')
  const controller = useController()
  const editor = useSession((session) => session.editor)
  const bound = isBoundAtCaret(editor)
  const fill = controller.bound.fieldFill()
  if (fill !== undefined) {
    return (
      <>
        <MenuSeparator className="menu-line" />
        <MenuItem
          className="menu-item"
          disabled={fill === null}
          accessibleWhenDisabled
          onClick={() => void setTimeout(() => controller.bound.fillField())}
        >
          <span className="menu-item-name">{fill ? t('field.fill', { words: fill.words }) : t('field.none')}</span>
        </MenuItem>
        <CommandItem id="insertIndicator" />
      </>
    )
  }
  return (
    <>
      <MenuSeparator className="menu-line" />
      {bound && <CommandItem id="figureSource" />}
      <CommandItem id={bound ? 'unlinkFigure' : 'linkFigure'} />
    </>
  )
}

function TableEntries(): ReactElement | null {
  const { t } = useTranslation('editor')
  const editor = useSession((session) => session.editor)
  const tools = tableToolsAtCaret(editor)
  if (tools.length === 0) return null
  return (
    <>
      <MenuSeparator className="menu-line" />
      {tools.map((tool) => (
        <MenuItem
          key={tool.name}
          className="menu-item"
          disabled={isRefused(editor, tool)}
          accessibleWhenDisabled
          {...(isRefused(editor, tool) && { title: t('table.columnsTracked') })}
          onClick={() => tool.act(editor)}
        >
          <span className="menu-item-name">{t(`table.${tool.name}`)}</span>
        </MenuItem>
      ))}
    </>
  )
}
