'use client'

import { useCallback, useEffect, useState } from 'react'

export type Draft<T> = {
  value: T
  /** The version it was typed over. */ version: number
  /** ISO 8601 */ at: string
}

const PREFIX = 'factdesk-draft:'

function read<T>(key: string): Draft<T> | null {
  try {
    const kept = window.localStorage.getItem(PREFIX + key)
    return kept ? (JSON.parse(kept) as Draft<T>) : null
  } catch {
    return null
  }
}

function write<T>(key: string, draft: Draft<T> | null) {
  try {
    if (draft) window.localStorage.setItem(PREFIX + key, JSON.stringify(draft))
    else window.localStorage.removeItem(PREFIX + key)
  } catch {
    // A full or forbidden store costs the draft, never the page.
  }
}

/**
 * What is being typed, kept in this browser until it is saved, so that a reload, an expired session or a crash loses
 * nothing. `found` is a draft of an earlier visit; it is read after the page is shown, since the server has none.
 */
export function useDraft<T>(key: string) {
  const [found, setFound] = useState<Draft<T> | null>(null)
  useEffect(() => setFound(read<T>(key)), [key])
  const keep = useCallback(
    (value: T, version: number) => write(key, { value, version, at: new Date().toISOString() }),
    [key],
  )
  const drop = useCallback(() => {
    write(key, null)
    setFound(null)
  }, [key])
  return { found, keep, drop }
}
