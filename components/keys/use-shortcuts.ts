'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

const OFF = 'factdesk-keys-off'

const OPEN = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:not([hidden])`)
  .join()

/** Single keys can be turned off (WCAG 2.1.4), for people who speak to their computer. */
export const shortcutsOff = () => window.localStorage.getItem(OFF) === '1'
export const turnShortcuts = (on: boolean) =>
  on ? window.localStorage.removeItem(OFF) : window.localStorage.setItem(OFF, '1')

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)) return true
  if (!(target instanceof HTMLInputElement)) return false
  return !['button', 'checkbox', 'radio', 'submit', 'reset'].includes(target.type)
}

/** The Latin letter of a key, also while an Arabic keyboard is chosen: then by its place on the keyboard. */
function letterOf(event: KeyboardEvent): string {
  if (/^[\x20-\x7e]$/.test(event.key)) return event.key
  return event.key.length === 1 && /^Key[A-Z]$/.test(event.code)
    ? event.code.slice(3).toLowerCase()
    : event.key
}

/**
 * Single-key shortcuts. None fires while something is typed, with a modifier, when a dialog or menu is open, or when
 * they were turned off.
 */
export function useShortcuts(keys: Record<string, (() => void) | undefined>) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  // In the layout's phase, so that a key pressed as soon as the page is seen is heard.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      if (isTyping(event.target) || shortcutsOff()) return
      if (document.querySelector(OPEN)) return
      const run = latest.current[letterOf(event)]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
