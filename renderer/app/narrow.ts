/** Below this width the side columns open over the page. */
export const narrowQuery = '(max-width: 1199px)'

export function isNarrow(): boolean {
  return matchMedia(narrowQuery).matches
}
