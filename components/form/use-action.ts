'use client'

import { useCallback, useRef, useState } from 'react'

/** What an action answers; the shape `services/action` gives. */
export type Failure = {
  ok: false
  code: string
  key: string
  params: Record<string, string | number>
  issues: { path: string; key: string; params?: Record<string, string | number> }[]
  current?: unknown
}
export type Result<T> = { ok: true; value: T } | Failure
export type Action<I, T = void> = (input: I) => Promise<Result<T>>

const OFFLINE: Failure = { ok: false, code: 'offline', key: 'offline', params: {}, issues: [] }

/**
 * Runs a server action for a form, once at a time however often it is asked for. A lost connection becomes a failure
 * like any other, so nothing typed is lost to an error page. While one run is under way, `run` answers undefined.
 */
export function useAction<I, T>(action: Action<I, T>) {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback(
    async (input: I): Promise<Result<T> | undefined> => {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      try {
        const result = await action(input).catch(() => OFFLINE)
        setFailure(result.ok ? null : result)
        return result
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [action],
  )
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy, failure, clear }
}
