'use client'

import { useLayoutEffect, useSyncExternalStore } from 'react'

/** How long an address that was asked for is waited for, should its page never come. */
const GOING_MS = 10_000

let actions = 0
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

/** Whether an action is not answered yet, or the page that was asked for not shown. */
export const isUnderWay = () => actions > 0 || going !== null

/** Counts an action; call what it gives back when its answer has come. */
export function beginAction(): () => void {
  actions += 1
  return () => {
    actions -= 1
  }
}

/** Another address was asked for: a path with its search. Nothing when it is the one that is shown. */
export function beginGoing(href: string) {
  const to = new URL(href, window.location.href)
  const here = window.location
  if (to.origin !== here.origin || (to.pathname === here.pathname && to.search === here.search)) return
  setGoing(to.pathname + to.search)
}

/** Where the page is on its way to, or null. */
export const useGoing = () =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => going,
    () => null,
  )

/** A link that React follows says so by preventing the browser's own way; Back and Forward come as they are. */
function onClick(event: MouseEvent) {
  if (!event.defaultPrevented || !(event.target instanceof Element)) return
  const link = event.target.closest<HTMLAnchorElement>('a[href]')
  if (link) beginGoing(link.href)
}

/**
 * Hears of every way to another address that is begun in the page, and of its end: `shown` is the address of what the
 * page shows, and changes in the commit that brings it.
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
