'use client'

import { useEffect } from 'react'
import { beginEditing, edit, type Edit, type Editing } from './editing'
import { acceptShown, newestOf } from './newest'
import { useDraft } from './use-draft'
import { useLiveReducer } from './use-live-reducer'

/** What the form stands over, for `useSend` alone: a form names no version itself. */
export const BASE = Symbol('base')

type Options<T> = {
  /** Names the draft: one for each form that can be open. */
  draft: string
  /** The record as the page shows it, and its version; a constant where there is none yet. */
  stored: T
  version: number
  /** The id of the record, whose newer versions by the same person are no ground to set a draft aside. */
  record?: string
}

/** A draft of an earlier release may lack a field. */
const whole = <T>(stored: T, kept: T): T => (typeof stored === 'object' ? { ...stored, ...kept } : kept)

/** What is typed into a form over a record, kept in this browser until it is saved or given up. */
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
    else tell({ kind: 'restored', draft: { ...restored, value } })
  }, [tell, restored, typed, known, drop])

  const enter = (value: T, over?: number) => {
    const after = tell({ kind: 'typed', value, over })
    keep(value, record ? newestOf(record, after.base) : after.base)
  }
  const end = (at: number, value?: T) => {
    tell({ kind: 'ended', value, version: at })
    drop()
  }
  return {
    ...held,
    [BASE]: () => now().base,
    /** The value by now, for what was begun on an earlier one. */
    now: () => now().value,
    enter,
    set: (change: Partial<T>, over?: number) =>
      enter({ ...(now().value as object), ...(change as object) } as T, over),
    /** After `sent` was saved as `saved`. */
    save: (sent: T, saved: number) => {
      const after = tell({ kind: 'saved', sent, version: saved })
      if (after.typed) keep(after.value, saved)
      else drop()
    },
    /** Its author was shown that version of the record, and goes on over it. */
    seen: (shown: number) => {
      const after = tell({ kind: 'seen', version: shown })
      if (after.typed) keep(after.value, shown)
    },
    /** Takes what was shown for a refused save. */
    take: (shown: number, value: T) => {
      if (record) acceptShown(record)
      end(shown, value)
    },
    /** Ends what was typed; `value`, if given, is in the form from then on. */
    end,
    /** For `OfferedDraft`. */
    offer: {
      offered,
      onDrop: decide,
      onTake: (value: T) => {
        decide()
        enter(whole(stored, value), version)
      },
    },
  }
}
