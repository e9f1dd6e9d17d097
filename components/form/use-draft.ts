'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { holdsEarlyWords } from '@/components/early/words'
import { readDraft, sortDraft, writeDraft, type Draft } from './drafts'
import { someoneElseIsHere, usePerson } from './person'

export type { Draft } from './drafts'

/**
 * Keeps what a person types in this browser until it is saved, so that a reload, an expired session or a crash loses
 * nothing. `restored` belongs to the current version and goes into the form. `offered` belongs to another version, or
 * is older than words typed before the page listened; it is shown beside the form. Both are read after the first
 * render, because the server has no drafts.
 */
export function useDraft<T>(name: string, version: number) {
  const person = usePerson()
  const [restored, setRestored] = useState<Draft<T> | null>(null)
  const [offered, setOffered] = useState<Draft<T> | null>(null)
  const undecided = useRef<Draft<T> | null>(null)
  const first = useRef(version)

  const offer = useCallback((draft: Draft<T> | null) => {
    undecided.current = draft
    setOffered(draft)
  }, [])
  useEffect(() => {
    if (person === null) return
    const found = sortDraft(readDraft<T>(person, name), first.current, holdsEarlyWords())
    setRestored(found.restored)
    offer(found.offered)
  }, [person, name, offer])

  const write = useCallback(
    (draft: Draft<T> | null) => {
      if (person !== null && !someoneElseIsHere(person)) writeDraft(person, name, draft)
    },
    [person, name],
  )
  const keep = useCallback(
    (value: T, over: number, from: T) =>
      write({
        ...{ value, from, version: over, at: new Date().toISOString() },
        ...(undecided.current && { earlier: undecided.current }),
      }),
    [write],
  )
  /** Drops what was typed into the form. An offered draft stays offered. */
  const drop = useCallback(() => {
    write(undecided.current)
    setRestored(null)
  }, [write])
  /** Ends the offer, and an older draft may follow. To take the draft, pass its words to `keep` as well. */
  const decide = useCallback(() => {
    const decided = undecided.current
    if (person === null || !decided) return
    const next = decided.earlier ?? null
    const kept = readDraft<T>(person, name)
    write(kept && kept.at !== decided.at ? { ...kept, earlier: next ?? undefined } : next)
    offer(next)
  }, [person, name, write, offer])
  return { restored, offered, keep, drop, decide }
}
