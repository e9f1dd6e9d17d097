'use client'

import { useEffect } from 'react'
import { changedFrom, rebased } from './conflict'
import { beginEditing, edit, type Edit, type Editing } from './editing'
import { acceptShown, newestOf } from './newest'
import { useDraft } from './use-draft'
import { useLiveReducer } from './use-live-reducer'

/** The base version of the form. Only `useSend` reads it, so a form cannot choose a version itself. */
export const BASE = Symbol('base')

type Options<T> = {
  /** The name of the draft, different for each form that can be open. */
  draft: string
  /** The record as the page shows it, and its version; a constant if no record exists yet. */
  stored: T
  version: number
  /** The id of the record. With it, newer versions by the same person do not set a draft aside. */
  record?: string
}

/** Fills in fields that a draft from an earlier release lacks. */
const whole = <T>(stored: T, kept: T): T => (typeof stored === 'object' ? { ...stored, ...kept } : kept)

/** Holds the text typed into a form over a record. The browser keeps it until it is saved or discarded. */
export function useEditing<T extends string | object>({ draft: name, stored, version, record }: Options<T>) {
  const { restored, offered, keep, drop, decide } = useDraft<T>(name, version)
  const [state, tell, now] = useLiveReducer<Editing<T>, Edit<T>>(edit, () => beginEditing(stored, version))
  const { base, ...held } = state
  const { typed } = held
  const known = JSON.stringify(stored)

  useEffect(() => {
    tell({ kind: 'shown', value: JSON.parse(known) as T, version })
  }, [tell, known, version, typed, base])
  useEffect(() => {
    if (!restored || typed) return
    const value = whole(JSON.parse(known) as T, restored.value)
    if (JSON.stringify(value) === known) drop()
    else {
      const from = restored.from && whole(JSON.parse(known) as T, restored.from)
      tell({ kind: 'restored', draft: { ...restored, value, from } })
    }
  }, [tell, restored, typed, known, drop])

  const kept = ({ value, from, base: over }: Editing<T>) =>
    keep(value, record ? newestOf(record, over) : over, from)
  const enter = (value: T) => kept(tell({ kind: 'typed', value }))
  const end = (at: number, value?: T) => {
    tell({ kind: 'ended', value, version: at })
    drop()
  }
  const goOn = (shown: number, value: T, from: T) => {
    const after = tell({ kind: 'seen', value, from, version: shown })
    if (after.typed) kept(after)
    else drop()
  }
  return {
    ...held,
    [BASE]: () => now().base,
    /** The current value, for callbacks created in an earlier render. */
    now: () => now().value,
    enter,
    set: (change: Partial<T>) => enter({ ...(now().value as object), ...(change as object) } as T),
    /** The part of the input for a save that the author changed; others may have changed the rest. */
    changed: <I extends object>(inputOf: (value: T) => I): Partial<I> =>
      changedFrom(inputOf(now().from), inputOf(now().value)),
    /**
     * Call this once `sent` has been saved as version `saved`. When a save was merged with changes of others, the author
     * has not seen these, and goes on from the version before.
     */
    save: (sent: T, saved: number) => {
      const { base: over } = now()
      const known = saved === over + 1 || !record ? saved : newestOf(record, over)
      const after = tell({ kind: 'saved', sent, version: known })
      if (after.typed) kept(after)
      else drop()
    },
    /** The author has seen that version of the record, and goes on from it with `value`. */
    goOn,
    /** Accepts the version shown after a refused save. */
    take: (shown: number, value: T) => {
      if (record) acceptShown(record)
      end(shown, value)
    },
    /** Ends editing. `value`, if given, replaces the typed text. */
    end,
    /** The props of `OfferedDraft`. */
    offer: {
      offered,
      onDrop: decide,
      /** The draft's changes over the record as it is now. */
      onTake: (value: T) => {
        const from = offered?.from && whole(stored, offered.from)
        decide()
        goOn(version, from ? rebased(from, whole(stored, value), stored) : whole(stored, value), stored)
      },
    },
  }
}
