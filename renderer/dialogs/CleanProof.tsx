import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProofKind } from '../../shared/word/clean/proof/proof-kinds.ts'

/** What the file was searched for once it was written, a tick each. */
export function CleanProof({ proof }: { proof: readonly ProofKind[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="clean-proof" aria-label={t('clean.proof')}>
      <p>{t('clean.proof')}</p>
      <ul>
        {proof.map((kind) => (
          <li key={kind}>
            <span aria-hidden="true">✓</span> {t(`clean.without.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
