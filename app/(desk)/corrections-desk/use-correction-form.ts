'use client'

import { useEffect, useState } from 'react'
import type { CorrectionFields } from '@/components/correction/fields'
import { useDraft } from '@/components/form/use-draft'

/** The typed fields of a correction, kept in this browser until they are saved. */
export function useCorrectionForm(draftKey: string, stored: CorrectionFields, version: number) {
  const { found, keep, drop } = useDraft<CorrectionFields>(draftKey)
  const [fields, setFields] = useState(stored)
  const [base, setBase] = useState(version)
  const [typed, setTyped] = useState(false)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const known = JSON.stringify(stored)

  useEffect(() => {
    // After a save the page is read again; until it has come, what it shows is older than what was saved.
    if (typed || version < base) return
    setFields(JSON.parse(known) as CorrectionFields)
    setBase(version)
  }, [known, version, typed, base])

  useEffect(() => {
    if (!found || typed) return
    if (JSON.stringify(found.value) === known) return drop()
    setTyped(true)
    setFields({ ...(JSON.parse(known) as CorrectionFields), ...found.value })
    setBase(found.version)
    setRestoredAt(found.at)
  }, [found, known, typed, drop])

  const set = (change: Partial<CorrectionFields>) => {
    const next = { ...fields, ...change }
    setTyped(true)
    setFields(next)
    keep(next, base)
  }
  const settle = (now: number) => {
    setTyped(false)
    setBase(now)
    setRestoredAt(null)
    drop()
  }
  const take = (value: CorrectionFields, now: number) => {
    setFields(value)
    settle(now)
  }
  return { fields, set, base, typed, restoredAt, settle, take }
}
