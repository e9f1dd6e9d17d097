'use client'

import { useLayoutEffect, useSyncExternalStore } from 'react'

/** How long to wait for a requested page that may never arrive. */
const GOING_MS = 10_000

let actions = 0
let leading = 0
let steps = 0
let going: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function setGoing(to: string | null) {
  clearTimeout(timer)
  if (to !== null) timer = setTimeout(() => setGoing(null), GOING_MS)
  if (going === to) return
  going = to
  for (const listener of listeners) listener()
}

/** Whether an action awaits its answer, or a requested page is not shown yet. */
export const isUnderWay = () => actions > 0 || going !== null

/**
 * Whether the page on the screen is about to become another: it was requested, or an action may lead there. Until then
 * it is not known which page a key means.
 */
export const isLeaving = () => leading > 0 || going !== null

/** Grows with each step of an action of the reader, so that what changes by it can be told from what others change. */
export const ownSteps = () => steps

/**
 * Counts an action as started. Call the returned function when its answer has arrived.
 * @param stays whatever the answer is, the same page remains on the screen
 */
export function beginAction(stays: boolean): () => void {
  const leads = stays ? 0 : 1
  actions += 1
  leading += leads
  steps += 1
  return () => {
    actions -= 1
    leading -= leads
    steps += 1
  }
}

/** Records that the page goes to an address, given as path and query. The current address is ignored. */
export function beginGoing(href: string) {
  const to = new URL(href, window.location.href)
  const here = window.location
  if (to.origin !== here.origin || (to.pathname === here.pathname && to.search === here.search)) return
  setGoing(to.pathname + to.search)
}

/** The address that the page is going to, or null. */
export const useGoing = () =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => going,
    () => null,
  )

/** When React handles a link, it prevents the browser's default. Back and Forward arrive as popstate events. */
function onClick(event: MouseEvent) {
  if (!event.defaultPrevented || !(event.target instanceof Element)) return
  const link = event.target.closest<HTMLAnchorElement>('a[href]')
  if (link) beginGoing(link.href)
}

/**
 * Watches for navigation: it notices every start in the page, and the end when `shown` changes. `shown` is the address
 * of the page on the screen.
 */
export function useGoingWatch(shown: string) {
  useLayoutEffect(() => setGoing(null), [shown])
  useLayoutEffect(() => {
    window.addEventListener('click', onClick)
    return () => window.removeEventListener('click', onClick)
  }, [])
  useLayoutEffect(() => {
    const onPop = () => {
      const to = window.location.pathname + window.location.search
      if (to !== shown) setGoing(to)
    }
    window.addEventListener('popstate', onPop)
    return () => window.removeEventListener('popstate', onPop)
  }, [shown])
}
