import { useEffect, useState } from 'react'
import type { Found } from '@/domain/palette/shape'

/** The pause in typing before the desk is asked. */
const PAUSE_MS = 150

type Answer = { typed: string; found: Found[] }

/** The article on the screen, whose claims come first. */
const articleHere = () => /^\/articles\/([0-9a-f-]{36})(?:\/|$)/.exec(window.location.pathname)?.[1]

/**
 * What the desk finds for the typed words; null while it is looking. A question for older words is cancelled, and an
 * answer to it is never given.
 */
export function useFound(typed: string): { found: Found[] | null; failed: boolean } {
  const [answer, setAnswer] = useState<Answer>({ typed: '', found: [] })
  const [failed, setFailed] = useState<string | null>(null)
  const asked = typed.trim()
  useEffect(() => {
    if (asked === '') return undefined
    const stop = new AbortController()
    const ask = async () => {
      const article = articleHere()
      const query = new URLSearchParams({ q: asked, ...(article && { article }) })
      const response = await fetch(`/palette/find?${query}`, { signal: stop.signal })
      if (!response.ok) throw new Error(`${response.status}`)
      const found = (await response.json()) as Found[]
      if (!stop.signal.aborted) setAnswer({ typed: asked, found })
    }
    const timer = setTimeout(() => {
      ask().catch(() => {
        if (!stop.signal.aborted) setFailed(asked)
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked])
  return { found: answer.typed === asked ? answer.found : null, failed: failed === asked && asked !== '' }
}
