import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/window-context.ts'

export function OutlineFoot(): ReactElement {
  const { t, i18n } = useTranslation()
  const words = useSession((session) => session.reading.words)
  const minutes = useSession((session) => session.reading.spokenMinutes)
  return (
    <div className="outline-foot">
      <span className="grow">{t('outline.spoken', { minutes })}</span>
      <span className="number">{t('status.words', { words: words.toLocaleString(i18n.language) })}</span>
    </div>
  )
}
