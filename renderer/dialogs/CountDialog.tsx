import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { countCharacters } from '../../shared/report/count.ts'
import { pageOf } from '../app/pages.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { shownTitle } from '../panels/outline-names.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** 字数统计, with the rule in words and the share of every chapter. */
export function CountDialog(): ReactElement {
  const { t, i18n } = useTranslation()
  const { showDialog } = useController()
  const { plain, body, outline, words, spokenMinutes } = useSession((session) => session.reading)
  const rate = useWindow((state) => state.settings.speechRate)
  const close = (): void => showDialog(null)
  const { withBlanks, withoutBlanks } = countCharacters(plain.text)
  const number = (value: number): string => value.toLocaleString(i18n.language)
  const rows: [string, string][] = [
    [t('count.pages'), t('count.about', { count: pageOf(plain, body, 0).pages })],
    [t('count.words'), number(words)],
    [t('count.withoutBlanks'), number(withoutBlanks)],
    [t('count.withBlanks'), number(withBlanks)],
    [t('count.paragraphs'), number(plain.lines.filter(({ start, end }) => end > start).length)],
    [t('count.speech', { rate }), t('count.minutes', { minutes: spokenMinutes })],
  ]
  return (
    <Dialog
      title={t('command.count')}
      className="dialog-small"
      onClose={close}
      hint={t('status.wordsRule')}
      buttons={
        <DialogButton primary first onClick={close}>
          {t('dialog.close')}
        </DialogButton>
      }
    >
      <div className="dialog-body" tabIndex={0}>
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
        {outline.length > 0 && (
          <table className="count-table">
            <caption>{t('count.chapters')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('count.chapter')}</th>
                <th scope="col">{t('count.words')}</th>
                <th scope="col">{t('count.share')}</th>
              </tr>
            </thead>
            <tbody>
              {outline.map((node) => (
                <tr key={node.start}>
                  <th scope="row">{shownTitle(t, node)}</th>
                  <td className="number">{number(node.characters)}</td>
                  <td className="number">
                    {t('status.percent', { value: Math.round((node.characters / Math.max(1, words)) * 100) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Dialog>
  )
}
