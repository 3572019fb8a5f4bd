import { useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report, ReportKind, ReportMeta } from '../../shared/report/schema.ts'
import { nextMeeting } from '../../shared/templates/calendar.ts'
import { newReport } from '../../shared/templates/new-report.ts'
import type { StructureTemplate, Templates } from '../../shared/templates/templates.ts'
import { readMeeting } from '../../shared/templates/title-block.ts'
import { firstMeta } from '../app/first-meta.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { wizardSteps, type WizardDraft, type WizardStep } from '../app/wizard-draft.ts'
import { isSound } from './CheckedInput.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Segments } from './fields.tsx'
import { FirstPage } from './FirstPage.tsx'
import { MetaFields, StageFields } from './MetaFields.tsx'
import { PriorStep } from './PriorStep.tsx'
import { StructureStep } from './StructureStep.tsx'

const kinds: readonly ReportKind[] = ['annual', 'half-year', 'term', 'blank']

/** 新建报告 in three steps, each of which may be left out; the first page is shown as it will be. */
export function NewReportDialog({ draft }: { draft: WizardDraft | undefined }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const templates = useWindow((state) => state.startUp.templates)
  const [step, setStep] = useState<WizardStep>(draft?.step ?? 'place')
  const [meta, setMeta] = useState(() => draft?.meta ?? firstMeta())
  const [chosen, setChosen] = useState(draft?.chosen ?? null)
  const [left, setLeft] = useState<ReadonlySet<string>>(draft?.left ?? new Set())
  const [prior, setPrior] = useState(draft?.prior ?? null)
  const [id] = useState(() => draft?.id ?? crypto.randomUUID())

  const structures = templates.structures.filter(
    ({ kind, levels }) => kind === meta.kind && levels.includes(meta.level),
  )
  const structure = structures.find((entry) => entry.id === chosen) ?? structures[0]
  const report = useMemo(() => makeReport(id, meta, structure, left, templates), [id, meta, structure, left, templates])
  const close = (): void => controller.showDialog(null)
  const form = useRef<HTMLFormElement>(null)
  /** Another step, or the report: neither drops what a field could not take. */
  const goTo = (wanted: WizardStep): void => {
    if (isSound(form.current)) setStep(wanted)
  }
  const make = (made: Report | null): void => {
    if (!isSound(form.current)) return
    if (made) void controller.opening.startReport(made, { id, step, meta, chosen, left, prior })
    else close()
  }
  const position = wizardSteps.indexOf(step)
  const next = wizardSteps[position + 1]
  const before = wizardSteps[position - 1]

  return (
    <Dialog
      title={t('wizard.title')}
      className="dialog-wizard"
      bare
      onClose={close}
      hint={
        <button type="button" className="link" onClick={() => make(blankReport(id, meta, templates))}>
          {t('wizard.blank')}
        </button>
      }
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          {before && <DialogButton onClick={() => goTo(before)}>{t('wizard.back')}</DialogButton>}
          {next && <DialogButton onClick={() => make(report)}>{t('wizard.finish')}</DialogButton>}
          <DialogButton primary onClick={() => (next ? goTo(next) : make(report))}>
            {t(next ? 'wizard.next' : 'wizard.finish')}
          </DialogButton>
        </>
      }
    >
      <div className="wizard">
        <StepList step={step} onChange={goTo} />
        <form
          ref={form}
          noValidate
          className="wizard-form form"
          onSubmit={(event) => {
            event.preventDefault()
            if (next) goTo(next)
            else make(report)
          }}
        >
          <h3>{t(`wizard.${step}`)}</h3>
          <p className="wizard-claim">{t(`wizard.${step}Claim`)}</p>
          {step === 'place' && (
            <>
              <Segments
                label={t('meta.kind')}
                options={kinds.map((kind) => ({ value: kind, name: t(`kind.${kind}`) }))}
                value={meta.kind}
                onChange={(kind) => setMeta({ ...meta, kind })}
              />
              <MetaFields meta={meta} onChange={setMeta} />
              <StageFields meta={meta} onChange={setMeta} />
            </>
          )}
          {step === 'structure' && (
            <StructureStep
              structures={structures}
              structure={structure}
              sections={templates.sections}
              left={left}
              onChoose={(chosenId) => {
                setChosen(chosenId)
                setLeft(new Set())
              }}
              onLeave={setLeft}
            />
          )}
          {step === 'prior' && (
            <PriorStep
              prior={prior}
              onChange={(read) => {
                setPrior(read)
                if (read) setMeta(withMeetingAfter(meta, read.text))
              }}
            />
          )}
          <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
        </form>
        <aside className="wizard-preview">
          <h4>{t('wizard.preview')}</h4>
          {report ? <FirstPage body={report.body} scale={0.363} /> : null}
          <p className="hint">{t('wizard.previewHint')}</p>
        </aside>
      </div>
    </Dialog>
  )
}

function StepList({ step, onChange }: { step: WizardStep; onChange: (step: WizardStep) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <aside className="wizard-steps">
      <h2 aria-hidden="true">{t('wizard.title')}</h2>
      <ol>
        {wizardSteps.map((name, index) => (
          <li key={name}>
            <button type="button" aria-current={name === step ? 'step' : undefined} onClick={() => onChange(name)}>
              <i>{index + 1}</i>
              {t(`wizard.${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <p className="hint">{t('wizard.skip')}</p>
    </aside>
  )
}

function makeReport(
  id: string,
  meta: ReportMeta,
  structure: StructureTemplate | undefined,
  left: ReadonlySet<string>,
  templates: Templates,
): Report | null {
  if (!structure) return null
  const sections = structure.sections.filter((section) => !left.has(section))
  return newReport({ id, kind: meta.kind, structure: { ...structure, sections }, meta, templates })
}

function blankReport(id: string, meta: ReportMeta, templates: Templates): Report | null {
  const blank = templates.structures.find(({ kind, levels }) => kind === 'blank' && levels.includes(meta.level))
  return makeReport(id, { ...meta, kind: 'blank' }, blank, new Set(), templates)
}

/** 第十九届…第五次会议 of last year's report makes the sixth of this one, unless the user has entered it. */
function withMeetingAfter(meta: ReportMeta, lastYears: string): ReportMeta {
  const { congress, session } = meta.meeting
  if (congress !== null || session !== null) return meta
  return { ...meta, meeting: nextMeeting(readMeeting(lastYears.slice(0, 600)), meta.kind) }
}
