'use client'

import { createContext, useContext, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { dropOldDrafts, forgetDrafts } from './drafts'

/** The person signed in in this browser, as of the page shown last. After signing out the value ends in `:out`. */
const PERSON = 'factdesk-person'
const OUT = ':out'

const PersonContext = createContext<string | null>(null)

/** The id of the person this page was rendered for; null if nobody is signed in. */
export const usePerson = () => useContext(PersonContext)

function kept(): string | null {
  try {
    return window.localStorage.getItem(PERSON)
  } catch {
    return null
  }
}

function keep(value: string) {
  try {
    window.localStorage.setItem(PERSON, value)
  } catch {
    // Without a store other pages of this browser learn of it at their next request.
  }
}

/** Whether this person has signed out in this browser, or another has signed in, since the page was rendered. */
export function someoneElseIsHere(person: string | null): boolean {
  const here = kept()
  return person !== null && here !== null && here !== person
}

/** Drops what this browser keeps of a person who signs out, and tells all its pages. */
export function leave(person: string) {
  forgetDrafts(person)
  keep(person + OUT)
}

/**
 * Provides the person this page was rendered for. If that person signs out in another page of this browser, or somebody
 * else signs in, this page reloads, so one person's text is never sent or kept for another.
 */
export function PersonProvider({ id, children }: { id: string; children: ReactNode }) {
  // Runs before the components below look for drafts, and before anybody can press a button.
  useLayoutEffect(() => {
    dropOldDrafts()
    keep(id)
  }, [id])
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key !== PERSON || newValue === null || newValue === id) return
      if (newValue === id + OUT) forgetDrafts(id)
      window.location.reload()
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [id])
  return <PersonContext value={id}>{children}</PersonContext>
}
