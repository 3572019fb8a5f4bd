import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { countAnswers, isOwnRevision, type OpinionAnswer, type OpinionRow } from '../../shared/opinions/opinion-rows.ts'
import { placeLines, saidWords, shownTime } from '../../shared/opinions/opinion-words.ts'
import { findingTranslate } from '../app/finding-translate.ts'
import { localTime } from '../app/local-time.ts'
import { opinionRows, opinionShapes } from '../app/opinions.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { AuthorBadge } from '../panels/AuthorBadge.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { chosenPreset, useExport } from './use-export.ts'

/** Characters of a reason. */
const longestReason = 1000

/** 意见采纳情况表: who wanted what, and what became of it; filled in by what was decided, changed by the secretary. */
export function OpinionsDialog(): ReactElement | null {
  const { t } = useTranslation()
  const { desktop, showDialog } = useController()
  const presets = useWindow((state) => state.startUp.templates.presets)
  const settings = useWindow((state) => state.settings)
  const reading = useSession((session) => session.reading)
  const report = useSession((session) => session.report)
  const { job, run } = useExport()
  const [withoutOwn, setWithoutOwn] = useState(true)
  const all = useMemo(() => opinionRows({ reading, report }, t), [reading, report, t])
  const others = useMemo(() => all.filter((row) => !isOwnRevision(row, settings.userName)), [all, settings.userName])
  const rows = withoutOwn ? others : all
  const preset = chosenPreset(presets, settings.preset)
  const close = (): void => showDialog(null)
  const exportAs = (format: 'docx' | 'xlsx') => () => {
    if (!preset) return
    const day = localTime().slice(0, 10)
    const shapes = opinionShapes(rows, { reading, report }, { day, author: settings.userName }, t)
    void run(format, () => desktop.exportCheckSheet({ ...shapes, preset: preset.id, id: report.id, format }))
  }
  const nothing = rows.length === 0
  return (
    <Dialog
      title={t('opinions:title')}
      className="dialog-opinions"
      onClose={close}
      hint={job ? t(`export.running.${job}`) : ''}
      buttons={
        <>
          <DialogButton first={nothing} onClick={close}>
            {t('dialog.close')}
          </DialogButton>
          <DialogButton disabled={nothing || job !== null} onClick={exportAs('xlsx')}>
            {t('opinions:xlsx')}
          </DialogButton>
          <DialogButton primary first={!nothing} disabled={nothing || job !== null} onClick={exportAs('docx')}>
            {t('opinions:docx')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body">
        {others.length < all.length && (
          <label className="choice">
            <input type="checkbox" checked={withoutOwn} onChange={({ target }) => setWithoutOwn(target.checked)} />
            <span>{t('opinions:withoutOwn')}</span>
          </label>
        )}
        {nothing ? <p>{t('opinions:empty')}</p> : <Opinions rows={rows} dropped={report.review?.decidedDropped ?? 0} />}
      </div>
    </Dialog>
  )
}

const columns = ['number', 'author', 'place', 'said', 'answer', 'reason'] as const

function Opinions({ rows, dropped }: { rows: readonly OpinionRow[]; dropped: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p className="opinions-counts number" role="status">
        {t('opinions:counts', { all: rows.length, ...countAnswers(rows) })}
        {dropped > 0 && ` ${t('opinions:dropped', { count: dropped })}`}
      </p>
      <div className="opinions-scroll" tabIndex={0} aria-label={t('opinions:title')}>
        <table className="opinions">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`opinion-${column}`}>
                  {t(`opinions:head.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={row.id} row={row} number={index + 1} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ row, number }: { row: OpinionRow; number: number }): ReactElement {
  const { t } = useTranslation()
  const { comments } = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const translate = findingTranslate(t)
  const name = row.author || t('opinions:unknown')
  const [where, ...sentence] = placeLines(row.place, translate)
  const answer = (given: OpinionAnswer): void =>
    comments.setOpinion(row.id, given === 'open' ? undefined : { answer: given, reason: row.reason })
  const reason = (words: string): void => {
    if (row.answer !== 'open') comments.setOpinion(row.id, { answer: row.answer, reason: words })
  }
  return (
    <tr>
      <td className="number">{number}</td>
      <td>
        <span className="opinion-name">
          <AuthorBadge author={row.author} />
          <b>{name}</b>
        </span>
        <span className="meta number">{shownTime(row.date)}</span>
      </td>
      <td>
        {where}
        {sentence.map((words) => (
          <span key={words} className="meta" lang="zh-CN">
            {words}
          </span>
        ))}
      </td>
      <td lang="zh-CN" className="opinion-words">
        {saidWords(row, translate)}
      </td>
      <td>
        <select
          className="input"
          aria-label={t('opinions:answerOf', { name, number })}
          value={row.answer}
          disabled={readOnly}
          onChange={({ target }) => answer(answers.find((one) => one === target.value) ?? 'open')}
        >
          {answers
            // What was decided in the text is not open again by being called so.
            .filter((one) => one !== 'open' || row.answer === 'open' || !row.automatic)
            .map((one) => (
              <option key={one} value={one}>
                {t(`opinions:answer.${one}`)}
              </option>
            ))}
        </select>
      </td>
      <td>
        <textarea
          className="input"
          lang="zh-CN"
          rows={1}
          maxLength={longestReason}
          aria-label={t('opinions:reasonOf', { name, number })}
          value={row.reason}
          readOnly={readOnly || row.answer === 'open'}
          {...(row.answer === 'open' && { title: t('opinions:reasonFirst'), placeholder: t('opinions:reasonFirst') })}
          onChange={({ target }) => reason(target.value)}
        />
        {!row.automatic && !readOnly && (
          <button
            type="button"
            className="link"
            aria-label={t('opinions:automaticOf', { number })}
            onClick={() => comments.setOpinion(row.id, undefined)}
          >
            {t('opinions:automatic')}
          </button>
        )}
      </td>
    </tr>
  )
}

const answers: readonly OpinionAnswer[] = ['open', 'adopted', 'partly', 'declined']
