import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceLevel, ReportMeta } from '../../shared/report/schema.ts'
import { weekdayOf } from '../../shared/templates/calendar.ts'
import { usualOffice } from '../../shared/templates/offices.ts'
import { meetingName } from '../../shared/templates/title-block.ts'
import { DateInput } from './DateInput.tsx'
import { Field, NumberInput, Segments, TextInput, YearInput } from './fields.tsx'

export const levels: readonly PlaceLevel[] = ['town', 'township', 'subdistrict', 'county', 'district', 'city']

interface MetaFieldsProps {
  meta: ReportMeta
  onChange: (meta: ReportMeta) => void
}

/** 级别, 名称, 年度, 会议, 日期, 报告人: what is written into title and formulas. */
export function MetaFields({ meta, onChange }: MetaFieldsProps): ReactElement {
  return (
    <>
      <PlaceFields meta={meta} onChange={onChange} />
      <MeetingFields meta={meta} onChange={onChange} />
      <SpeakerFields meta={meta} onChange={onChange} />
    </>
  )
}

function PlaceFields({ meta, onChange }: MetaFieldsProps): ReactElement {
  const { t } = useTranslation()
  const changeLevel = (level: PlaceLevel): void => {
    const { office } = meta.speaker
    const usual = office === '' || office === usualOffice(meta.level)
    onChange({ ...meta, level, speaker: { ...meta.speaker, office: usual ? usualOffice(level) : office } })
  }
  return (
    <>
      <Segments
        label={t('meta.level')}
        options={levels.map((level) => ({ value: level, name: t(`level.${level}`) }))}
        value={meta.level}
        onChange={changeLevel}
      />
      <div className="form-pair">
        <Field label={t('meta.place')}>
          {(id) => (
            <TextInput
              id={id}
              value={meta.place}
              placeholder={t(`meta.placeExample.${meta.level}`)}
              onChange={(place) => onChange({ ...meta, place: place.trim() })}
              first
            />
          )}
        </Field>
        <Field
          label={t('meta.year')}
          hint={meta.year === null ? undefined : t('meta.yearHint', { last: meta.year - 1, year: meta.year })}
        >
          {(id) => <YearInput id={id} value={meta.year} onChange={(year) => onChange({ ...meta, year })} />}
        </Field>
      </div>
    </>
  )
}

/** 第……届……第……次. */
export function MeetingFields({ meta, onChange }: MetaFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { meeting } = meta
  const known = meeting.congress !== null || meeting.session !== null
  return (
    <Field label={t('meta.meeting')} hint={known ? meetingName(meta) : undefined} group>
      {() => (
        <div className="form-line">
          {meta.level !== 'subdistrict' && (
            <>
              <span>{t('meta.congressBefore')}</span>
              <NumberInput
                label={t('meta.congress')}
                value={meeting.congress}
                least={1}
                most={99}
                onChange={(congress) => onChange({ ...meta, meeting: { ...meeting, congress } })}
              />
              <span>{t('meta.congressAfter')}</span>
            </>
          )}
          <span>{t('meta.sessionBefore')}</span>
          <NumberInput
            label={t('meta.session')}
            value={meeting.session}
            least={1}
            most={99}
            onChange={(session) => onChange({ ...meta, meeting: { ...meeting, session } })}
          />
          <span>{t('meta.sessionAfter')}</span>
        </div>
      )}
    </Field>
  )
}

/** 日期 and 报告人. */
export function SpeakerFields({ meta, onChange }: MetaFieldsProps): ReactElement {
  const { t } = useTranslation()
  const weekday = meta.date === null ? null : weekdayOf(meta.date)
  return (
    <div className="form-pair">
      <Field label={t('meta.date')} hint={weekday === null ? t('meta.dateHint') : t(`weekday.${weekday}`)}>
        {(id) => <DateInput id={id} value={meta.date} onChange={(date) => onChange({ ...meta, date })} />}
      </Field>
      <Field label={t('meta.speaker')} group>
        {() => (
          <div className="form-line speaker-line">
            <TextInput
              label={t('meta.office')}
              value={meta.speaker.office}
              onChange={(office) => onChange({ ...meta, speaker: { ...meta.speaker, office } })}
            />
            <TextInput
              label={t('meta.name')}
              value={meta.speaker.name}
              placeholder={t('meta.name')}
              onChange={(name) => onChange({ ...meta, speaker: { ...meta.speaker, name } })}
            />
          </div>
        )}
      </Field>
    </div>
  )
}

const classifications: readonly ReportMeta['classification'][] = ['', '内部', '秘密', '机密', '绝密']

/** 稿次 and 密级. */
export function StageFields({ meta, onChange }: MetaFieldsProps): ReactElement {
  const { t } = useTranslation()
  const stages = t('meta.stages', { returnObjects: true }) as string[]
  return (
    <div className="form-pair">
      <Field label={t('meta.stage')} hint={t('meta.stageHint')}>
        {(id) => (
          <>
            <TextInput id={id} value={meta.stage} list="stages" onChange={(stage) => onChange({ ...meta, stage })} />
            <datalist id="stages">
              {stages.map((stage) => (
                <option key={stage} value={stage} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t('meta.classification')}>
        {(id) => (
          <select
            id={id}
            className="input"
            value={meta.classification}
            onChange={(event) =>
              onChange({ ...meta, classification: event.target.value as ReportMeta['classification'] })
            }
          >
            {classifications.map((classification, index) => (
              <option key={classification} value={classification}>
                {t(`meta.classifications.${index}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
