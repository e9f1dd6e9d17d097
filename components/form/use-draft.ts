'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { holdsEarlyWords } from '@/components/early/words'
import { readDraft, sortDraft, writeDraft, type Draft } from './drafts'
import { someoneElseIsHere, usePerson } from './person'

export type { Draft } from './drafts'

/**
 * What is being typed, kept in this browser for its author until it is saved, so that a reload, an expired session or
 * a crash loses nothing. `restored` was typed over the record as it is and goes into the form; `offered` was typed over
 * another version, or is older than what was typed before the page listened, and is shown beside it. Both are read after the page is shown, since the server has none.
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
    (value: T, over: number) =>
      write({
        ...{ value, version: over, at: new Date().toISOString() },
        ...(undecided.current && { earlier: undecided.current }),
      }),
    [write],
  )
  /** Ends what was typed into the form; what is offered stays offered. */
  const drop = useCallback(() => {
    write(undecided.current)
    setRestored(null)
  }, [write])
  /** Ends the offer, after which an older one may come; taking it means to `keep` its words from there. */
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
