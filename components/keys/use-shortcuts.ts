'use client'

import { useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { isLeaving } from '@/components/form/under-way'
import { ruleOn, type KeyDown } from './rule'

const OFF = 'factdesk-keys-off'

const OVER_THE_PAGE = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:not([hidden])`)
  .join()

/** Single keys can be turned off (WCAG 2.1.4) for people who use speech input. */
export const shortcutsOff = () => window.localStorage.getItem(OFF) === '1'
export const turnShortcuts = (on: boolean) =>
  on ? window.localStorage.removeItem(OFF) : window.localStorage.setItem(OFF, '1')

function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)) return true
  if (!(target instanceof HTMLInputElement)) return false
  return !['button', 'checkbox', 'radio', 'submit', 'reset'].includes(target.type)
}

type Keys = Record<string, (() => void) | undefined>
type Part = { keys: Keys; held: readonly string[] }

/** The components with commands, in the order they mounted. */
const parts = new Set<{ current: Part }>()
let tooEarly: (name: string) => void = () => undefined

const find = (name: string) => [...parts].find((part) => part.current.keys[name])?.current

const downOf = (event: KeyboardEvent): KeyDown => ({
  key: event.key,
  code: event.code,
  ctrl: event.ctrlKey,
  meta: event.metaKey,
  alt: event.altKey,
  composing: event.isComposing,
  repeat: event.repeat,
  taken: event.defaultPrevented,
})

/** Moves the focus to the page itself, where single keys are commands. */
export const focusPage = () => document.getElementById('main')?.focus({ preventScroll: true })

function onKey(event: KeyboardEvent) {
  const now = {
    editing: takesLetters(event.target) || takesLetters(document.activeElement),
    covered: document.querySelector(OVER_THE_PAGE) !== null,
    off: shortcutsOff(),
    leaving: isLeaving(),
  }
  const ruling = ruleOn(downOf(event), now, {
    has: (name) => find(name) !== undefined,
    goesOn: (name) => find(name)?.held.includes(name) ?? false,
  })
  if (ruling.is === 'nothing') return
  if (ruling.is === 'leave') return focusPage()
  event.preventDefault()
  if (ruling.is === 'wait') return tooEarly(ruling.name)
  // Runs synchronously, so that a field opened by the command has the focus before the next key goes down.
  flushSync(() => find(ruling.name)?.keys[ruling.name]?.())
}

/**
 * Registers single-key commands while this component is mounted. `rule.ts` decides when a key is a command. `held`
 * names the commands that repeat while their key is held.
 */
export function useShortcuts(keys: Keys, held: readonly string[] = []) {
  const part = useRef<Part>({ keys, held })
  // A layout effect: as soon as the page is visible, its keys work and act on what it shows.
  useLayoutEffect(() => {
    part.current = { keys, held }
  })
  useLayoutEffect(() => {
    parts.add(part)
    document.addEventListener('keydown', onKey)
    return () => {
      parts.delete(part)
      if (parts.size === 0) document.removeEventListener('keydown', onKey)
    }
  }, [])
}

/** Tells the reader that a command which could not act yet did nothing. */
export const tellTooEarly = (name: string) => tooEarly(name)

/** Registers a function that tells the reader when a key comes too early. */
export function useTooEarly(tell: (name: string) => void) {
  useLayoutEffect(() => {
    tooEarly = tell
  })
}
