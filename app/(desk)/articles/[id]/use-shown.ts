'use client'

import { useEffect, type RefObject } from 'react'

/** Scrolls to an element of the text: at once, or as soon as the part of a long text that holds it is rendered. */
export function useShown(pane: RefObject<HTMLElement | null>, selector: string | null) {
  useEffect(() => {
    const root = pane.current
    if (!root || selector === null) return undefined
    const show = () => {
      const found = root.querySelector(selector)
      found?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      return found !== null
    }
    if (show()) return undefined
    const watching = new MutationObserver(() => show() && watching.disconnect())
    watching.observe(root, { childList: true, subtree: true })
    return () => watching.disconnect()
  }, [pane, selector])
}
