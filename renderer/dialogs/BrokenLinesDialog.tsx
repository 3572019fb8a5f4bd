import type { ReactElement } from 'react'

export function BrokenLinesDialog(): ReactElement | null {
  return null
}
