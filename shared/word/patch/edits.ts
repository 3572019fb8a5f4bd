import type { Origins } from '../read/read-docx.ts'
import {
  isElement,
  isWordElement,
  withChildren,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import type { TextBoxes } from './text-boxes.ts'

/** Which element of the main part a piece of the source report was read from. */
export type ElementOf = (piece: object) => readonly SourceElement[]

export function elementsByOrigin(
  origins: Origins,
  elementOf: (element: object) => SourceElement | undefined,
): ElementOf {
  return (piece) => (origins.get(piece) ?? []).flatMap((element) => elementOf(element) ?? [])
}

/** What to put in the place of elements of the source, and what to add behind them. */
export class Edits {
  readonly #instead = new Map<SourceElement, readonly SourceNode[]>()
  readonly #behind = new Map<SourceElement, SourceNode[]>()
  readonly #atStart: SourceNode[] = []
  readonly #twinOf: TextBoxes['twinOf']

  constructor(twinOf: TextBoxes['twinOf'] = () => undefined) {
    this.#twinOf = twinOf
  }

  replace(element: SourceElement, nodes: readonly SourceNode[]): void {
    this.#instead.set(element, nodes)
    const twin = this.#twinOf(element)
    if (twin) this.#instead.set(twin, nodes)
  }

  /** Behind an element, or at the start of the body. */
  add(anchor: SourceElement | undefined, ...nodes: SourceNode[]): void {
    if (!anchor) this.#atStart.push(...nodes)
    else this.#behind.set(anchor, [...(this.#behind.get(anchor) ?? []), ...nodes])
  }

  applyTo(root: SourceElement): SourceElement {
    return this.#apply(root)
  }

  #apply(element: SourceElement): SourceElement {
    const start = isWordElement(element, 'body') ? this.#atStart : []
    const children = element.children.flatMap((child): SourceNode[] => {
      if (!isElement(child)) return [child]
      const instead = this.#instead.get(child) ?? [this.#apply(child)]
      return [...instead, ...(this.#behind.get(child) ?? [])]
    })
    return withChildren(element, start.length > 0 ? [...start, ...children] : children)
  }
}
