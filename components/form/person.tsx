'use client'

import { createContext, useContext, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { dropOldDrafts, forgetDrafts } from './drafts'

/** Who is signed in in this browser, as the page shown last knows; the value of a person who left ends in `:out`. */
const PERSON = 'factdesk-person'
const OUT = ':out'

const PersonContext = createContext<string | null>(null)

/** The id of the person this page was made for; null where nobody is signed in. */
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

/** Whether another person signed in in this browser since the page was made, or this one signed out. */
export function someoneElseIsHere(person: string | null): boolean {
  const here = kept()
  return person !== null && here !== null && here !== person
}

/** Ends what this browser keeps of a person who signs out, on all its pages. */
export function leave(person: string) {
  forgetDrafts(person)
  keep(person + OUT)
}

/**
 * Says who the page was made for. When somebody else signs in in another page of this browser, or this person signs
 * out there, the page is left: nothing typed for one person is sent or kept for another.
 */
export function PersonProvider({ id, children }: { id: string; children: ReactNode }) {
  // Before the parts below look for drafts and before a press can be made.
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
