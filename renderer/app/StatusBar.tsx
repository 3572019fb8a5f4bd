import { Check, Minus, Plus, Type } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { severities } from '../panels/outline-rows.ts'
import { commandOf } from './commands.ts'
import { clockOf } from './local-time.ts'
import { pageOf } from './pages.ts'
import { trackingState } from './review.ts'
import { SeverityShape } from './shapes.tsx'
import { useStore } from './store.ts'
import { useShownFindings } from './use-shown-findings.ts'
import { useController, useSession, useWindow } from './window-context.ts'

export function StatusBar(): ReactElement {
  return (
    <footer className="status-bar" data-pane="status">
      <Pages />
      <Words />
      <Tracking />
      <FindingCounts />
      <Fonts />
      <Told />
      <LanguageName />
      <Zoom />
      <SavingState />
    </footer>
  )
}

function Pages(): ReactElement {
  const { t } = useTranslation()
  const { plain, body } = useSession((session) => session.reading)
  const block = useSession((session) => session.caret.block)
  const { page, pages } = pageOf(plain, body, block)
  return <span className="number">{t('status.pages', { page, pages })}</span>
}

function Words(): ReactElement {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const words = useSession((session) => session.reading.words)
  return (
    <button
      type="button"
      className="status-button number"
      title={t('status.wordsRule')}
      onClick={() => commandOf('count').run(controller)}
    >
      {t('status.words', { words: words.toLocaleString(i18n.language) })}
    </button>
  )
}

function Tracking(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const state = useSession(trackingState)
  return (
    <button
      type="button"
      className="status-button"
      aria-pressed={state !== 'off'}
      onClick={() => commandOf('tracking').run(controller)}
    >
      {t(`review:status.${state}`)}
    </button>
  )
}

function FindingCounts(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const failed = useSession((session) => session.checking.failed)
  const checked = useSession((session) => session.checking.result !== null)
  const findings = useShownFindings()
  if (failed) return <span>{t('status.checkFailed')}</span>
  if (!checked) return <span>{t('status.notChecked')}</span>
  return (
    <button type="button" className="status-button number" onClick={() => commandOf('proofread').run(controller)}>
      {t('status.findings', { count: findings.length })}
      {severities.map((severity) => (
        <span key={severity} className="status-severity">
          <SeverityShape severity={severity} />
          {findings.filter((finding) => finding.severity === severity).length}
        </span>
      ))}
    </button>
  )
}

function Fonts(): ReactElement | null {
  const { t } = useTranslation()
  const missing = useWindow((state) => state.missingFonts)
  if (missing.length === 0) return null
  return (
    <span
      className="status-fonts"
      title={t('banner.missingFonts', { fonts: missing.map(({ font }) => font).join(t('listSeparator')) })}
    >
      <Type className="icon" aria-hidden="true" />
      {t('status.fonts', { count: missing.length })}
    </span>
  )
}

/** Screen readers hear it from the live region. */
function Told(): ReactElement {
  const shown = useStore(useController().announcer.store, (state) => state.shown)
  return (
    <span className="status-told grow" aria-hidden="true">
      {shown}
    </span>
  )
}

function LanguageName(): ReactElement {
  const { t } = useTranslation()
  const language = useWindow((state) => state.settings.language)
  return <span className="status-language">{t(`command.language.${language}`)}</span>
}

function Zoom(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const zoom = useWindow((state) => state.settings.zoom)
  const run = (id: string) => () => commandOf(id).run(controller)
  return (
    <span className="status-zoom">
      <button type="button" className="status-button" aria-label={t('command.zoomOut')} onClick={run('zoomOut')}>
        <Minus className="icon" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="status-button number"
        title={t(zoom === 0 ? 'command.zoomFull' : 'command.zoomFit')}
        onClick={run(zoom === 0 ? 'zoomFull' : 'zoomFit')}
      >
        {zoom === 0 ? t('status.fit') : t('status.percent', { value: zoom })}
      </button>
      <button type="button" className="status-button" aria-label={t('command.zoomIn')} onClick={run('zoomIn')}>
        <Plus className="icon" aria-hidden="true" />
      </button>
    </span>
  )
}

function SavingState(): ReactElement {
  const { t } = useTranslation()
  const { state, changed, savedAt } = useSession((session) => session.saving)
  const hasFile = useSession((session) => session.path !== null)
  const readOnly = useSession((session) => session.readOnly !== null)
  if (readOnly) return <span className="saving">{t('status.readOnly')}</span>
  if (state === 'saving') return <span className="saving">{t('status.saving')}</span>
  if (state === 'failed') {
    return (
      <span className="saving saving-failed">
        <SeverityShape severity="error" silent />
        {t('status.notSaved')}
      </span>
    )
  }
  if (changed || !hasFile) return <span className="saving">{t('status.notSaved')}</span>
  return (
    <span className="saving">
      <Check className="icon" aria-hidden="true" />
      {savedAt === null ? t('status.unchanged') : t('status.saved', { time: clockOf(savedAt) })}
    </span>
  )
}
