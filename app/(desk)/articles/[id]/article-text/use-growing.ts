import { startTransition, useEffect, useState } from 'react'

/**
 * How many items of a long list to render now: `first`, then twice as many after each paint until the list is complete.
 * So neither the server nor the first paint waits for thousands.
 */
export function useGrowing(whole: number, first: number): number {
  const [rendered, setRendered] = useState(first)
  useEffect(() => {
    if (rendered >= whole) return undefined
    const next = setTimeout(() => startTransition(() => setRendered(rendered * 2)), 0)
    return () => clearTimeout(next)
  }, [rendered, whole])
  return Math.min(rendered, whole)
}
