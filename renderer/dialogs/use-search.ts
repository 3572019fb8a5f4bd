import { useEffect, useState } from 'react'
import { plainText } from '../../shared/report/plain-text.ts'
import { useController, useSession } from '../app/window-context.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { createFinder } from '../editor/find/finder.ts'
import type { FindOptions, FindResult } from '../editor/find/find-text.ts'

export type SearchOptions = Pick<FindOptions, 'matchCase' | 'matchWidth' | 'wholeWord' | 'regularExpression'>

interface SearchState {
  result: FindResult | null
  /** −1 while no place was stepped to. */
  current: number
  setCurrent: (current: number) => void
}

/** Places of the query in the text as it is, marked on the page; sought anew whenever the text changes. */
export function useSearch(query: string, replacement: string | undefined, options: SearchOptions): SearchState {
  const { setSearch } = useController()
  const editor = useSession((session) => session.editor)
  const reading = useSession((session) => session.reading)
  const [finder] = useState(createFinder)
  const [result, setResult] = useState<FindResult | null>(null)
  const [current, setCurrent] = useState(-1)

  useEffect(() => () => finder.dispose(), [finder])

  useEffect(() => {
    let outdated = false
    const asked = { ...options, ...(replacement !== undefined && { replacement }) }
    void finder.find(plainText(bodyOf(editor)), query, asked).then((found) => {
      if (!outdated && found) setResult(found)
    })
    return () => {
      outdated = true
    }
  }, [finder, editor, reading, query, replacement, options])

  useEffect(() => {
    setSearch(result?.ok ? { hits: result.hits, current } : null)
  }, [setSearch, result, current])

  return { result, current, setCurrent }
}
