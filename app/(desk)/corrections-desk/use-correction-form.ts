'use client'

import { useEffect, useRef, useState } from 'react'
import type { CorrectionFields } from '@/components/correction/fields'
import { useDraft } from '@/components/form/use-draft'

/** The typed fields of a correction, kept in this browser until they are saved. */
export function useCorrectionForm(draftKey: string, stored: CorrectionFields, version: number) {
  const draft = useDraft<CorrectionFields>(draftKey, version)
  const { restored, keep, drop } = draft
  const [fields, setFields] = useState(stored)
  const [base, setBase] = useState(version)
  const [typed, setTyped] = useState(false)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const known = JSON.stringify(stored)
  /** The fields as they are by now, for what was begun on earlier ones. */
  const latest = useRef(stored)

  const put = (next: CorrectionFields) => {
    latest.current = next
    setFields(next)
  }
  useEffect(() => {
    // After a save the page is read again; until it has come, what it shows is older than what was saved.
    if (typed || version < base) return
    put(JSON.parse(known) as CorrectionFields)
    setBase(version)
  }, [known, version, typed, base])

  useEffect(() => {
    if (!restored || typed) return
    if (JSON.stringify(restored.value) === known) return drop()
    setTyped(true)
    put({ ...(JSON.parse(known) as CorrectionFields), ...restored.value })
    setBase(restored.version)
    setRestoredAt(restored.at)
  }, [restored, known, typed, drop])

  const enter = (next: CorrectionFields, over: number) => {
    setTyped(true)
    put(next)
    keep(next, over)
  }
  const settle = (now: number) => {
    setTyped(false)
    setBase(now)
    setRestoredAt(null)
    drop()
  }
  return {
    ...{ fields, base, typed, restoredAt, settle, offered: draft.offered, dropOffered: draft.decide },
    set: (change: Partial<CorrectionFields>) => enter({ ...latest.current, ...change }, base),
    /** After `sent` was saved: what was typed since is still to be saved, over it. */
    saved: (sent: CorrectionFields, now: number) => {
      if (sent === latest.current) return settle(now)
      setBase(now)
      keep(latest.current, now)
    },
    take: (value: CorrectionFields, now: number) => {
      put(value)
      settle(now)
    },
    takeOffered: (value: CorrectionFields) => {
      draft.decide()
      setBase(version)
      enter({ ...stored, ...value }, version)
    },
  }
}
