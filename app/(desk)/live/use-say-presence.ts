'use client'

import { useEffect } from 'react'
import type { Presence } from '@/domain/live/schema'
import type { Place } from './place'
import { REPEAT_MS, saysTyping, type Saying } from './typing'
import { useShown } from './use-shown'

/** Tells this page apart from others of the same person. */
const page = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

/** A word that is lost is said again soon, so nobody waits for it and nobody hears of it. */
const say = (presence: Presence) =>
  void fetch('/api/v1/live/presence', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(presence),
  }).catch(() => undefined)

/** Whether words go into the panel of a claim. */
const isOfClaim = ({ target }: Event) =>
  target instanceof Element && target.closest('[data-panel-claim]') !== null

/** Tells others at which claim the reader of this page is, and whether they type there. */
export function useSayPresence(place: Place | null): void {
  const shown = useShown()
  const articleId = place?.articleId ?? null
  const claimNumber = place?.claimNumber ?? null
  useEffect(() => {
    if (articleId === null || claimNumber === null || !shown) return
    const name = page()
    let last: Saying | null = null
    const here = (typing: boolean) => {
      const at = performance.now()
      last = { claimNumber, at, typedAt: typing ? at : null }
      say({ articleId, claimNumber, typing, page: name })
    }
    const onInput = (event: Event) => {
      if (isOfClaim(event) && saysTyping(last, claimNumber, performance.now())) here(true)
    }
    here(false)
    const timer = setInterval(() => here(false), REPEAT_MS)
    document.addEventListener('input', onInput)
    return () => {
      clearInterval(timer)
      document.removeEventListener('input', onInput)
      say({ articleId, claimNumber: null, typing: false, page: name })
    }
  }, [articleId, claimNumber, shown])
}
