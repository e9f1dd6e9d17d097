'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LivePresence } from '@/domain/live/shape'
import { connect } from './connection'
import { UNHEARD_MS } from './looking'
import type { Place } from './place'
import { takeSlot } from './slot'
import { useLooking } from './use-looking'
import { useShown } from './use-shown'

export type Present = LivePresence['present']

const NOBODY: Present = []

/**
 * Keeps the page as the desk is now: it hears what others change, and looks again.
 * @param readAt the desk's moment at which the page was read last
 * @returns who else is at the article, and since when the page hears nothing; null while it hears
 */
export function useLive(place: Place | null, readAt: number) {
  const [present, setPresent] = useState(NOBODY)
  const [hears, setHears] = useState(false)
  const [isOut, setOut] = useState(false)
  const [lookedAt, setLookedAt] = useState<Date | null>(null)
  const shown = useShown()
  const heard = useRef(readAt)
  useEffect(() => {
    heard.current = Math.max(heard.current, readAt)
  }, [readAt])
  const lookAgain = useLooking((looked) => {
    if (looked === 'looked') setLookedAt(new Date())
    if (looked === 'signed out') setOut(true)
  })
  const concerns = useEffectEvent((change: Parameters<Place['concerns']>[0]) => place?.concerns(change))

  const follows = place !== null && shown && !isOut
  const articleId = place?.articleId ?? null
  useEffect(() => {
    if (!follows) return
    const leaving = new AbortController()
    void takeSlot(leaving.signal).then(
      (giveBack) => {
        if (leaving.signal.aborted) return giveBack()
        const connection = connect(articleId, heard.current, {
          onChange: (change) => concerns(change) && lookAgain(),
          onResync: lookAgain,
          onPresence: setPresent,
          onHearing: (now) => {
            setHears(now)
            if (!now) setLookedAt(new Date())
          },
        })
        leaving.signal.addEventListener('abort', () => {
          heard.current = Math.max(heard.current, connection.close())
          giveBack()
        })
      },
      () => undefined,
    )
    return () => {
      leaving.abort()
      setHears(false)
      setPresent(NOBODY)
    }
  }, [follows, articleId, lookAgain])

  useEffect(() => {
    if (!follows || hears) return
    const timer = setInterval(lookAgain, UNHEARD_MS)
    return () => clearInterval(timer)
  }, [follows, hears, lookAgain])

  return { present, isAway: place !== null && shown && !hears, lookedAt }
}
