'use client'

import { useSyncExternalStore } from 'react'
import { isColours, type Colours } from './colours'

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function present(): Colours {
  const theme = document.documentElement.dataset.theme
  return isColours(theme) ? theme : 'system'
}

/** The page's colour setting; null during server rendering. */
export const usePageColours = (): Colours | null =>
  useSyncExternalStore<Colours | null>(watch, present, () => null)
