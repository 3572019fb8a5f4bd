import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { findingSentence } from '../../shared/checks/finding-sentence.ts'
import type { IgnoreScope } from '../app/checking.ts'
import { findingTranslate } from '../app/finding-translate.ts'
import { useController, useSession } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

const scopes: readonly IgnoreScope[] = ['here', 'report', 'workspace']
const reasons = ['basis', 'scope', 'estimate', 'approved'] as const

/** 口径不同…: a finding is set aside with the reason, which stays in the report. */
export function IgnoreDialog({ finding: id }: { finding: string }): ReactElement | null {
  const { t } = useTranslation()
  const { checking, showDialog } = useController()
  const finding = useSession((session) => session.checking.result?.findings.find((entry) => entry.id === id))
  const [chosen, setChosen] = useState<(typeof reasons)[number] | 'own'>('basis')
  const [own, setOwn] = useState('')
  const [scope, setScope] = useState<IgnoreScope>('here')
  if (!finding) return null
  const close = (): void => showDialog(null)
  const reason = chosen === 'own' ? own.trim() : t(`ignore.${chosen}`)
  const submit = (): void => {
    close()
    checking.ignore(finding, reason, scope)
  }
  return (
    <Dialog
      title={t('ignore.title')}
      className="dialog-small"
      onClose={close}
      hint={t(`ignore.hintOf.${scope}`)}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={reason === ''} onClick={submit}>
            {t('ignore.submit')}
          </DialogButton>
        </>
      }
    >
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason !== '') submit()
        }}
      >
        <p>{findingSentence(finding, findingTranslate(t))}</p>
        <fieldset className="choices">
          <legend>{t('ignore.reason')}</legend>
          {[...reasons, 'own' as const].map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="reason"
                checked={chosen === value}
                onChange={() => setChosen(value)}
                {...(value === 'basis' && { 'data-first-focus': true })}
              />
              {t(`ignore.${value}`)}
            </label>
          ))}
        </fieldset>
        {chosen === 'own' && (
          <input
            className="input"
            aria-label={t('ignore.own')}
            value={own}
            maxLength={100}
            autoFocus
            onChange={(event) => setOwn(event.target.value)}
          />
        )}
        {finding.indicator !== undefined && (
          <fieldset className="choices">
            <legend>{t('ignore.where')}</legend>
            {scopes.map((value) => (
              <label key={value} className="choice">
                <input type="radio" name="scope" checked={scope === value} onChange={() => setScope(value)} />
                {t(`ignore.whereOf.${value}`, { indicator: finding.indicator })}
              </label>
            ))}
          </fieldset>
        )}
      </form>
    </Dialog>
  )
}
