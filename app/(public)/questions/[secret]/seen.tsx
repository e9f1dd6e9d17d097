'use client'

import { useEffect } from 'react'
import { seenAction } from './actions'

/** What only a person does with a page. Programs that look at a mail open its links too, some with scripts. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const

/** Tells the desk once that a person has the question before them, at the first sign of one. */
export function Seen({ secret }: { secret: string }) {
  useEffect(() => {
    const over = new AbortController()
    const tell = ({ isTrusted }: Event) => {
      if (!isTrusted) return
      over.abort()
      // Not told, it is told by the answer.
      void seenAction({ secret }).catch(() => undefined)
    }
    for (const sign of SIGNS) addEventListener(sign, tell, { signal: over.signal, passive: true })
    return () => over.abort()
  }, [secret])
  return null
}
