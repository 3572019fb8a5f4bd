import { useEffect, useRef, type ReactElement } from 'react'

/** Stands at the end of what was built of a long list, and tells when it comes near the window. */
export function NearEnd({ onSeen }: { onSeen: () => void }): ReactElement {
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = end.current
    if (!element) return undefined
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), {
      root: element.closest('.review-list'),
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onSeen])
  return <li ref={end} aria-hidden="true" />
}
