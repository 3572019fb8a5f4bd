import { CircleAlert, Info, Type, X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnreadPart } from '../../shared/ledger/sound-part.ts'
import { unreadWords } from '../../shared/ledger/unread-words.ts'
import { fontsBanner } from './closed-banners.ts'
import { refusalSentence } from './refusals.ts'
import { SeverityShape } from './shapes.tsx'
import { useController, useSession, useWindow } from './window-context.ts'

/** What must be solved stays in view wherever the page is scrolled to. */
export function UrgentBanners(): ReactElement {
  return (
    <div className="banners banners-urgent">
      <FailedSave />
      <Unkept />
      <SavedRemarks />
      <ChangedOutside />
    </div>
  )
}

/** What is good to know stands above the page until it is closed. */
export function Banners(): ReactElement {
  return (
    <div className="banners">
      <ReadOnly />
      <Recovered />
      <LedgerDifferences />
      <LedgerUnreadable />
      <LedgerUnread />
      <LedgerUnkept />
      <MissingFonts />
    </div>
  )
}

function FailedSave(): ReactElement | null {
  const { t } = useTranslation()
  const { saving } = useController()
  const unkept = useSession((session) => session.unkept)
  const failed = useSession((session) => session.saving.refusal)
  if (!failed) return null
  return (
    <section className="banner banner-error" aria-label={t('banner.failedSave')}>
      <SeverityShape severity="error" silent />
      <div className="grow">
        <p className="banner-head">{t('banner.failedSave')}</p>
        <p>{refusalSentence(t, failed)}</p>
        <p>{t(unkept ? 'banner.textOnlyHere' : 'banner.textIsSafe')}</p>
        <div className="banner-acts">
          <button type="button" className="button primary" onClick={() => void saving.save({ as: true })}>
            {t('banner.saveAs')}
          </button>
          <button type="button" className="button" onClick={() => void saving.save()}>
            {t('banner.retry')}
          </button>
        </div>
        {failed.detail !== undefined && (
          <details className="banner-detail">
            <summary>{t('banner.detail')}</summary>
            {failed.detail}
          </details>
        )}
      </div>
    </section>
  )
}

/** The crash journal cannot be written: until it can, or until the text is saved, closing costs text. */
function Unkept(): ReactElement | null {
  const { t } = useTranslation()
  const { saving } = useController()
  const folder = useWindow(({ startUp }) => startUp.folders.journal)
  const unkept = useSession((session) => (session.saving.state === 'failed' ? null : session.unkept))
  if (!unkept) return null
  return (
    <section className="banner banner-error" aria-label={t('banner.unkept')}>
      <SeverityShape severity="error" silent />
      <div className="grow">
        <p className="banner-head">{t('banner.unkept')}</p>
        <p>{t('banner.unkeptDetail', { folder })}</p>
        <div className="banner-acts">
          <button type="button" className="button primary" onClick={() => void saving.save()}>
            {t('banner.saveNow')}
          </button>
        </div>
        {unkept.detail !== undefined && (
          <details className="banner-detail">
            <summary>{t('banner.detail')}</summary>
            {unkept.detail}
          </details>
        )}
      </div>
    </section>
  )
}

/** Stays until a save has nothing to add. */
function SavedRemarks(): ReactElement | null {
  const { t } = useTranslation()
  const remarks = useSession(({ saving }) => saving.remarks)
  if (remarks.length === 0) return null
  return (
    <section className="banner" aria-label={t('banner.savedRemark')}>
      <CircleAlert className="icon" aria-hidden="true" />
      <div className="grow">
        <p className="banner-head">{t('banner.savedRemark')}</p>
        {remarks.map(({ messageId, values }) => (
          <p key={messageId}>{t(messageId, { ...values })}</p>
        ))}
      </div>
    </section>
  )
}

function ChangedOutside(): ReactElement | null {
  const { t } = useTranslation()
  const { saving, showDialog } = useController()
  const changed = useSession((session) => session.changedOutside)
  if (!changed) return null
  return (
    <Banner id="changedOutside" icon={<CircleAlert className="icon" />} head={t('banner.changedOutside')}>
      <p>{t('banner.changedOutsideDetail')}</p>
      <div className="banner-acts">
        <button type="button" className="button" onClick={() => void saving.save({ as: true })}>
          {t('banner.saveAs')}
        </button>
        <button type="button" className="button" onClick={() => showDialog({ kind: 'conflict' })}>
          {t('banner.decide')}
        </button>
      </div>
    </Banner>
  )
}

function ReadOnly(): ReactElement | null {
  const { t } = useTranslation()
  const { saving } = useController()
  const refusal = useSession((session) => session.readOnly)
  if (!refusal) return null
  return (
    <Banner id="readOnly" icon={<Info className="icon" />} head={t('banner.readOnly')}>
      <p>{refusalSentence(t, refusal)}</p>
      {refusal.reason !== 'newerFormat' && (
        <div className="banner-acts">
          <button type="button" className="button" onClick={() => void saving.save({ as: true })}>
            {t('banner.saveAs')}
          </button>
        </div>
      )}
    </Banner>
  )
}

function Recovered(): ReactElement | null {
  const { t } = useTranslation()
  const recovered = useSession((session) => session.recovered)
  const hasFile = useSession((session) => session.path !== null)
  if (!recovered) return null
  return (
    <Banner id="recovered" icon={<Info className="icon" />} head={t('banner.recovered')}>
      <p>{t(hasFile ? 'banner.recoveredDetail' : 'banner.recoveredWithoutFile')}</p>
    </Banner>
  )
}

function LedgerDifferences(): ReactElement | null {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const count = useSession((session) => session.differences.length)
  if (count === 0) return null
  return (
    <Banner id="ledgerDifferences" icon={<Info className="icon" />} head={t('ledger:differences.head', { count })}>
      <p>{t('ledger:differences.detail')}</p>
      <div className="banner-acts">
        <button type="button" className="button" onClick={() => showDialog({ kind: 'ledgerDifferences' })}>
          {t('ledger:differences.show')}
        </button>
      </div>
    </Banner>
  )
}

function LedgerUnreadable(): ReactElement | null {
  const { t } = useTranslation()
  const unreadable = useSession((session) => session.ledgerUnreadable)
  if (!unreadable) return null
  return (
    <Banner id="ledgerUnreadable" icon={<Info className="icon" />} head={t('ledger:unreadable.head')}>
      <p>{t('ledger:unreadable.detail')}</p>
    </Banner>
  )
}

function LedgerUnread(): ReactElement | null {
  const file = useSession((session) => session.ledgerUnread)
  const workspace = useSession((session) => session.workspaceUnread)
  return (
    <>
      <UnreadParts where="file" parts={file} />
      <UnreadParts where="workspace" parts={workspace} />
    </>
  )
}

function UnreadParts({
  where,
  parts,
}: {
  where: 'file' | 'workspace'
  parts: readonly UnreadPart[]
}): ReactElement | null {
  const { t } = useTranslation()
  if (parts.length === 0) return null
  return (
    <Banner
      id={`ledgerUnread.${where}`}
      icon={<Info className="icon" />}
      head={t(`ledger:unread.head.${where}`, { count: parts.length })}
    >
      <p>{unreadWords(parts, (key, values) => t(key, values ?? {}))}</p>
      <p>{t(`ledger:unread.kept.${where}`)}</p>
    </Banner>
  )
}

function LedgerUnkept(): ReactElement | null {
  const { t } = useTranslation()
  const unkept = useSession((session) => session.ledgerUnkept)
  if (!unkept) return null
  if (unkept.reason === 'ledgersTooLarge')
    return (
      <Banner id="ledgersTooLarge" icon={<Info className="icon" />} head={t('ledger:unkept.head')}>
        <p>{refusalSentence(t, unkept)}</p>
      </Banner>
    )
  return (
    <Banner id="ledgerUnkept" icon={<Info className="icon" />} head={t('ledger:unkept.head')}>
      <p>{t('ledger:unkept.detail')}</p>
      <details className="banner-detail">
        <summary>{t('banner.detail')}</summary>
        {unkept.reason === 'noDatabase' ? refusalSentence(t, unkept) : (unkept.detail ?? unkept.reason)}
      </details>
    </Banner>
  )
}

function MissingFonts(): ReactElement | null {
  const { t } = useTranslation()
  const missing = useWindow((state) => state.missingFonts)
  if (missing.length === 0) return null
  const substitutes = [...new Set(missing.flatMap(({ substitute }) => substitute ?? []))].join(t('listSeparator'))
  return (
    <Banner
      id={fontsBanner(missing)}
      icon={<Type className="icon" />}
      head={t('banner.missingFonts', { fonts: missing.map(({ font }) => font).join(t('listSeparator')) })}
    >
      <p>{t(substitutes === '' ? 'banner.missingFontsAlone' : 'banner.missingFontsDetail', { substitutes })}</p>
    </Banner>
  )
}

interface BannerProps {
  id: string
  icon: ReactNode
  head: string
  children: ReactNode
}

function Banner({ id, icon, head, children }: BannerProps): ReactElement | null {
  const { t } = useTranslation()
  const controller = useController()
  const closed = useWindow((state) => state.closedBanners.includes(id))
  if (closed) return null
  return (
    <section className="banner" aria-label={head}>
      {icon}
      <div className="grow">
        <p className="banner-head">{head}</p>
        {children}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={t('banner.close')}
        onClick={() => controller.closeBanner(id)}
      >
        <X className="icon" aria-hidden="true" />
      </button>
    </section>
  )
}
