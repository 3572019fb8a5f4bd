import type { ReactElement } from 'react'

export function FindBar(): ReactElement | null {
  return null
}
