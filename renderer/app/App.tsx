import { useEffect, useLayoutEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenDialog } from '../dialogs/OpenDialog.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { MenuRow } from './MenuRow.tsx'
import { StartPage } from './StartPage.tsx'
import { listenForFiles } from './dropped-files.ts'
import { listenForKeys } from './shortcuts.ts'
import { useController, useWindow } from './window-context.ts'
import { Workspace } from './Workspace.tsx'

export function App(): ReactElement {
  const controller = useController()
  const session = useWindow((state) => state.session?.key)
  const { theme, whitePage, language } = useWindow((state) => state.settings)
  const title = useWindow((state) => state.session?.name)
  const changed = useWindow((state) => state.session?.saving.changed)
  const { t } = useTranslation()

  useLayoutEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    root.dataset['whitePage'] = String(whitePage)
    root.lang = language
  }, [theme, whitePage, language])

  useEffect(() => {
    document.title = title === undefined ? t('product') : `${changed ? '* ' : ''}${title} — ${t('product')}`
  }, [title, changed, t])

  useEffect(() => listenForKeys(controller), [controller])
  useEffect(() => listenForFiles(controller), [controller])

  return (
    <div className="window">
      <MenuRow />
      {session === undefined ? <StartPage /> : <Workspace key={session} />}
      <OpenDialog />
      <LiveRegion />
    </div>
  )
}
