import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionTemplate, StructureTemplate } from '../../shared/templates/templates.ts'

interface StructureStepProps {
  structures: readonly StructureTemplate[]
  structure: StructureTemplate | undefined
  sections: readonly SectionTemplate[]
  /** Ids of sections that are left out. */
  left: ReadonlySet<string>
  onChoose: (id: string) => void
  onLeave: (left: ReadonlySet<string>) => void
}

export function StructureStep(props: StructureStepProps): ReactElement {
  const { structures, structure, sections, left, onChoose, onLeave } = props
  const { t } = useTranslation()
  if (!structure) return <p>{t('wizard.noStructure')}</p>
  const toggle = (id: string): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    onLeave(next)
  }
  return (
    <>
      <fieldset className="choices">
        <legend>{t('wizard.structures')}</legend>
        {structures.map((entry) => (
          <label key={entry.id} className="choice choice-large">
            <input
              type="radio"
              name="structure"
              checked={entry.id === structure.id}
              onChange={() => onChoose(entry.id)}
            />
            <span>
              <b>{t(`templates:structure.${entry.id}.name`, entry.name)}</b>
              <small>{t(`templates:structure.${entry.id}.description`, entry.description)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {structure.sections.length > 1 && (
        <fieldset className="choices choices-columns">
          <legend>{t('wizard.sections')}</legend>
          {structure.sections.map((id) => (
            <label key={id} className="choice">
              <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
              {t(`templates:section.${id}`, sections.find((section) => section.id === id)?.name ?? id)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
