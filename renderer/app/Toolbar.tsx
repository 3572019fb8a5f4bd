import { Menu, MenuButton, MenuProvider, MenuSeparator } from '@ariakit/react/menu'
import { Toolbar as Bar, ToolbarItem } from '@ariakit/react/toolbar'
import {
  Bold,
  ChartNoAxesColumn,
  ChevronDown,
  FileOutput,
  Eye,
  ListChecks,
  MessageSquareText,
  PencilLine,
  Redo2,
  Rows3,
  Search,
  Superscript,
  Table,
  Undo2,
} from 'lucide-react'
import type { ComponentType, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { marksViews } from '../editor/marks-view.ts'
import { CommandItem } from './CommandItem.tsx'
import { commandOf, keyOfCommand } from './commands.ts'
import { trackingState } from './review.ts'
import { Tip } from './Tip.tsx'
import { useController, useSession, useWindow } from './window-context.ts'

export function Toolbar(): ReactElement {
  const { t } = useTranslation()
  return (
    <Bar className="toolbar" aria-label={t('toolbar.label')} data-pane="toolbar">
      <Tool id="undo" icon={Undo2} />
      <Tool id="redo" icon={Redo2} />
      <i className="toolbar-line" />
      <StyleMenu />
      <Tool id="bold" icon={Bold} />
      <i className="toolbar-line" />
      <Tool id="insertIndicator" icon={ChartNoAxesColumn} label="folding" />
      <Tool id="table" icon={Table} label="folding" />
      <Tool id="note" icon={Superscript} label="folding" />
      <Tool id="pageBreak" icon={Rows3} label="folding" />
      <Tool id="addComment" icon={MessageSquareText} label="folding" />
      <i className="toolbar-line" />
      <Tool id="tracking" icon={PencilLine} label="folding" />
      <MarksMenu />
      <i className="toolbar-line" />
      <Tool id="proofread" icon={ListChecks} label="always" />
      <Tool id="export" icon={FileOutput} label="always" />
      <span className="grow" />
      <Tool id="find" icon={Search} label="wide" name="findReplace" />
    </Bar>
  )
}

interface ToolProps {
  id: string
  icon: ComponentType<{ className?: string }>
  /** When its name stands beside the picture: always, unless the window is narrow, or only in a wide one. */
  label?: 'always' | 'folding' | 'wide'
  /** Another name than the command's. */
  name?: string
}

function Tool({ id, icon: Icon, label, name = id }: ToolProps): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const command = commandOf(id)
  const why = useWindow((state) => command.why?.(state))
  const checked = useWindow((state) => command.checked?.(state))
  const key = useWindow((state) => keyOfCommand(command, state.settings.keys))
  const words = t(`toolbar.${name}`)
  const tip = [label ? '' : words, key, why === undefined ? '' : t(`reason.${why}`)].filter((part) => part !== '')
  return (
    <Tip text={(label ? [words, ...tip] : tip).join('　')}>
      <ToolbarItem
        className={`tool tool-label-${label ?? 'never'}`}
        disabled={why !== undefined}
        accessibleWhenDisabled
        aria-label={words}
        {...(checked !== undefined && { 'aria-pressed': checked })}
        // The caret stays in the page.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => command.run(controller)}
      >
        <Icon className="icon" aria-hidden="true" />
        {label && <span className="tool-name">{words}</span>}
      </ToolbarItem>
    </Tip>
  )
}

/** How revisions are drawn; only while there are some, or while they are recorded. */
function MarksMenu(): ReactElement | null {
  const { t } = useTranslation()
  const view = useWindow((state) => state.marksView)
  const shown = useSession((session) => trackingState(session) !== 'off' || session.reviewers.length > 0)
  if (!shown && view === 'all') return null
  return (
    <MenuProvider>
      <ToolbarItem
        className="tool tool-marks"
        render={<MenuButton aria-label={`${t('review:viewLabel')}${t(`review:view.${view}`)}`} />}
      >
        <Eye className="icon" aria-hidden="true" />
        <span className="tool-name">{t(`review:view.${view}`)}</span>
        <ChevronDown className="icon" aria-hidden="true" />
      </ToolbarItem>
      <Menu className="menu" gutter={4} portal unmountOnHide>
        {marksViews.map((one) => (
          <CommandItem key={one} id={`marks.${one}`} />
        ))}
      </Menu>
    </MenuProvider>
  )
}

/** 正文, 一级标题 …: the style of the paragraph with the caret. */
function StyleMenu(): ReactElement {
  const { t } = useTranslation()
  const style = useSession((session) => session.caret.style)
  return (
    <MenuProvider>
      <ToolbarItem
        className="tool tool-select"
        render={<MenuButton aria-label={`${t('toolbar.style')} ${t(`style.${style}`)}`} />}
      >
        <span>{t(`style.${style}`)}</span>
        <ChevronDown className="icon" aria-hidden="true" />
      </ToolbarItem>
      <Menu className="menu" gutter={4} portal unmountOnHide>
        {['paragraph', 'heading.1', 'heading.2', 'heading.3', 'heading.4'].map((id) => (
          <CommandItem key={id} id={id} />
        ))}
        <MenuSeparator className="menu-line" />
        {['list.ordinal', 'list.decimal', 'list.circled', 'list.dash'].map((id) => (
          <CommandItem key={id} id={id} />
        ))}
        <MenuSeparator className="menu-line" />
        {['salutation', 'title', 'meeting', 'speaker'].map((id) => (
          <CommandItem key={id} id={id} />
        ))}
      </Menu>
    </MenuProvider>
  )
}
