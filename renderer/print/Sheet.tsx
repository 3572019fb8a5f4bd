import type { CSSProperties, ReactNode, RefObject } from 'react'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { families, numberDrop } from './paper-style.ts'

interface Properties {
  preset: PagePreset
  /** From 0. */
  page: number
  scale: number
  flow: RefObject<HTMLDivElement | null>
  children: ReactNode
}

/**
 * A sheet of paper with a window onto the text. The text is laid out once, each page a column beside the other; turning a
 * page only moves it, so that a long report costs one layout.
 */
export function Sheet({ preset, page, scale, flow, children }: Properties): ReactNode {
  const { page: paper } = preset
  const points = (twips: number): string => `${twips / 20}pt`
  const text: CSSProperties = {
    left: points(paper.left),
    top: points(paper.top),
    width: points(paper.width - paper.left - paper.right),
    height: points(paper.height - paper.top - paper.bottom),
  }
  return (
    <div
      className="zg-sheet-place"
      style={{ width: `calc(${points(paper.width)} * ${scale})`, height: `calc(${points(paper.height)} * ${scale})` }}
    >
      <div
        className="zg-sheet"
        style={{ width: points(paper.width), height: points(paper.height), transform: `scale(${scale})` }}
      >
        <div className="zg-sheet-text" style={text}>
          <div className="zg-sheet-flow" ref={flow} style={{ transform: `translateX(calc(${-page} * (100% + 40pt)))` }}>
            {children}
          </div>
        </div>
        <div className="zg-sheet-number" style={numberStyle(preset, page)}>
          {`— ${page + 1} —`}
        </div>
      </div>
    </div>
  )
}

/** Right on odd pages, left on even ones, one character of 14 pt from the edge of the text. */
function numberStyle(preset: PagePreset, page: number): CSSProperties {
  const { page: paper } = preset
  const edge = 14
  const side: CSSProperties =
    preset.pageNumber === 'centre'
      ? { left: 0, right: 0, textAlign: 'center' }
      : page % 2 === 0
        ? { right: `${paper.right / 20 + edge}pt` }
        : { left: `${paper.left / 20 + edge}pt` }
  const top = (paper.height - paper.bottom) / 20 + numberDrop(preset)
  return { top: `${top}pt`, fontFamily: families(preset.fonts.pageNumber), ...side }
}
