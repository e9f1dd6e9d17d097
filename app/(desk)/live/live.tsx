'use client'

import { usePathname } from 'next/navigation'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { AwayWord } from './away-word'
import { placeAt } from './place'
import { useLive, type Present } from './use-live'
import { useSayPresence } from './use-say-presence'

const PresentContext = createContext<Present>([])

/** Everybody else who is at a claim of this article now. */
export const usePresent = () => useContext(PresentContext)

/**
 * Keeps a page of the desk as the desk is now, and tells others where its reader is.
 * @param readAt the desk's moment at which the page was read
 */
export function Live({ readAt, children }: { readAt: number; children: ReactNode }) {
  const pathname = usePathname()
  const place = useMemo(() => placeAt(pathname), [pathname])
  const { present, isAway, lookedAt } = useLive(place, readAt)
  useSayPresence(place)
  return (
    <PresentContext value={present}>
      {children}
      <AwayWord isAway={isAway} lookedAt={lookedAt} />
    </PresentContext>
  )
}
