import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/desktop/results.ts'
import type { UserLists } from '../../../shared/desktop/user-lists.ts'
import { refusalSentence } from '../../app/refusals.ts'
import { useController, useWindow } from '../../app/window-context.ts'
import { Field } from '../fields.tsx'

/** 名单与提法: what all reports of this computer have in common. */
export function ListSettings(): ReactElement {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const told = (found: Refusal | undefined): void =>
    setRefusal(found === undefined || found.reason === 'cancelled' ? null : found)
  return (
    <>
      <Formulations onTold={told} />
      {refusal && <Problem refusal={refusal} />}
      <NameList name="wordings" onTold={told} />
      <NameList name="places" onTold={told} />
      <NameList name="bodies" onTold={told} />
    </>
  )
}

/** Comes into view by itself: the list below may have been scrolled. */
function Problem({ refusal }: { refusal: Refusal }): ReactElement {
  const { t } = useTranslation()
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [refusal])
  return (
    <p className="field-problem" role="alert" ref={place}>
      {refusalSentence(t, refusal)}
    </p>
  )
}

type Told = (refusal: Refusal | undefined) => void

/** 提法库: as of when, whose, and the ways to another one. */
function Formulations({ onTold }: { onTold: Told }): ReactElement {
  const { t } = useTranslation()
  const { takeFormulations, dropFormulations } = useController()
  const { list, own } = useWindow((state) => state.formulations)
  const values = { asOf: list.asOf, count: list.items.length, name: own?.name ?? '' }
  return (
    <section className="field" aria-labelledby="own-formulations">
      <span className="field-label" id="own-formulations">
        {t('settings.formulations')}
      </span>
      <p>{t(`settings.formulationsOf.${own?.mode ?? 'delivered'}`, values)}</p>
      <div className="button-row">
        {(['replace', 'extend'] as const).map((mode) => (
          <button
            key={mode}
            type="button"
            className="button"
            onClick={() => void takeFormulations(mode).then((refusal) => onTold(refusal))}
          >
            {t(`settings.formulationsTake.${mode}`)}
          </button>
        ))}
        {own && (
          <button
            type="button"
            className="button"
            onClick={() => void dropFormulations().then(() => onTold(undefined))}
          >
            {t('settings.formulationsDrop')}
          </button>
        )}
      </div>
    </section>
  )
}

interface NameListProps {
  name: Exclude<keyof UserLists, 'ignored'>
  onTold: Told
}

/** One name a line; what is typed counts when the box is left. */
function NameList({ name, onTold }: NameListProps): ReactElement {
  const { t } = useTranslation()
  const { store, changeLists } = useController()
  const kept = useWindow((state) => state.lists[name])
  const keep = (typed: string): void => {
    const names = [...new Set(typed.split(/[\n；;]/).map((line) => line.trim().slice(0, 100)))].filter(
      (line) => line !== '',
    )
    if (names.join('\n') === kept.join('\n')) return
    void changeLists({ ...store.get().lists, [name]: names }).then((refusal) => onTold(refusal))
  }
  return (
    <Field label={t(`settings.list.${name}`)} hint={t(`settings.listHint.${name}`)}>
      {(id) => (
        <textarea
          key={kept.join('\n')}
          id={id}
          className="input name-list"
          lang="zh-CN"
          rows={4}
          defaultValue={kept.join('\n')}
          onBlur={(event) => keep(event.target.value)}
        />
      )}
    </Field>
  )
}
