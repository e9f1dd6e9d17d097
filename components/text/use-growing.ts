import { useEffect, useState } from 'react'

/**
 * How many of a long list to render now: `first`, and twice as many after each paint until it is whole. So no server and
 * no first paint waits for thousands.
 */
export function useGrowing(whole: number, first: number): number {
  const [rendered, setRendered] = useState(first)
  useEffect(() => {
    if (rendered >= whole) return undefined
    const next = setTimeout(() => setRendered(rendered * 2), 0)
    return () => clearTimeout(next)
  }, [rendered, whole])
  return Math.min(rendered, whole)
}
