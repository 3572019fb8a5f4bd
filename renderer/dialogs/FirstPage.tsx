import type { CSSProperties, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { numberBlocks } from '../../shared/report/numbering.ts'
import { inlineText } from '../../shared/report/plain-text.ts'
import { isLineBlock, type Block, type LineBlock } from '../../shared/report/schema.ts'

/** Blocks that can stand on one page. */
const mostBlocks = 22

/** The start of a report in small, as the page shows it; always white, as it will be printed. */
export function FirstPage({ body, scale }: { body: readonly Block[]; scale: number }): ReactElement {
  const { t } = useTranslation('editor')
  const labels = numberBlocks(body)
  return (
    <div className="first-page" aria-hidden="true">
      <div className="zg-page zg-white-paper" style={{ '--zg-scale': scale } as CSSProperties}>
        <div className="zg-chunk">
          {body.slice(0, mostBlocks).map((block, index) =>
            isLineBlock(block) ? (
              <p
                key={index}
                className={`zg-line zg-${block.type} ${block.type === 'heading' ? `zg-level-${block.level}` : ''}`}
                data-label={labels[index]}
                data-advice={adviceOf(block, (hint) => t('guidance.hint', { hint }))}
              >
                {inlineText(block.children)}
              </p>
            ) : null,
          )}
        </div>
      </div>
    </div>
  )
}

function adviceOf(block: LineBlock, sentence: (hint: string) => string): string | undefined {
  if (inlineText(block.children) !== '' || !('guidance' in block)) return undefined
  return sentence(block.guidance.hint)
}
