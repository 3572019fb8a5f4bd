import { Tooltip, TooltipAnchor, TooltipProvider } from '@ariakit/react/tooltip'
import type { ReactElement } from 'react'

/** Says what a picture alone does not, or why a button cannot be used; shown on hover and on focus. */
export function Tip({ text, children }: { text: string; children: ReactElement }): ReactElement {
  return (
    <TooltipProvider timeout={500}>
      <TooltipAnchor render={children} />
      <Tooltip className="tip" gutter={6} portal unmountOnHide>
        {text}
      </Tooltip>
    </TooltipProvider>
  )
}
