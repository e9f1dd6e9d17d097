'use client'

import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { isUnderWay } from '@/components/form/under-way'
import { lookAgainAction } from './actions'
import { makeLooker, type Looked } from './looker'

async function look(): Promise<Looked> {
  const answer = await lookAgainAction({}).catch(() => null)
  if (answer?.ok) return 'looked'
  return answer?.code === 'unauthenticated' ? 'signed out' : 'failed'
}

/**
 * Looks again at what the page shows, soon after it is told that this changed.
 * @param onLooked called after each look
 * @returns tells that something changed
 */
export function useLooking(onLooked: (looked: Looked) => void): () => void {
  const told = useEffectEvent(onLooked)
  const looker = useRef<ReturnType<typeof makeLooker>>(undefined)
  useEffect(() => {
    const made = makeLooker({
      look: async () => {
        const looked = await look()
        told(looked)
        return looked
      },
      isUnderWay,
      isHidden: () => document.hidden,
    })
    looker.current = made
    // Browsers hold back the timers of hidden pages, and what was heard there is owed when they are shown.
    document.addEventListener('visibilitychange', made.plan)
    return () => {
      document.removeEventListener('visibilitychange', made.plan)
      made.end()
    }
  }, [])
  return useCallback(() => looker.current?.heard(), [])
}
