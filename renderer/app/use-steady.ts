import { useState } from 'react'

/** The value as it was before while the new one says the same: what is drawn from it needs not be drawn again. */
export function useSteady<Value>(value: Value, isSame: (before: Value, now: Value) => boolean): Value {
  const [steady, setSteady] = useState({ value })
  if (steady.value === value || isSame(steady.value, value)) return steady.value
  setSteady({ value })
  return value
}
